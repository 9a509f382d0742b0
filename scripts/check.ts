import { runStep, tool } from "./run-step.ts";
import { STATIC_STEPS, TYPES } from "./static-steps.ts";

// npm run check: what a person runs before a commit. Types, lint, dead code, drift, the rules of the house and of the domain.
const steps = [TYPES, ...STATIC_STEPS, { name: "rules", argv: [tool("vitest"), "run", "--project", "house", "--project", "domain"] }];
let failed = 0;
for (const step of steps) if (!(await runStep(step))) failed += 1;
process.exitCode = failed === 0 ? 0 : 1;
