import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tool } from "./run-step.ts";
import { root } from "./supervise-settings.ts";

// `drizzle-kit check` sees history, not drift: so a migration is generated beside the real ones, and there must be nothing to generate.
const folder = mkdtempSync(join(root, ".cache-drift-"));
try {
  cpSync(join(root, "db", "migrations"), folder, { recursive: true });
  const before = readdirSync(folder).length;
  const argv = [
    "generate",
    "--dialect",
    "postgresql",
    "--schema",
    "./db/schema/*.ts",
    "--out",
    `./${folder.slice(root.length + 1)}`,
    "--casing",
    "snake_case",
  ];
  const printed = execFileSync(tool("drizzle-kit"), argv, { cwd: root, stdio: ["ignore", "pipe", "pipe"] }).toString();
  if (!printed.includes("No schema changes") || readdirSync(folder).length !== before) {
    process.stderr.write(`${printed}\nThe tables and db/migrations differ: run npm run migration and commit what it makes.\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
