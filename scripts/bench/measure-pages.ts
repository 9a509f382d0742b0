import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { sessionCookie } from "#app/_http/session-cookie.ts";
import { startServer } from "./children.ts";
import { type Figure, quantile, told } from "./figures.ts";
import { isBuilt, type RunningHouse, startHouse } from "./house.ts";
import { answerRequest, openClients, type RawClient } from "./raw-client.ts";
import type { World } from "./world.ts";

const NOT_BUILT = "the pages are not built: npm run build";
const notRun = (id: string, measure: string, target: string): Figure => ({ id, measure, value: "not run", target, isMet: null, note: NOT_BUILT });

type Got = { status: number; bytes: number; text: string; cookies: string[] };
type Wish = { method?: string; cookie?: string; body?: string; packed?: boolean };

/** One request; `packed` asks for gzip and tells the bytes that crossed the wire. */
function get(port: number, path: string, { method = "GET", cookie = "", body, packed = false }: Wish = {}): Promise<Got> {
  const headers: Record<string, string> = { host: `127.0.0.1:${port}`, accept: "text/html,application/json", cookie, ...(packed ? { "accept-encoding": "gzip" } : {}) };
  if (body !== undefined) Object.assign(headers, { "content-type": "application/json", accept: "application/json", origin: `http://127.0.0.1:${port}` });
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, method, headers }, (found) => {
      const chunks: Buffer[] = [];
      found.on("data", (chunk: Buffer) => chunks.push(chunk));
      found.on("error", reject);
      found.on("end", () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: found.statusCode ?? 0, bytes: whole.length, text: packed ? "" : whole.toString(), cookies: found.headers["set-cookie"] ?? [] });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** Compressed bytes of every script that a page names. */
async function scriptBytes(port: number, path: string, cookie: string): Promise<number> {
  const page = await get(port, path, { cookie });
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const tags = page.text.match(/<script[^>]+src="[^"]+"[^>]*>/g) ?? [];
  const sources = new Set(tags.filter((tag) => !/nomodule/i.test(tag)).map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? ""));
  let sum = 0;
  for (const source of sources) sum += (await get(port, source, { packed: true })).bytes;
  return sum;
}

async function memberCookie({ port, said }: RunningHouse): Promise<string> {
  const [account, password] = /^(member01)\s+(\S+)/m.exec(said)?.slice(1) ?? [];
  const reply = await get(port, "/api/sign-in", { method: "POST", body: JSON.stringify({ account, password }) });
  if (reply.status !== 200) throw new Error(`the demo member could not sign in: ${reply.status} ${reply.text.slice(0, 100)}`);
  return reply.cookies.map((one) => one.split(";")[0]).join("; ");
}

/** P10 and P11: the house as it is installed, started a second time on the same data. */
export async function measureHouse(): Promise<Figure[]> {
  if (!isBuilt()) return [notRun("P10", "warm npm start to ready", "≤ 5 s"), notRun("P11", "JavaScript of a member page; of the play page", "≤ 170 KB; ≤ 190 KB")];
  const dataDir = mkdtempSync("/tmp/zhixing-house-");
  const cold = await startHouse(dataDir);
  await cold.stop();
  const warm = await startHouse(dataDir);
  try {
    const cookie = await memberCookie(warm);
    const home = (await scriptBytes(warm.port, "/", cookie)) / 1_024;
    const started = await get(warm.port, "/api/contests/welcome/attempts", { method: "POST", cookie, body: "{}" });
    if (started.status !== 200) throw new Error(`the demo contest did not start: ${started.status}`);
    const play = (await scriptBytes(warm.port, "/contests/welcome/play", cookie)) / 1_024;
    const seconds = warm.readyMs / 1_000;
    return [
      { id: "P10", measure: "warm npm start to ready", value: `${told(seconds)} s`, target: "≤ 5 s", isMet: seconds <= 5, note: `cold, with a new database: ${told(cold.readyMs / 1_000)} s` },
      { id: "P11", measure: "JavaScript of a member page, compressed", value: `${told(home)} KB`, target: "≤ 170 KB", isMet: home <= 170, note: "" },
      { id: "P11", measure: "JavaScript of the play page, compressed", value: `${told(play)} KB`, target: "≤ 190 KB", isMet: play <= 190, note: "" },
    ];
  } finally {
    await warm.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Five hundred answers a second for five seconds: their ack p99. */
async function steadyP99(world: World, clients: readonly RawClient[]): Promise<number> {
  const slot = world.nextSlot();
  const ackMs: number[] = [];
  const sends: Promise<void>[] = [];
  const startedMs = performance.now();
  for (let sent = 0; sent < 2_500; ) {
    for (const due = Math.min(2_500, Math.floor((performance.now() - startedMs) / 2)); sent < due; sent += 1) {
      const client = clients[sent % clients.length] as RawClient;
      const who = world.contest.contestants[sent] as (typeof world.contest.contestants)[0];
      await sends[sent - clients.length];
      sends.push(client.send(answerRequest(who, slot)).then(({ sentMs, ackedMs }) => void ackMs.push(ackedMs - sentMs)));
    }
    await pause(2);
  }
  await Promise.all(sends);
  return quantile(ackMs, 0.99);
}

/** P4: answers while sixteen readers load a member's page as fast as it comes. */
export async function measureWhileRendering(world: World): Promise<Figure[]> {
  const measure = "answer ack p99, pages at full load / quiet";
  if (!isBuilt()) return [notRun("P4", measure, "≤ 3")];
  const pages = await startServer("node_modules/next/dist/bin/next start -H 127.0.0.1", world.url, {}, "/sign-in");
  const door = await startServer("live/main.ts", world.url, { ZX_PAGES_URL: `http://127.0.0.1:${pages.port}` });
  const clients = await openClients(door.port, 200);
  const cookie = (await sessionCookie(world.contest.contestants[0]?.sessionId ?? "")).split(";")[0] ?? "";
  try {
    await steadyP99(world, clients);
    const quiet = await steadyP99(world, clients);
    let rendered = 0;
    let isOver = false;
    const readers = Array.from({ length: 16 }, async () => {
      while (!isOver) rendered += (await get(door.port, "/", { cookie })).status === 200 ? 1 : 0;
    });
    await pause(1_000);
    const busy = await steadyP99(world, clients);
    isOver = true;
    await Promise.all(readers);
    if (rendered === 0) throw new Error("no page was rendered");
    const ratio = busy / quiet;
    return [{ id: "P4", measure, value: told(ratio), target: "≤ 3", isMet: ratio <= 3, note: `${told(busy)} and ${told(quiet)} ms; ${rendered} pages` }];
  } finally {
    for (const client of clients) client.end();
    await door.stop();
    await pages.stop();
  }
}
