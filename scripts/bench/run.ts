import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { closePools } from "#db/client.ts";
import { closeAnswerPool } from "#server/attempts/answer-pool.ts";
import { type Figure, tableOf } from "./figures.ts";
import { measureDurable, measureHotRoute } from "./measure-answers.ts";
import { measureBank } from "./measure-bank.ts";
import { measureContestants } from "./measure-contestants.ts";
import { measureDraw, measureMillion } from "./measure-data.ts";
import { measureGame } from "./measure-game.ts";
import { measureHouse } from "./measure-house.ts";
import { measureMeeting } from "./measure-meeting.ts";
import { measureWhileRendering } from "./measure-pages.ts";
import { measureReportPages } from "./measure-report-pages.ts";
import { measureSearch } from "./measure-search.ts";
import { measureStreams } from "./measure-streams.ts";
import { measureCompletion, measureLedger } from "./measure-study.ts";
import { openWorld, type World } from "./world.ts";

type Measure = { ids: readonly string[]; run: (world: World) => Promise<Figure[]> };
const MEASURES: readonly Measure[] = [
  { ids: ["P1", "P3"], run: measureHotRoute },
  { ids: ["P2"], run: measureDurable },
  { ids: ["P8"], run: measureContestants },
  // Hands in seven attempts: after what needs all of them open.
  { ids: ["P3", "P5", "P6"], run: measureStreams },
  { ids: ["P4"], run: measureWhileRendering },
  { ids: ["P10", "P11"], run: measureHouse },
  { ids: ["P9"], run: measureDraw },
  { ids: ["P15"], run: measureBank },
  { ids: ["P14"], run: measureSearch },
  { ids: ["P12"], run: measureCompletion },
  { ids: ["P13"], run: measureLedger },
  { ids: ["P17"], run: measureReportPages },
  { ids: ["P16"], run: measureMeeting },
  { ids: ["P18"], run: measureGame },
  { ids: ["P7"], run: measureMillion },
];

/** `npm run bench [-- P1 P2 …]`: the table of performance.md, measured in one run on a database of its own. */
async function main(): Promise<void> {
  const wanted = new Set(process.argv.slice(2).map((word) => word.toUpperCase()));
  const isWanted = ({ ids }: Pick<Measure, "ids">) => wanted.size === 0 || ids.some((id) => wanted.has(id));
  const loadBefore = loadavg()[0] ?? 0;
  const startedMs = performance.now();
  const world = await openWorld();
  const figures: Figure[] = [];
  // Left alone, the temporary database would outlive us.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void world.end().finally(() => process.exit(130)));
  try {
    for (const measure of MEASURES.filter(isWanted)) {
      const began = performance.now();
      const found = await measured(measure, world);
      figures.push(...found);
      process.stderr.write(`${tableOf(found)}\n`);
      process.stderr.write(`${measure.ids.join(" ")}: ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
    }
  } finally {
    await closeAnswerPool();
    await closePools();
    await world.end();
  }
  figures.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? "",
    node: process.version,
    loadBefore,
    seconds: Math.round((performance.now() - startedMs) / 1_000),
  };
  mkdirSync(".cache", { recursive: true });
  writeFileSync(".cache/bench.json", `${JSON.stringify({ machine, figures }, null, 2)}\n`);
  process.stdout.write(
    `${tableOf(figures)}\n\n${machine.cores} cores (${machine.cpu}), Node ${machine.node}, load before ${loadBefore.toFixed(2)}, ${machine.seconds} s\n`,
  );
  process.exitCode = figures.some(({ isMet }) => isMet === false) ? 1 : 0;
}

/** A measure that breaks is a line of the report, and no reason to lose the others. */
async function measured({ ids, run }: Measure, world: World): Promise<Figure[]> {
  try {
    return await run(world);
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    return ids.map((id) => ({
      id,
      measure: "did not run to its end",
      value: "–",
      target: "",
      isMet: false,
      note: (error as Error).message.slice(0, 120),
    }));
  }
}

await main();
