import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopEmbedded } from "#db/embedded/start-embedded.ts";
import { installBrowser } from "./install-browser.ts";
import { runBeside, runStep, type Step, tool } from "./run-step.ts";
import { STATIC_STEPS, TYPES } from "./static-steps.ts";
import { root } from "./supervise-settings.ts";

const DAY_MS = 86_400_000;
const RESULTS = join(root, ".cache", "results");

/** A vitest run whose counts are read from its own report. */
const vitest = (name: string, ...projects: string[]): Step => ({
  name,
  argv: [
    tool("vitest"),
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${join(RESULTS, `${projects[0]}.json`)}`,
  ],
});

const BUILD: Step = { name: "build", argv: [process.execPath, "scripts/build.ts"] };
const RULES = vitest("rules of the house and of the domain", "house", "domain");
const VERBS = vitest("verbs on a real PostgreSQL", "verbs");
const DOORS = vitest("doors: authorization matrix, canary crawl, input", "doors");
const FAULTS = vitest("faults: kills and drains", "faults");
const JOURNEYS: Step = { name: "journeys in Chromium", argv: [tool("playwright"), "test"] };

type Counts = { passed: number; failed: number };

/** What the runners counted themselves. */
function countsOf(): Counts {
  const sum = { passed: 0, failed: 0 };
  for (const name of ["house", "verbs", "doors", "faults"]) {
    const file = join(RESULTS, `${name}.json`);
    if (!existsSync(file)) continue;
    const report = JSON.parse(readFileSync(file, "utf8")) as { numPassedTests: number; numFailedTests: number };
    sum.passed += report.numPassedTests;
    sum.failed += report.numFailedTests;
  }
  const journeys = join(RESULTS, "journeys.json");
  if (existsSync(journeys)) {
    const { stats } = JSON.parse(readFileSync(journeys, "utf8")) as { stats: { expected: number; unexpected: number } };
    sum.passed += stats.expected;
    sum.failed += stats.unexpected;
  }
  return sum;
}

// What is taken by turns goes by this seed; `npm run prove` takes everything.
process.env["SUITE_SEED"] ??= String(Math.floor(Date.now() / DAY_MS));
process.stdout.write(`seed ${process.env["SUITE_SEED"]} (SUITE_SEED=${process.env["SUITE_SEED"]} npm test repeats it)\n`);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const failures: string[] = [];
try {
  await installBrowser();
} catch (error) {
  failures.push("browser");
  process.stderr.write(`${(error as Error).message}\n`);
}
// A browser and a build wait more than they reckon: what stands beside them uses the second core. The types are asked when the build has
// long written some of its own, and the doors once it is there; kills and drains are timed by the wall and stand alone.
failures.push(...(await runBeside([BUILD, JOURNEYS], [...STATIC_STEPS, RULES, VERBS, TYPES, DOORS])));
if (!(await runStep(FAULTS))) failures.push(FAULTS.name);
await stopEmbedded(join(root, ".cache", "tests"));
const { passed, failed } = countsOf();
if (failures.length > 0) process.stdout.write(`\nfailed: ${failures.join("; ")}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
