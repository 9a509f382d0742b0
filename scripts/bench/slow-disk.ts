import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { clusterLocation } from "#db/embedded/cluster-location.ts";
import { createCluster, passwordName, superuser } from "#db/embedded/create-cluster.ts";
import { freePort } from "#db/embedded/free-port.ts";

const compilers = ["cc", "gcc", "clang"];

/** Compiles the shim; null without a C compiler. */
function compiled(into: string): string | null {
  const target = join(into, "slowsync.so");
  for (const compiler of compilers) {
    try {
      execFileSync(compiler, ["-shared", "-fPIC", "-O2", "-o", target, join(import.meta.dirname, "slowsync.c"), "-ldl"], {
        stdio: "ignore",
      });
      chmodSync(target, 0o755);
      return target;
    } catch {
      // not installed: the next one
    }
  }
  return null;
}

/** A PostgreSQL whose every sync takes 5 ms longer; null without a C compiler. */
export async function startSlowDatabase(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const dataDir = mkdtempSync("/tmp/zhixing-slow-");
  chmodSync(dataDir, 0o755);
  const shim = compiled(dataDir);
  if (shim === null) {
    rmSync(dataDir, { recursive: true });
    return null;
  }
  const location = clusterLocation(dataDir);
  await createCluster(location);
  const port = await freePort();
  const flags = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `port=${port}`,
    "shared_buffers=128MB",
    "max_wal_size=2GB",
    "wal_compression=on",
    "jit=off",
    "timezone=UTC",
  ];
  const server = spawn(join(location.native, "bin/postgres"), ["-D", location.pgdata, ...flags.flatMap((flag) => ["-c", flag])], {
    cwd: "/",
    stdio: "ignore",
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C.UTF-8", TZ: "UTC", NODE_ENV: "production", LD_PRELOAD: shim, SLOW_SYNC_US: "5000" },
    ...location.identity,
  });
  const url = `postgres://${superuser}:${readFileSync(join(location.pgdata, passwordName), "utf8")}@127.0.0.1:${port}/`;
  await makeDatabase(`${url}postgres`);
  return {
    url: `${url}zhixing`,
    async stop() {
      server.kill("SIGINT");
      await once(server, "exit");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function makeDatabase(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("create database zhixing");
      return await client.end();
    } catch (error) {
      if (tries > 200) throw error;
      await pause(50); // it is still starting
    }
  }
}
