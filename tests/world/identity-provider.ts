import type { Server } from "node:http";
import Provider from "oidc-provider";

export const OIDC_CLIENT = { id: "zhixing", secret: "a client secret for tests, long enough" };

/** A real OpenID provider on loopback whose people sign in with any name; `preferred_username` is that name. */
export async function startIdentityProvider(port: number, redirectUri: string): Promise<Server> {
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], profile: ["name", "preferred_username"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    findAccount: async (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: id, preferred_username: id }),
    }),
  });
  return new Promise((resolve) => {
    const server = provider.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** A browser's jar and its patience with redirects, for hosts on loopback. */
export class Walker {
  readonly #jars = new Map<string, Map<string, string>>();

  cookiesOf(url: string): string {
    return [...(this.#jars.get(new URL(url).host) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async go(url: string, form?: Record<string, string>): Promise<{ url: string; status: number; text: string }> {
    const init: RequestInit = { redirect: "manual", headers: { cookie: this.cookiesOf(url), origin: new URL(url).origin } };
    if (form) Object.assign(init, { method: "POST", body: new URLSearchParams(form) });
    const reply = await fetch(url, init);
    const jar = this.#jars.get(new URL(url).host) ?? new Map<string, string>();
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    this.#jars.set(new URL(url).host, jar);
    const next = reply.headers.get("location");
    if (reply.status >= 300 && reply.status < 400 && next) return this.go(new URL(next, url).href);
    return { url, status: reply.status, text: await reply.text() };
  }
}
