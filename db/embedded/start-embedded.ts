import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type ClusterLocation, clusterLocation, findCluster } from "./cluster-location.ts";
import { createCluster, passwordName, portName, superuser } from "./create-cluster.ts";
import { findListenError, freePort } from "./free-port.ts";
import { launchServer, PortTaken } from "./launch-server.ts";
import { findPostmaster } from "./postmaster.ts";
import { type SocketLock, trySocketLock } from "./socket-lock.ts";

const database = "zhixing";
const stopWithinMs = 12_000;
const adoptWithinMs = 120_000;

export type EmbeddedServer = {
  url: string;
  /** A server left running by an earlier process was taken over. */
  adopted: boolean;
  /** Fast shutdown; returns when the server has gone. */
  stop(): Promise<void>;
  /** Starts the server again, on the same port, if it died; true when it had. */
  restartIfDown(): Promise<boolean>;
};

/** Starts (or takes over) the PostgreSQL of this data directory, making it first if need be. Survives our death: the next call adopts it. */
export async function startEmbedded(opts: { dataDir: string }): Promise<EmbeddedServer> {
  const dataDir = resolve(opts.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const turn = await takeTurn(dataDir);
  const { location, port, adopted } = await openCluster(dataDir).finally(() => turn.release());
  const url = urlOf(location, port);
  let restarting: Promise<boolean> | null = null;
  const restart = async (): Promise<boolean> => {
    if (findPostmaster(location.pgdata)?.alive) return false;
    await launchServer(location, port, () => accepts(location, port));
    return true;
  };
  return {
    url,
    adopted,
    stop: () => stopServer(location.pgdata),
    restartIfDown: () => (restarting ??= restart().finally(() => (restarting = null))),
  };
}

/** Stops the server of this data directory if one runs; true when one did. */
export async function stopEmbedded(dataDir: string): Promise<boolean> {
  const pgdata = findCluster(resolve(dataDir));
  if (pgdata === null || !findPostmaster(pgdata)?.alive) return false;
  await stopServer(pgdata);
  return true;
}

async function openCluster(dataDir: string): Promise<{ location: ClusterLocation; port: number; adopted: boolean }> {
  const location = clusterLocation(dataDir);
  await createCluster(location);
  const running = await runningOrLaunched(location);
  await makeDatabase(location, running.port);
  return { location, ...running };
}

/** Two that start at once would both make the cluster, or both launch it: the second waits and adopts. */
async function takeTurn(dataDir: string): Promise<SocketLock> {
  for (;;) {
    const lock = await trySocketLock(dataDir, "postgres", () => "");
    if (typeof lock !== "string") return lock;
    await pause(50);
  }
}

async function runningOrLaunched(location: ClusterLocation): Promise<{ port: number; adopted: boolean }> {
  const giveUpAt = performance.now() + adoptWithinMs;
  for (;;) {
    const running = findPostmaster(location.pgdata);
    if (!running?.alive) break;
    // Alive and not accepting yet: it starts, recovers or is about to go. One of the two will show.
    if (running.port > 0 && (await accepts(location, running.port))) return { port: running.port, adopted: true };
    if (performance.now() > giveUpAt)
      throw new Error(`PostgreSQL (process ${running.pid}) runs on ${location.pgdata} and does not answer.`);
    await pause(50);
  }
  const portFile = join(location.pgdata, portName);
  let port = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : await freePort();
  for (;;) {
    if ((await findListenError(port, "127.0.0.1")) !== null) port = await freePort();
    try {
      await launchServer(location, port, () => accepts(location, port));
      writeFileSync(portFile, String(port), { mode: 0o600 });
      return { port, adopted: false };
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
}

function urlOf({ pgdata }: ClusterLocation, port: number, name = database): string {
  return `postgres://${superuser}:${readFileSync(join(pgdata, passwordName), "utf8")}@127.0.0.1:${port}/${name}`;
}

/** Does our own server answer? A wrong password is an error: waiting would not help. */
async function accepts(location: ClusterLocation, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(location, port, "postgres"), connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined); // a server that dies under the question shows in the rejection below
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "53300") return true; // full, so very much alive
    if (code === "28P01") throw new Error(`The password in ${join(location.pgdata, passwordName)} is not the database's.`);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeDatabase(location: ClusterLocation, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(location, port, "postgres") });
  await client.connect();
  const found = await client.query("select 1 from pg_database where datname = $1", [database]);
  if (found.rowCount === 0) await client.query(`create database ${database}`);
  await client.end();
}

async function stopServer(pgdata: string): Promise<void> {
  const running = findPostmaster(pgdata);
  if (!running?.alive) return;
  const startedAt = performance.now();
  process.kill(running.pid, "SIGINT"); // fast: ends sessions, checkpoints, leaves
  let urged = false;
  while (findPostmaster(pgdata)?.alive) {
    if (!urged && performance.now() - startedAt > stopWithinMs) {
      urged = true;
      process.kill(running.pid, "SIGQUIT"); // at once; the next start recovers from the log
    }
    await pause(25);
  }
}
