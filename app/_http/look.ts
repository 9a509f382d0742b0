import { cookies } from "next/headers";
import { type Look, lookOf } from "#ui/look.ts";

/** How this browser asked pages to look. */
export async function lookOfRequest(): Promise<Look> {
  const jar = await cookies();
  return lookOf(jar.get("zx-theme")?.value, jar.get("zx-size")?.value);
}
