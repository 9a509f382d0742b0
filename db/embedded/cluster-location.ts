import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findVersion, type Identity, postgresBinaries } from "./postgres-binaries.ts";
import { canEnter, serverIdentity } from "./server-identity.ts";

const checkout = resolve(import.meta.dirname, "../..");
const outside = "/var/lib/zhixing";

export type ClusterLocation = { pgdata: string; native: string; identity: Identity | null; dataDir: string };

/**
 * Where the cluster and its binaries live: in the data directory and node_modules, or, where the identity PostgreSQL runs as cannot
 * reach those (a checkout under /root), both under /var/lib/zhixing. Throws when the place recorded earlier has gone.
 */
export function clusterLocation(dataDir: string): ClusterLocation {
  mkdirSync(dataDir, { recursive: true });
  const recorded = recordedPlace(dataDir);
  if (recorded) return relocated(dataDir, recorded, serverIdentity(recorded));
  const inside = join(dataDir, "postgres");
  const identity = serverIdentity(inside);
  if (identity) openToOthers(dataDir);
  const native = postgresBinaries();
  if (canEnter(dataDir, identity) && findVersion(native, identity)) return { pgdata: inside, native, identity, dataDir };
  if (!identity)
    throw new Error(`PostgreSQL cannot run here: ${join(native, "bin/postgres")} --version fails. Set DATABASE_URL to use another server.`);
  return relocated(dataDir, join(outside, hashOf(checkout), `postgres-${hashOf(dataDir)}`), identity);
}

/** Records a cluster that lives outside its data directory; called once it exists, so that a later loss is noticed. */
export function recordLocation({ pgdata, dataDir }: ClusterLocation): void {
  if (pgdata === join(dataDir, "postgres")) return;
  writeFileSync(join(dataDir, "location"), `${pgdata}\n${dataDir}\n`);
}

/** The cluster of a data directory as it is now, or null without one: for stopping and deleting, which repair nothing. */
export function findCluster(dataDir: string): string | null {
  const file = join(dataDir, "location");
  const recorded = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const pgdata = recorded[1] === dataDir ? recorded[0] : join(dataDir, "postgres");
  return pgdata && existsSync(pgdata) ? pgdata : null;
}

/** The place written down by this data directory; a copy of another data directory starts afresh, a moved one keeps its data. */
function recordedPlace(dataDir: string): string | null {
  const file = join(dataDir, "location");
  if (!existsSync(file)) return null;
  const [pgdata, owner] = readFileSync(file, "utf8").split("\n");
  if (!pgdata || !owner || (owner !== dataDir && existsSync(join(owner, "location")))) return null;
  if (existsSync(join(pgdata, "PG_VERSION"))) return pgdata;
  throw new Error(
    `${file} says that the database is in ${pgdata}, and it is not there. Bring it back, or run npm run reset to begin anew.`,
  );
}

function relocated(dataDir: string, pgdata: string, identity: Identity | null): ClusterLocation {
  const native = postgresBinaries();
  mkdirSync(join(pgdata, ".."), { recursive: true, mode: 0o755 });
  moveClusterTo(pgdata, join(dataDir, "postgres"));
  if (findVersion(native, identity)) return { pgdata, native, identity, dataDir };
  const version = findVersion(native, null) ?? "";
  const copy = join(outside, hashOf(checkout), `native-${hashOf(version + native)}`);
  if (!existsSync(copy)) {
    const staging = `${copy}.${process.pid}`;
    cpSync(native, staging, { recursive: true, verbatimSymlinks: true });
    openToOthers(staging);
    renameSync(staging, copy);
  }
  if (!findVersion(copy, identity))
    throw new Error(`PostgreSQL was copied to ${copy} and still cannot run there: is ${outside} mounted noexec?`);
  return { pgdata, native: copy, identity, dataDir };
}

/** A checkout that was moved to where the server cannot go takes its cluster along. */
function moveClusterTo(pgdata: string, inside: string): void {
  if (existsSync(pgdata) || !existsSync(join(inside, "PG_VERSION"))) return;
  cpSync(inside, `${pgdata}.moving`, { recursive: true });
  renameSync(`${pgdata}.moving`, pgdata);
  rmSync(inside, { recursive: true });
}

function openToOthers(folder: string): void {
  chmodSync(folder, 0o755);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
