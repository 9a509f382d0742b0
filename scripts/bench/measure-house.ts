import { mkdtempSync, rmSync } from "node:fs";
import { type Figure, notRun, told } from "./figures.ts";
import { isBuilt, NOT_BUILT, type RunningHouse, startHouse } from "./house.ts";
import { get } from "./page-reader.ts";

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
  if (!isBuilt())
    return [
      notRun("P10", "warm npm start to ready", "≤ 5 s", NOT_BUILT),
      notRun("P11", "JavaScript of a member page; of the play page", "≤ 170 KB; ≤ 190 KB", NOT_BUILT),
    ];
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
      {
        id: "P10",
        measure: "warm npm start to ready",
        value: `${told(seconds)} s`,
        target: "≤ 5 s",
        isMet: seconds <= 5,
        note: `cold, with a new database: ${told(cold.readyMs / 1_000)} s`,
      },
      {
        id: "P11",
        measure: "JavaScript of a member page, compressed",
        value: `${told(home)} KB`,
        target: "≤ 170 KB",
        isMet: home <= 170,
        note: "",
      },
      {
        id: "P11",
        measure: "JavaScript of the play page, compressed",
        value: `${told(play)} KB`,
        target: "≤ 190 KB",
        isMet: play <= 190,
        note: "",
      },
    ];
  } finally {
    await warm.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
