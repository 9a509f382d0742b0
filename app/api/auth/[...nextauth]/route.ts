import NextAuth from "next-auth";
import { authOptions } from "#app/_http/auth.ts";
import { isOwnPage } from "#app/_http/origin.ts";

type Params = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, params: Params): Promise<Response> {
  if (request.method === "POST" && !isOwnPage(request.headers)) return Response.json({ refused: "foreign-origin" }, { status: 403 });
  return (await NextAuth(request as never, params as never, authOptions)) as Response;
}

export { handler as GET, handler as POST };
