import { type Step, tool } from "./run-step.ts";

const node = process.execPath;

export const TYPES: Step = { name: "types", argv: [tool("tsc"), "--noEmit"] };

/** Everything else that can be said about the code without running the product. */
export const STATIC_STEPS: readonly Step[] = [
  { name: "lint, format, rooms, cycles", argv: [tool("biome"), "check", "--error-on-warnings", "."] },
  { name: "dead code", argv: [tool("knip"), "--no-progress"] },
  { name: "migrations are whole", argv: [node, "scripts/check-drift.ts"] },
];
