import { sessionCookie } from "#app/_http/session-cookie.ts";
import { startServer } from "./children.ts";
import { type Figure, median, notRun, told } from "./figures.ts";
import { isBuilt, NOT_BUILT } from "./house.ts";
import { openLedger } from "./measure-study.ts";
import { get } from "./page-reader.ts";
import { timesOf } from "./times-of.ts";
import type { World } from "./world.ts";

const [WARM_UP, OPENINGS, LIMIT_MS] = [5, 20, 1_000];

/** What a page must hold to have been measured: a row of the table, in the words of the seed. */
const PAGES = [
  { name: "people × items, first page of 50", path: "/desk/reports/bench/people", holds: "项目40" },
  { name: "branches × items, 100 lines", path: "/desk/reports/bench", holds: "支部100" },
] as const;

/** P17: the completion table of 2,000 people and 40 items, opened over HTTP as the administrator of the branch opens it. */
export async function measureReportPages(world: World): Promise<Figure[]> {
  const measure = "completion table 2,000 × 40 opened as a page, worst of 20";
  if (!isBuilt()) return [notRun("P17", measure, "< 1 s", NOT_BUILT)];
  await openLedger(world);
  const cookie = (await sessionCookie(world.contest.contestants[0]?.sessionId ?? "")).split(";")[0] ?? "";
  const pages = await startServer("node_modules/next/dist/bin/next start -H 127.0.0.1", world.url, {}, "/sign-in");
  const door = await startServer("live/main.ts", world.url, { ZX_PAGES_URL: `http://127.0.0.1:${pages.port}` });
  try {
    const figures: Figure[] = [];
    for (const { name, path, holds } of PAGES) {
      const open = async () => {
        const { status, text } = await get(door.port, path, { cookie });
        if (status !== 200 || !text.includes(holds)) throw new Error(`${path} answered ${status} without its table`);
      };
      const [first = Number.NaN] = await timesOf(1, open);
      await timesOf(WARM_UP - 1, open);
      const times = await timesOf(OPENINGS, open);
      const worst = Math.max(...times);
      const { bytes } = await get(door.port, path, { cookie, packed: true });
      figures.push({
        ...{ id: "P17", measure: `${measure}: ${name}`, value: `${told(worst)} ms`, target: "< 1 s", isMet: worst < LIMIT_MS },
        note: `median ${told(median(times))} ms; the very first ${told(first)} ms; ${told(bytes / 1_024)} KB on the wire`,
      });
    }
    return figures;
  } finally {
    await door.stop();
    await pages.stop();
  }
}
