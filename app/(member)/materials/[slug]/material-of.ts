import { cookies } from "next/headers";
import { cache } from "react";
import { ask } from "#app/_http/ask.ts";
import { readMaterial } from "#server/materials/read-material.ts";

/** The text of an address, asked for once a rendering. */
export const materialOf = cache((slug: string) => ask(readMaterial, { slug }));

/** Whether this browser asked for the serif face in texts. */
export async function wantsSerif(): Promise<boolean> {
  return (await cookies()).get("zx-face")?.value === "serif";
}
