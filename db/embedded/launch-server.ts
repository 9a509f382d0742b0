import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ClusterLocation } from "./cluster-location.ts";
import { serverEnv } from "./create-cluster.ts";
import { findPostmaster } from "./postmaster.ts";

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 100,
  shared_buffers: "128MB",
  effective_cache_size: "1GB",
  random_page_cost: 1.1,
  wal_compression: "on",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
  jit: "off",
};

const logLimitBytes = 20_000_000;
const retryForMs = 60_000;
/** What a new server says while the children of a killed one still hold its memory: they leave by themselves. */
const passing = /shared memory block .* is still in use|lock file ".*" already exists/;

export class PortTaken extends Error {}

/**
 * Starts PostgreSQL detached from us and returns once it accepts (as `accepts` finds). We spawn the server itself, not pg_ctl: as its parent we
 * reap it when it dies, and PG_GRANDPARENT_PID tells it that the number in a stale postmaster.pid is no server (which it then
 * confirms by the shared memory); nobody deletes that file. Throws PortTaken, or an error with what the server said.
 */
export async function launchServer(location: ClusterLocation, port: number, accepts: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + retryForMs;
  for (;;) {
    const said = await tryLaunch(location, port, accepts, giveUpAt);
    if (said === null) return;
    if (/could not bind|could not create any TCP/.test(said)) throw new PortTaken(said);
    if (!passing.test(said) || performance.now() > giveUpAt) throw new Error(`PostgreSQL did not start:\n${said.trim()}`);
    await pause(200);
  }
}

async function tryLaunch(
  location: ClusterLocation,
  port: number,
  accepts: () => Promise<boolean>,
  giveUpAt: number,
): Promise<string | null> {
  const { path, from } = openLog(location.dataDir);
  const log = openSync(path, "a", 0o600);
  const stale = findPostmaster(location.pgdata);
  const env = { ...serverEnv(), ...(stale && !stale.alive ? { PG_GRANDPARENT_PID: String(stale.pid) } : {}) };
  const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(location.native, "bin/postgres"), ["-D", location.pgdata, ...flags], {
    cwd: "/",
    detached: true,
    env,
    stdio: ["ignore", log, log],
    ...location.identity,
  });
  closeSync(log);
  let failure: Error | null = null;
  server.once("error", (error) => (failure = error));
  server.unref();
  while (failure === null && server.exitCode === null && server.signalCode === null) {
    if (await accepts()) return null;
    if (performance.now() > giveUpAt) return `It does not accept connections after ${retryForMs / 1000} s; see ${path}.`;
    await pause(25);
  }
  if (failure) throw failure;
  return readFileSync(path).subarray(from).toString();
}

function openLog(dataDir: string): { path: string; from: number } {
  mkdirSync(join(dataDir, "log"), { recursive: true, mode: 0o700 });
  const path = join(dataDir, "log", "postgres.log");
  const bytes = existsSync(path) ? statSync(path).size : 0;
  if (bytes <= logLimitBytes) return { path, from: bytes };
  renameSync(path, `${path}.1`);
  return { path, from: 0 };
}
