import { spawn } from "node:child_process";
import { root } from "./supervise-settings.ts";

export type Step = { name: string; argv: string[]; env?: Record<string, string> };
/** What a program prints is shown as it comes, or as a whole when it ends: two that run at once would speak between each other's lines. */
type Shown = "live" | "whole";

/** Runs one program of a check and shows its output; false when it failed. Its time is printed. */
export async function runStep({ name, argv, env }: Step, shown: Shown = "live"): Promise<boolean> {
  const began = performance.now();
  process.stdout.write(shown === "live" ? `\n── ${name}\n` : `── ${name} …\n`);
  const [command = "", ...rest] = argv;
  const printed: Buffer[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const out = shown === "live" ? "inherit" : "pipe";
    const child = spawn(command, rest, { cwd: root, stdio: ["ignore", out, out], env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => printed.push(chunk));
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (shown === "whole") process.stdout.write(`\n── ${name}\n${Buffer.concat(printed).toString()}`);
  process.stdout.write(`── ${name}: ${code === 0 ? "ok" : `FAILED (${code})`} in ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
  return code === 0;
}

/** Runs rows of steps beside each other, each row in its order and to its end; returns the names of those that failed. */
export async function runBeside(...rows: readonly (readonly Step[])[]): Promise<string[]> {
  const failed: string[] = [];
  const run = async (row: readonly Step[]): Promise<void> => {
    for (const step of row) if (!(await runStep(step, "whole"))) failed.push(step.name);
  };
  await Promise.all(rows.map(run));
  return failed;
}

/** A tool of node_modules/.bin. */
export const tool = (name: string) => `${root}/node_modules/.bin/${name}`;
