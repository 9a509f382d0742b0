import { createInterface } from "node:readline/promises";

/** Runs what a person asked for on the command line; a failure is one sentence on stderr and exit code 1. */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

/** Asks before something that cannot be undone. Without a terminal nobody can answer: `--yes` must have been said. */
export async function confirm(question: string, args: string[]): Promise<void> {
  if (args.includes("--yes")) return;
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new Error(`${question} Say --yes to do it.`);
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`${question} [y/N] `);
  prompt.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Error("Nothing was changed.");
}
