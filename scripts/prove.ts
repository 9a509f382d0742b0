import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { runStep, type Step, tool } from "./run-step.ts";
import { root } from "./supervise-settings.ts";

// npm run prove: the long forms of the proofs. Figures go to docs/proofs.md by hand, with the commit and this command.
const vitest = (name: string, project: string, env: Record<string, string>): Step => ({
  name,
  argv: [tool("vitest"), "run", "--project", project],
  env,
});

const STEPS: readonly Step[] = [
  { name: "build", argv: [process.execPath, "scripts/build.ts"] },
  vitest("kills: forty rounds of live process, PostgreSQL and the whole app; three stages of sixty teams over HTTP", "faults", {
    ...{ FAULT_ROUNDS: "40", FAULT_BACKENDS: "400", SUITE_WHOLE: "1" },
  }),
  // What `npm test` takes by turns (tests/world/short-form.ts), all of it.
  vitest("doors: every hostile value, every page refused to everybody", "doors", { SUITE_WHOLE: "1" }),
  {
    ...vitest("ten thousand broken files of each format, and of Word and Excel", "verbs", { SUITE_WHOLE: "1" }),
    argv: [tool("vitest"), "run", "--project", "verbs", "server/question-files/broken"],
  },
  {
    ...vitest("yearbook of 39 records and more than 800,000 characters", "verbs", {
      ...{ YEARBOOK_MEETINGS: "39", YEARBOOK_CHARACTERS: "940000", YEARBOOK_FOLDER: `${root}/.cache/yearbook` },
    }),
    argv: [tool("vitest"), "run", "--project", "verbs", "server/yearbooks"],
  },
  vitest("spreadsheets as LibreOffice opens them (Debian: libreoffice-calc-nogui)", "office", {}),
  { name: "journeys", argv: [tool("playwright"), "test"], env: { SUITE_WHOLE: "1" } },
  {
    name: "journeys in English, phones and desks changed about",
    argv: [tool("playwright"), "test"],
    env: { SUITE_WHOLE: "1", JOURNEY_LANGUAGE: "en", JOURNEY_SCREENS: "swapped" },
  },
  { name: "bench", argv: [process.execPath, "scripts/bench/run.ts"] },
];

mkdirSync(`${root}/.cache`, { recursive: true });
process.stdout.write(`commit ${execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root }).toString()}`);
let failed = 0;
for (const step of STEPS) if (!(await runStep(step))) failed += 1;
process.exitCode = failed === 0 ? 0 : 1;
