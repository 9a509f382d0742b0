import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopEmbedded } from "#db/embedded/start-embedded.ts";
import { installBrowser } from "./install-browser.ts";
import { runStep, type Step, tool } from "./run-step.ts";
import { STATIC_STEPS } from "./static-steps.ts";
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

const STEPS: readonly Step[] = [
  ...STATIC_STEPS,
  { name: "build", argv: [process.execPath, "scripts/build.ts"] },
  vitest("rules of the house and of the domain", "house", "domain"),
  vitest("verbs on a real PostgreSQL", "verbs"),
  vitest("doors: authorization matrix, canary crawl, input", "doors"),
  vitest("faults: kills and drains", "faults"),
  { name: "journeys in Chromium", argv: [tool("playwright"), "test"] },
];

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
for (const step of STEPS) if (!(await runStep(step))) failures.push(step.name);
await stopEmbedded(join(root, ".cache", "tests"));
const { passed, failed } = countsOf();
if (failures.length > 0) process.stdout.write(`\nfailed: ${failures.join("; ")}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
