import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { beforeAll, expect, inject, test } from "vitest";
import { Caller } from "#tests/world/browser-less.ts";
import { nothingChanges } from "./nothing-changes.ts";

const house = inject("house");
const port = Number(new URL(house.url).port);
const { account, password } = house.accounts.find(({ role }) => role === "member") ?? { account: "", password: "" };
let member: Caller;
let setCookie: string;

type Raw = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
/** A request exactly as written: fetch would clean its path and refuse its headers. */
function raw(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } }, (reply) => {
      let text = "";
      reply.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
      reply.on("end", () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const isSame = (one: Raw, other: Raw) =>
  one.status === other.status && (one.headers["location"] ?? "") === (other.headers["location"] ?? "");

beforeAll(async () => {
  member = new Caller(house.url);
  const reply = await member.post("/api/sign-in", { account, password });
  setCookie = reply.headers.getSetCookie().join("\n");
  member.cookie = setCookie.split(";")[0] ?? "";
});

test("a state change is taken from a page of ours alone", async () => {
  const foreign: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `http://sub.127.0.0.1:${port}` },
    { origin: `https://127.0.0.1:${port}` },
    { origin: `http://127.0.0.1:${port + 1}` },
    { origin: `${house.url}.evil.example` },
    { origin: house.url, "sec-fetch-site": "cross-site" },
    { origin: house.url, "sec-fetch-site": "same-site" },
    { origin: house.url, "sec-fetch-site": "none" },
  ];
  await nothingChanges(house, async () => {
    const doors = [
      "/api/complaints",
      "/api/sign-in",
      "/api/sign-out",
      "/api/attempts/1/answers",
      "/api/attempts/1/hand-in",
      "/api/desk/policy",
      "/api/preferences",
      "/api/auth/signout",
    ];
    for (const path of doors) {
      for (const headers of foreign) {
        for (const [type, body] of [
          ["application/json", '{"body":"x"}'],
          ["application/x-www-form-urlencoded", "body=x"],
          ["text/plain", '{"body":"x"}'],
        ] as const) {
          const reply = await raw(
            "POST",
            path,
            { cookie: member.cookie, accept: "application/json", "content-type": type, "content-length": String(body.length), ...headers },
            body,
          );
          expect
            .soft(`${reply.status} ${reply.body.slice(0, 27)}`, `${path} ${JSON.stringify(headers)} ${type}`)
            .toBe('403 {"refused":"foreign-origin"');
        }
      }
    }
  });
});

test("a preflight from elsewhere is allowed nothing", async () => {
  for (const path of ["/api/me", "/api/complaints", "/api/attempts/1/answers", "/"]) {
    const reply = await raw("OPTIONS", path, {
      origin: "https://evil.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    });
    expect(Object.keys(reply.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    expect(reply.status).toBeLessThan(500);
  }
});

test("the sign-in cookie is out of reach of scripts and of other sites", () => {
  expect(setCookie).toMatch(/^zx-session=[^;]+; /);
  for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(setCookie).toContain(flag);
  expect(setCookie).not.toMatch(/domain=/i);
});

test("every reply carries the security headers and says nothing of what it runs on", async () => {
  const chunk = readdirSync(".next/static/chunks").find((name) => name.endsWith(".js"));
  const paths = [
    "/sign-in",
    "/",
    "/nowhere",
    "/api/me",
    "/api/nowhere",
    "/livez",
    "/readyz",
    `/_next/static/chunks/${chunk}`,
    "/api/streams/contests/welcome?ticket=x",
    "/%00",
    "/%",
    "/api/openapi.json",
  ];
  for (const path of paths) {
    const { headers, status } = await raw("GET", path, { cookie: member.cookie });
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["x-frame-options"], path).toBe("DENY");
    expect.soft(headers["referrer-policy"], path).toBe("same-origin");
    expect.soft(String(headers["content-security-policy"]), path).toContain("frame-ancestors 'none'");
    expect.soft(headers["x-powered-by"], path).toBeUndefined();
    expect.soft(headers["server"], path).toBeUndefined();
    expect.soft(status, path).toBeLessThan(500);
  }
});

test("a page's scripts run by a nonce that is new each time", async () => {
  const [one, two] = [await raw("GET", "/sign-in"), await raw("GET", "/sign-in")];
  const nonceOf = (reply: Raw) => /'nonce-([^']+)'/.exec(String(reply.headers["content-security-policy"]))?.[1];
  expect(nonceOf(one)).toBeTruthy();
  expect(nonceOf(one)).not.toBe(nonceOf(two));
  expect(String(one.headers["content-security-policy"])).not.toMatch(/script-src[^;]*'unsafe-/);
  const scripts = [...one.body.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] ?? "");
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((attributes) => !attributes.includes(`nonce="${nonceOf(one)}"`))).toEqual([]);
});

