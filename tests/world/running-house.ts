import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "#db/embedded/free-port.ts";
import { startEmbedded } from "#db/embedded/start-embedded.ts";

const ROOT = process.cwd();

export type Account = { account: string; password: string; role: string };
export type RunningHouse = {
  url: string;
  databaseUrl: string;
  dataDir: string;
  accounts: Account[];
  /** The process of scripts/start.ts; its children are found by their command lines. */
  process: ChildProcess;
  /** Its process id. */
  supervisor: number;
  /** Everything it printed so far. */
  printed: () => string;
  /** SIGTERM; resolves with the exit code. */
  stop: () => Promise<number | null>;
  /** Stops it and deletes its data. */
  remove: () => Promise<void>;
};

const LINE = /^(\w+) {2}(\S+) {2}(\w+)$/;

/** Starts the whole house as `npm start` does, on a data directory and a port of its own, and waits for the ready line. */
export async function startHouse(
  options: { dataDir?: string; env?: Record<string, string>; withinMs?: number } = {},
): Promise<RunningHouse> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "zhixing-house-"));
  // A port by chance: two suites that start at once would both find 3000 free.
  const PORT = String(await freePort());
  const child = spawn(process.execPath, ["scripts/start.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ZX_DATABASE_URL: "", DATABASE_URL: "", NODE_ENV: "production", DATA_DIR: dataDir, PORT, ...options.env },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const gone = new Promise<number | null>((resolve) => child.on("close", resolve));
  const giveUpAt = performance.now() + (options.withinMs ?? 240_000);
  // The accounts follow the ready line; the last of them is the administrator's.
  // On somebody's own database there may be no accounts to print.
  const isTold = (): boolean =>
    /^ready \S+/m.test(text) &&
    (!!options.env?.["DATABASE_URL"] || /^(admin {2}|set up|http)/m.test(text.slice(text.search(/^ready /m) + 6)));
  while (!isTold()) {
    if (child.exitCode !== null || performance.now() > giveUpAt) throw new Error(`the house did not get ready:\n${text.slice(-4_000)}`);
    await pause(50);
  }
  const url = /^ready (\S+)/m.exec(text)?.[1] ?? "";
  const accounts = text.split("\n").flatMap((line) => {
    const [, account = "", password = "", role = ""] = LINE.exec(line) ?? [];
    return account ? [{ account, password, role }] : [];
  });
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null) child.kill("SIGTERM");
    return gone;
  };
  const databaseUrl = options.env?.["DATABASE_URL"] ?? (await startEmbedded({ dataDir })).url;
  return {
    url,
    databaseUrl,
    dataDir,
    accounts,
    process: child,
    supervisor: child.pid as number,
    printed: () => text,
    stop,
    remove: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Process ids of a supervisor's children whose command line names `part`, such as "live/main.ts". */
export function childrenOf(supervisor: number, part: string): number[] {
  const listed = readFileSync(`/proc/${supervisor}/task/${supervisor}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  return listed.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(part));
}
