import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDoor, send, type TestDoor } from "#tests/live/test-door.ts";
import { doorSettings } from "./door-settings.ts";
import { keptFiles } from "./kept-files.ts";

let pages: Server;
let door: TestDoor;
const rendered: { url: string; headers: IncomingHttpHeaders }[] = [];

beforeAll(async () => {
  pages = createServer((request, response) => {
    rendered.push({ url: request.url ?? "", headers: request.headers });
    const nonce = /'nonce-([^']+)'/.exec(String(request.headers["content-security-policy"]))?.[1];
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "set-cookie": "never=told" });
    response.end(`<html><script nonce="${nonce}"></script><script nonce="${nonce}"></script>${request.headers.cookie ?? ""}</html>`);
  });
  await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
  door = await openTestDoor((pages.address() as AddressInfo).port);
});
afterAll(async () => {
  await door.end();
  pages.close();
});

const open = (path: string, headers: Record<string, string> = {}) => send(door.port, path, { headers: { host: "localhost", ...headers } });

test("a hall that opens its game at once is rendered for once, for nobody, and each gets a nonce of its own", async () => {
  const cookie = (at: number) => `zx-session=secret${at}; zx-theme=dark`;
  const got = await Promise.all(Array.from({ length: 50 }, (_, at) => open("/live/123456", { cookie: cookie(at) })));
  expect(rendered.map(({ url, headers }) => [url, headers.cookie])).toEqual([["/live/123456", "zx-theme=dark"]]);
  const nonces = got.map(({ headers, body }) => {
    const own = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
    expect(body).toBe(`<html><script nonce="${own}"></script><script nonce="${own}"></script>zx-theme=dark</html>`);
    expect([headers["set-cookie"], headers["cache-control"]]).toEqual([undefined, "private, no-store"]);
    return own;
  });
  expect(new Set(nonces).size).toBe(50);
  // Another look is another page; what the router asks for, and any other address, is the page server's as ever.
  await open("/live/123456");
  await open("/live/123456", { rsc: "1" });
  await open("/live/12345");
  expect(rendered.length).toBe(4);
});

test("scripts of the build come out of memory; no name leads out of its folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zhixing-static-"));
  mkdirSync(join(folder, "chunks", "[code]"), { recursive: true });
  writeFileSync(join(folder, "chunks", "[code]", "a.js"), `const a = "${"x".repeat(2_000)}";`);
  writeFileSync(join(folder, "..", "outside.js"), "outside");
  const files = keptFiles(doorSettings({ ZX_PAGES_URL: "http://127.0.0.1:1" }), folder);
  let passed = 0;
  const server = createServer((request, response) => {
    const pass = () => {
      passed += 1;
      response.end("passed");
    };
    if (!files.handle(request, response, {}, pass)) pass();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers = {}) => send(port, `/_next/static/${path}`, { headers });
  expect((await get("chunks/%5Bcode%5D/a.js")).body).toHaveLength(2_013);
  const zip = await get("chunks/%5Bcode%5D/a.js", { "accept-encoding": "gzip" });
  expect([zip.headers["content-encoding"], Number(zip.headers["content-length"]) < 200]).toEqual(["gzip", true]);
  for (const path of ["../outside.js", "%2e%2e/outside.js", "chunks/none.js", "%", "chunks/%5Bcode%5D"])
    expect((await get(path)).body).toBe("passed");
  expect(passed).toBe(5);
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