test("nobody keeps a personal page or a reply of the API", async () => {
  for (const path of [
    "/",
    "/me",
    "/contests",
    "/contests/welcome",
    "/study",
    "/practice",
    "/api/me",
    "/api/contests",
    "/api/me/attempts",
    "/api/me/export",
    "/api/contests/welcome/board",
    "/api/nowhere",
    "/api/attempts/999999",
  ]) {
    const { headers } = await raw("GET", path, { cookie: member.cookie });
    expect.soft(String(headers["cache-control"]), path).toMatch(/no-store/);
    expect.soft(String(headers["cache-control"]), path).toMatch(/private/);
  }
  for (const headers of [{ rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }]) {
    // The framework names the right `_rsc` itself: the first reply leads there.
    const first = await raw("GET", "/me?_rsc=1", { cookie: member.cookie, ...headers });
    const reply = await raw("GET", String(first.headers["location"]), { cookie: member.cookie, ...headers });
    expect.soft(reply.status).toBe(200);
    expect.soft(String(reply.headers["cache-control"]), JSON.stringify(headers)).toMatch(/private.*no-store/);
  }
});

test("no source maps, no dot files, no debugging", async () => {
  const files = readdirSync(".next/static", { recursive: true, encoding: "utf8" });
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((name) => name.endsWith(".map"))).toEqual([]);
  const scripts = files.filter((name) => name.endsWith(".js"));
  expect(scripts.filter((name) => /sourceMappingURL=(?!data:)/.test(readFileSync(`.next/static/${name}`, "utf8")))).toEqual([]);
  for (const path of [
    "/.git/config",
    "/.env",
    "/package.json",
    "/api/debug",
    "/.data/auth-secret",
    "/_next/static/../../package.json",
    "/_next/..%2f..%2fpackage.json",
    "/server/app/page.js",
    "/_next/server/app/page.js",
    `/_next/static/chunks/${scripts[0]}.map`,
  ]) {
    const reply = await raw("GET", path, { cookie: member.cookie });
    expect.soft(reply.status, path).toBeGreaterThanOrEqual(300);
    expect.soft(reply.status, path).toBeLessThan(500);
    expect.soft(reply.body, path).not.toMatch(/"dependencies"|AUTH_SECRET|\[core\]/);
  }
});

test("TRACE and made-up methods are refused", async () => {
  for (const method of ["TRACE", "PROPFIND", "PURGE", "LINK"]) {
    const reply = await raw(method, "/api/me", { cookie: member.cookie, "x-canary": "echo-me" });
    expect.soft(reply.status, method).toBeGreaterThanOrEqual(400);
    expect.soft(reply.status, method).toBeLessThan(500);
    expect.soft(reply.body, method).not.toContain("echo-me");
  }
});

test("no header opens a door: a visitor is told the same with and without it", async () => {
  const tricks: Record<string, string>[] = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" },
    { "x-middleware-rewrite": "/me" },
    { "x-invoke-path": "/me", "x-invoke-status": "200" },
    { "x-matched-path": "/me" },
    { "x-nextjs-data": "1" },
    { "x-now-route-matches": "1=me" },
    { "x-forwarded-for": "127.0.0.1" },
    { "x-zx-arrival": "1", "x-zx-address": "1.2.3.4", "x-zx-path": "/sign-in" },
    { "x-original-url": "/sign-in", "x-rewrite-url": "/sign-in" },
    { "next-action": "0000000000000000000000000000000000000000" },
  ];
  for (const path of ["/me", "/desk", "/contests/welcome", "/api/me", "/api/desk/people"]) {
    const plain = await raw("GET", path);
    expect(plain.status === 401 || plain.status === 307, `${path} ${plain.status}`).toBe(true);
    for (const headers of tricks) {
      const reply = await raw("GET", path, headers);
      expect.soft(isSame(reply, plain), `${path} ${JSON.stringify(headers)} ${reply.status} ${reply.headers["location"]}`).toBe(true);
    }
  }
});

test("odd ways to write an address lead to the same decision, or nowhere", async () => {
  const odd = [
    "//me",
    "/me/",
    "/./me",
    "/%6de",
    "/me%2f",
    "/ME",
    "/me;x=1",
    "/me.rsc",
    "/me.txt",
    "/en/me",
    "/zh-CN/me",
    "/_next/data/x/me.json",
    "/me?__nextLocale=en",
    "/me%00",
    "/x/../me",
    "/x/%2e%2e/me",
    "/me\\",
    "/me.segments/_tree.segment.rsc",
    "/api//me",
    "/api/me/",
    "/API/me",
    "/api/./me",
    "/api/x/../me",
    "/api/%6de",
    "/api/me%2f..",
    "/api/me.json",
  ];
  for (const path of odd) {
    const reply = await raw("GET", path);
    expect.soft(reply.status, path).not.toBe(200);
    expect.soft(reply.status, path).toBeLessThan(500);
    expect.soft(reply.body, path).not.toContain(account);
  }
});

