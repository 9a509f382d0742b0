/** Somebody at a keyboard without a browser: keeps the cookie, sends the Origin that a page of ours would send. */
export class Caller {
  readonly base: string;
  cookie = "";

  constructor(base: string) {
    this.base = base;
  }

  headers(extra: Record<string, string> = {}): Record<string, string> {
    return { origin: this.base, accept: "application/json", ...(this.cookie ? { cookie: this.cookie } : {}), ...extra };
  }

  async signIn(account: string, password: string): Promise<this> {
    const reply = await this.post("/api/sign-in", { account, password });
    if (reply.status !== 200) throw new Error(`${account} cannot sign in: ${reply.status} ${await reply.text()}`);
    this.cookie = (reply.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
    return this;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.base + path, { headers: this.headers(headers), redirect: "manual" });
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.base + path, {
      method: "POST",
      headers: this.headers({ "content-type": "application/json", ...headers }),
      body: typeof body === "string" ? body : JSON.stringify(body),
      redirect: "manual",
    });
  }

  /** The JSON of a good reply; throws with the refusal of another. */
  async read<T>(reply: Promise<Response>): Promise<T> {
    const got = await reply;
    const text = await got.text();
    if (!got.ok) throw new Error(`${got.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  }
}
