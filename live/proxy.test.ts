// Longer than a screen: one door serves every rule of passing on, and each test is one of them.
import { createServer, type OutgoingHttpHeaders, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { BUSY_DIGEST } from "#domain/page-busy.ts";
import { closeAnswerPool } from "#server/attempts/answer-pool.ts";
import { echoPages, openTestDoor, send, type TestDoor } from "#tests/live/test-door.ts";

let pages: { server: Server; port: number };
let opened: TestDoor[] = [];

beforeAll(async () => {
  pages = await echoPages();
});
afterEach(async () => {
  for (const door of opened) await door.end();
  opened = [];
});
afterAll(async () => {
  pages.server.close();
  await closeAnswerPool();
});

async function door(env: Record<string, string> = {}, pagesPort = pages.port): Promise<TestDoor> {
  const made = await openTestDoor(pagesPort, env);
  opened.push(made);
  return made;
}
const heard = (body: string) => JSON.parse(body) as { method: string; url: string; headers: Record<string, string>; body: string };

test("nothing that only we may say comes in from outside (TC9, TE4)", async () => {
  const { port } = await door();
  const forged = {
    "x-forwarded-for": "6.6.6.6",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.example",
    "x-real-ip": "6.6.6.6",
    "x-zx-address": "6.6.6.6",
    "x-zx-arrival": "1",
    "x-zx-path": "/desk",
    "x-request-id": "mine",
    "x-middleware-subrequest": "middleware:middleware",
    "content-security-policy": "script-src 'nonce-mine'",
    connection: "x-secret, keep-alive",
    "x-secret": "of this hop",
    cookie: "zx-session=kept",
  };
  const beforeMs = Date.now();
  const reply = await send(port, "/contests/a?b=%2F..", { headers: { host: "LocalHost:3000", ...forged } });
  const { headers, url } = heard(reply.body);
  expect(url).toBe("/contests/a?b=%2F..");
  expect(headers).toMatchObject({
    host: "localhost:3000",
    "x-forwarded-host": "localhost:3000",
    "x-forwarded-proto": "http",
    "x-forwarded-for": "127.0.0.1",
    "x-zx-address": "127.0.0.1",
    "x-zx-path": "/contests/a?b=%2F..",
    cookie: "zx-session=kept",
  });
  for (const gone of ["forwarded", "x-real-ip", "x-middleware-subrequest", "x-secret"]) expect(headers[gone], gone).toBeUndefined();
  expect(Number(headers["x-zx-arrival"])).toBeGreaterThanOrEqual(beforeMs);
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers["content-security-policy"]).not.toContain("mine");
});

test("every response is guarded, and each page has a nonce of its own that the page server knows", async () => {
  const { port } = await door({ PUBLIC_URL: "https://study.example.org", OIDC_ISSUER: "https://id.example.org/realm" });
  const replies = await Promise.all([1, 2].map(() => send(port, "/", { headers: { host: "study.example.org" } })));
  const [one, two] = replies.map(({ headers }) => headers) as [Record<string, string>, Record<string, string>];
  expect(one).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "strict-transport-security": "max-age=31536000",
    "set-cookie": ["a=1", "b=2"],
  });
  expect(one["x-powered-by"]).toBeUndefined();
  expect(one["content-security-policy"]).toContain("form-action 'self' https://id.example.org;");
  expect(one["content-security-policy"]).not.toBe(two["content-security-policy"]);
  expect(heard(replies[0]?.body ?? "").headers["content-security-policy"]).toBe(one["content-security-policy"]);
  expect(heard(replies[0]?.body ?? "").headers["x-forwarded-proto"]).toBe("https");
});

test("we answer under our own names alone", async () => {
  const own = await door();
  for (const host of ["localhost", "127.0.0.1:3000", "10.1.2.3", "192.168.0.9:80", "[::1]:3000", "[fd00::1]", "study.local", "intranet"]) {
    expect((await send(own.port, "/", { headers: { host } })).status, host).toBe(200);
  }
  for (const host of [
    "evil.example",
    "8.8.8.8",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "a@localhost",
    "localhost/x",
    "[2001:db8::1]",
  ]) {
    expect((await send(own.port, "/", { headers: { host } })).status, host).toBe(421);
  }
  const fixed = await door({ PUBLIC_URL: "https://study.example.org" });
  expect((await send(fixed.port, "/", { headers: { host: "study.example.org:443" } })).status).toBe(200);
  for (const host of ["localhost", "study.example.org:8443", "study.example.org.evil.example"]) {
    expect((await send(fixed.port, "/", { headers: { host } })).status, host).toBe(421);
  }
  expect((await send(fixed.port, "/livez", { headers: { host: "127.0.0.1" } })).status).toBe(200);
});

