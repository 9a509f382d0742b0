import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceHash } from "./source-hash.ts";
import { root } from "./supervise-settings.ts";

const STAMP = join(root, ".next", "zhixing-build");

/** Runs a Node program to its end; its output is shown when it fails. */
function run(argv: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    });
    const printed: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${argv[0]} failed:\n${Buffer.concat(printed).toString()}`))));
  });
}

/** Builds the pages when their sources have changed since the last build; true when it built. */
export async function buildIfNeeded(): Promise<boolean> {
  const hash = sourceHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return false;
  await run([join(root, "node_modules", "next", "dist", "bin", "next"), "build"]);
  await run([join(root, "scripts", "write-openapi.ts")]);
  writeFileSync(STAMP, hash);
  return true;
}

if (process.argv[1] === import.meta.filename) {
  const built = await buildIfNeeded();
  process.stdout.write(built ? "built\n" : "the build is up to date\n");
}
