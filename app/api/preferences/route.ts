import { z } from "zod";
import { isOwnPage, isSecure, ownPath } from "#app/_http/origin.ts";
import { readBody } from "#app/_http/read-body.ts";

const preferences = z.object({
  theme: z.enum(["system", "light", "dark"]).optional(),
  size: z.enum(["normal", "large", "xlarge"]).optional(),
  locale: z.enum(["zh-CN", "en"]).optional(),
  face: z.enum(["sans", "serif"]).optional(),
  back: z.string().max(500).optional(),
});
const YEAR_S = 365 * 86_400;

/** Remembers how a browser wants the site to look; no table, no person. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPage(request.headers)) return Response.json({ refused: "foreign-origin" }, { status: 403 });
  const parsed = preferences.safeParse(await readBody(request).catch(() => null));
  if (!parsed.success) return Response.json({ refused: "invalid" }, { status: 400 });
  const { back, ...wishes } = parsed.data;
  const reply = new Response(null, { status: 303, headers: { location: ownPath(back, "/"), "cache-control": "no-store" } });
  for (const [name, value] of Object.entries(wishes)) {
    reply.headers.append("set-cookie", `zx-${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${isSecure() ? "; Secure" : ""}`);
  }
  return reply;
}