test("the nearest proxy is believed only where it was said to be", async () => {
  const headers = { "x-forwarded-for": "6.6.6.6, 10.0.0.7" };
  const trusting = await door({ TRUST_PROXY: "1" });
  expect(heard((await send(trusting.port, "/", { headers })).body).headers["x-zx-address"]).toBe("10.0.0.7");
  const plain = await door();
  expect(heard((await send(plain.port, "/", { headers })).body).headers["x-zx-address"]).toBe("127.0.0.1");
});

test("bodies pass both ways, and what is not asked of a web page is refused", async () => {
  const { port } = await door();
  const sent = "字".repeat(200_000);
  const reply = await send(port, "/api/desk/upload", { method: "POST", body: sent, headers: { "content-type": "text/plain" } });
  expect(heard(reply.body)).toMatchObject({ method: "POST", body: sent });
  expect((await send(port, "/", { method: "TRACE" })).status).toBe(400);
  const absolute = await new Promise<string>((resolve) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
    );
    socket.on("data", (data) => resolve(data.toString().split("\r\n")[0] ?? ""));
  });
  expect(absolute).toContain(" 400 ");
  const both = await new Promise<string>((resolve) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET"),
    );
    socket.on("data", (data) => resolve(data.toString().split("\r\n")[0] ?? ""));
  });
  expect(both, "two lengths are no length (TE11)").toContain(" 400 ");
});

test("with pages away people are told, and the door itself stands", async () => {
  const { port } = await door({}, 1);
  const page = await send(port, "/", { headers: { accept: "text/html" } });
  expect(page.status).toBe(503);
  expect(page.headers["retry-after"]).toBe("3");
  expect(page.body).toContain("页面正在恢复");
  const json = await send(port, "/api/x", { method: "POST", body: "{}" });
  expect([json.status, JSON.parse(json.body)]).toEqual([503, { refused: "unavailable", params: {}, fields: [] }]);
  expect((await send(port, "/livez")).body).toBe("alive\n");
});

test("a page that found no connection in time says busy with 503, packed or not; one that is broken stays broken", async () => {
  const packed = { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" };
  const made = `<html><script>E{\\"digest\\":\\"${BUSY_DIGEST}\\"}</script>`;
  const answers: Record<string, [number, OutgoingHttpHeaders, string | Buffer]> = {
    "/busy": [500, { "content-type": "text/html; charset=utf-8" }, made],
    "/packed": [500, packed, gzipSync(made)],
    "/broken": [500, packed, gzipSync("<html>12345")],
    "/told": [200, { "content-type": "text/html; charset=utf-8" }, made],
    "/api": [500, { "content-type": "application/json" }, JSON.stringify({ refused: "broken", digest: BUSY_DIGEST })],
  };
  const server = createServer((request, response) => {
    const [status, headers, body] = answers[request.url ?? ""] ?? [404, {}, ""];
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = await door({}, (server.address() as AddressInfo).port);
  const headers = { accept: "text/html", "accept-encoding": "gzip" };
  for (const path of ["/busy", "/packed"]) {
    const page = await send(port, path, { headers });
    expect([page.status, page.headers["retry-after"], page.headers["cache-control"]], path).toEqual([503, "8", "no-store"]);
    expect(page.headers["content-encoding"]).toBeUndefined();
    for (const words of ["现在有点忙", "Busy just now"]) expect(page.body).toContain(words);
    expect(page.body).not.toContain(BUSY_DIGEST);
  }
  const json = await send(port, "/busy", { headers: { accept: "application/json" } });
  expect([json.status, JSON.parse(json.body).refused]).toEqual([503, "unavailable"]);
  const broken = await send(port, "/broken", { headers });
  expect([broken.status, broken.headers["content-encoding"]]).toEqual([500, "gzip"]);
  expect((await send(port, "/told", { headers })).status).toBe(200);
  expect((await send(port, "/api", { headers })).status).toBe(500);
  server.close();
});

test("health: ready with every pool, not while leaving; figures for this machine alone", async () => {
  const made = await door();
  const ready = await send(made.port, "/readyz");
  expect(JSON.parse(ready.body)).toEqual({
    ready: true,
    checks: { play: "ok", judge: "ok", desk: "ok", live: "ok", migrations: "ok", clock: "ok" },
  });
  expect(ready.status).toBe(200);
  const figures = await send(made.port, "/metrics");
  expect(figures.body).toContain('zhixing_saves_total{outcome="saved"}');
  expect(figures.body).toContain("zhixing_attempts_overdue 0");
  const outside = await send(made.port, "/metrics", { headers: { "x-forwarded-for": "10.0.0.7" } });
  expect(outside.body).not.toContain("zhixing_");
  made.drain();
  expect((await send(made.port, "/readyz")).status).toBe(503);
});
