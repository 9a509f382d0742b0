import { spawn } from "node:child_process";
import { root } from "./supervise-settings.ts";

export type Step = { name: string; argv: string[]; env?: Record<string, string> };

/** Runs one program of a check with its output shown as it comes; false when it failed. Its time is printed. */
export async function runStep({ name, argv, env }: Step): Promise<boolean> {
  const began = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const [command = "", ...rest] = argv;
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(command, rest, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.on("error", reject);
    child.on("close", resolve);
  });
  process.stdout.write(`── ${name}: ${code === 0 ? "ok" : `FAILED (${code})`} in ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
  return code === 0;
}

/** A tool of node_modules/.bin. */
export const tool = (name: string) => `${root}/node_modules/.bin/${name}`;