test("a Server Action does not exist, and none is decoded", async () => {
  for (const path of ["/", "/sign-in", "/contests/welcome"]) {
    const body = '["$K1"]';
    const reply = await raw(
      "POST",
      path,
      {
        cookie: member.cookie,
        origin: house.url,
        "next-action": "a".repeat(42),
        "content-type": "text/plain;charset=UTF-8",
        "content-length": String(body.length),
      },
      body,
    );
    expect.soft(reply.status, path).toBeGreaterThanOrEqual(400);
    expect.soft(reply.status, path).toBeLessThan(500);
  }
});

test("we answer under our own names alone, and no header makes us say another", async () => {
  for (const host of [
    "evil.example",
    `evil.example:${port}`,
    "127.0.0.1.evil.example",
    "127.0.0.1:80@evil.example",
    "8.8.8.8",
    "evil.example#127.0.0.1",
  ]) {
    const reply = await raw("GET", "/me", { host });
    expect.soft(reply.status, `Host: ${host}`).toBeGreaterThanOrEqual(400);
    expect.soft(reply.body, host).not.toContain("evil.example");
  }
  for (const headers of [
    { "x-forwarded-host": "evil.example" },
    { forwarded: "host=evil.example;proto=https" },
    { "x-forwarded-proto": "https", "x-forwarded-port": "444" },
  ]) {
    for (const path of ["/me", "/api/auth/signin", "/api/auth/signout", "/sign-in", "/api/openapi.json"]) {
      const reply = await raw("GET", path, headers);
      expect.soft(JSON.stringify(reply.headers) + reply.body, `${path} ${JSON.stringify(headers)}`).not.toContain("evil.example");
    }
    const reply = await raw(
      "POST",
      "/api/sign-out",
      { cookie: "", origin: "https://evil.example", "content-type": "application/json", ...headers },
      "{}",
    );
    expect.soft(reply.status).toBe(403);
  }
});

test("after sign-in one lands on this site and nowhere else", async () => {
  for (const next of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "\t//evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "%2f%2fevil.example",
    "/..//evil.example",
    "https:evil.example",
  ]) {
    const form = new URLSearchParams({ account, password, next }).toString();
    const reply = await raw(
      "POST",
      "/api/sign-in",
      {
        origin: house.url,
        accept: "text/html",
        "content-type": "application/x-www-form-urlencoded",
        "content-length": String(form.length),
      },
      form,
    );
    expect.soft(reply.status, next).toBe(303);
    const landed = new URL(String(reply.headers["location"]), house.url);
    expect.soft(landed.origin, next).toBe(house.url);
  }
});

test("a forged, old or empty cookie is nobody's", async () => {
  const [head = "", value = ""] = member.cookie.split("=");
  const parts = value.split(".");
  const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"sid":"00000000-0000-4000-8000-000000000000"}').toString("base64url")}.`;
  for (const cookie of [
    "",
    `${head}=`,
    `${head}=${value.slice(0, -4)}AAAA`,
    `${head}=${parts.slice(0, 4).join(".")}.`,
    `${head}=${none}`,
    `${head}=a.b.c`,
    `__Host-${head}=${value}`,
    `${head}=%00`,
    `${head}=${"x".repeat(5_000)}`,
    `next-auth.session-token=${value}`,
  ]) {
    const reply = await raw("GET", "/api/me", { cookie });
    expect.soft(`${reply.status} ${reply.body.slice(0, 26)}`, cookie.slice(0, 60)).toBe('401 {"refused":"not-signed-in"');
  }
});

test("the figures of the house are for this machine, not for whom a proxy speaks", async () => {
  expect((await raw("GET", "/metrics")).status).toBe(200);
  expect((await raw("GET", "/metrics", { "x-forwarded-for": "10.0.0.9" })).status).toBe(404);
  expect(JSON.parse((await raw("GET", "/readyz", { "x-forwarded-for": "10.0.0.9" })).body)).toEqual({ ready: true });
});

test("liveness is a fixed word and tells no version", async () => {
  const reply = await raw("GET", "/livez");
  expect(reply.status).toBe(200);
  expect(reply.body.length).toBeLessThan(40);
  expect(reply.body).not.toMatch(/\d+\.\d+/);
});

test("signing out clears what the browser keeps", async () => {
  const caller = await new Caller(house.url).signIn(account, password);
  const reply = await caller.post("/api/sign-out");
  expect(reply.status).toBe(200);
  expect(reply.headers.get("clear-site-data")).toContain('"cache"');
  expect((await caller.get("/api/me")).status).toBe(401);
});
