import { chmodSync, cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { clusterLocation, recordLocation } from "#db/embedded/cluster-location.ts";
import { startEmbedded } from "#db/embedded/start-embedded.ts";

/** One statement on a connection of its own. */
export async function askOnce<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/**
 * A copy of a running server on `dataDir` that follows it and without which it acknowledges nothing (synchronous). By the low-level backup of
 * the manual (25.3.4): the embedded package brings no pg_basebackup.
 */
export async function aStandbyOf(primary: { url: string; dataDir: string }, dataDir: string): Promise<{ url: string }> {
  const [from, to] = [clusterLocation(primary.dataDir), clusterLocation(dataDir)];
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  await client.query("alter system set wal_keep_size = '1GB'");
  await client.query("select pg_reload_conf()");
  await client.query("select pg_backup_start('standby', true)");
  cpSync(from.pgdata, to.pgdata, { recursive: true });
  chmodSync(to.pgdata, 0o700);
  const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
  for (const own of ["postmaster.pid", "postmaster.opts", "zhixing.port"]) rmSync(join(to.pgdata, own), { force: true });
  writeFileSync(join(to.pgdata, "backup_label"), rows[0]?.labelfile ?? "");
  writeFileSync(join(to.pgdata, "standby.signal"), "");
  const { hostname, port, username, password } = new URL(primary.url);
  const follows = `host=${hostname} port=${port} user=${username} password=${password} application_name=standby`;
  writeFileSync(join(to.pgdata, "postgresql.auto.conf"), `primary_conninfo = '${follows}'\n`);
  if (!existsSync(join(dataDir, "location"))) recordLocation(to);
  const { url } = await startEmbedded({ dataDir });
  await client.query("alter system set synchronous_standby_names = 'standby'");
  await client.query("select pg_reload_conf()");
  const giveUpAt = performance.now() + 60_000;
  while ((await client.query("select 1 from pg_stat_replication where sync_state = 'sync'")).rowCount === 0) {
    if (performance.now() > giveUpAt) throw new Error("the standby does not follow");
    await pause(100);
  }
  await client.end();
  return { url };
}

export type Switch = { port: number; leadTo: (port: number | null) => void; close: () => void };

/** A fixed address in front of one server or another: what a pair of database servers stands behind. Led elsewhere it cuts what is connected. */
export async function aSwitch(port: number): Promise<Switch> {
  let target: number | null = port;
  const open = new Set<Socket>();
  const server: Server = createServer((near) => {
    if (target === null) return void near.destroy();
    const far = dial(target, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    leadTo: (to) => {
      target = to;
      cut();
    },
    close: () => {
      server.close();
      cut();
    },
  };
}
