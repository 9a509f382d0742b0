import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "#db/embedded/free-port.ts";

const SECRET = "the bench's own secret, worth nothing elsewhere";
process.env["AUTH_SECRET"] = SECRET;
const TICKS_PER_S = 100;

export type Server = Readonly<{
  port: number;
  pid: number;
  /** Seconds of CPU it has used. */
  cpuS(): number;
  rssBytes(): number;
  stop(): Promise<void>;
}>;

/** Seconds of CPU that a process has used, by /proc. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
}

function rssOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1_024;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1_500; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(" ")} ended with ${child.exitCode}`);
    const status = await fetch(url)
      .then((reply) => reply.status)
      .catch(() => 0);
    if (status === 200) return;
    await pause(20);
  }
  throw new Error(`${url} does not answer`);
}

/** Starts a server of ours as a process of its own and waits until it answers. */
export async function startServer(file: string, databaseUrl: string, env: Record<string, string> = {}, path = "/livez"): Promise<Server> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=64", "--conditions=react-server", ...file.split(" ")],
    {
      stdio: ["ignore", process.env["BENCH_LOG"] ? 2 : "ignore", "inherit"],
      env: {
        ...process.env,
        ZX_DATABASE_URL: databaseUrl,
        ZX_PAGES_URL: "http://127.0.0.1:1",
        HOST: "127.0.0.1",
        NODE_ENV: "production",
        LOG_LEVEL: process.env["BENCH_LOG"] || "error",
        AUTH_SECRET: SECRET,
        NEXTAUTH_SECRET: SECRET,
        ...env,
        PORT: String(port),
      },
    },
  );
  await answers(`http://127.0.0.1:${port}${path}`, child);
  const pid = child.pid as number;
  return {
    port,
    pid,
    cpuS: () => cpuOf(pid),
    rssBytes: () => rssOf(pid),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
