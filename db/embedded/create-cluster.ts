import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ClusterLocation, recordLocation } from "./cluster-location.ts";
import type { Identity } from "./postgres-binaries.ts";
import { namedIdentity } from "./server-identity.ts";

export const superuser = "zhixing";

/** Makes the cluster if there is none. It appears under its name in one rename, so a death half-way leaves nothing half-made. */
export async function createCluster(location: ClusterLocation): Promise<void> {
  const { pgdata, identity } = location;
  if (existsSync(join(pgdata, "PG_VERSION"))) return giveTo(identity, pgdata);
  const maker = namedIdentity(identity);
  const staging = `${pgdata}.making`;
  const passwordFile = `${pgdata}.password`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (maker) for (const path of [staging, passwordFile]) chownSync(path, maker.uid, maker.gid);
  await initdb(location.native, maker, staging, passwordFile);
  renameSync(passwordFile, join(staging, passwordName));
  giveTo(identity, staging);
  renameSync(staging, pgdata);
  recordLocation(location);
}

export const passwordName = "zhixing.password";
export const portName = "zhixing.port";

function initdb(native: string, maker: Identity | null, staging: string, passwordFile: string): Promise<void> {
  const args = ["-D", staging, "-U", superuser, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "-E", "UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"];
  const run = spawn(join(native, "bin/initdb"), [...args, ...locale], {
    cwd: "/",
    env: serverEnv(),
    stdio: ["ignore", "pipe", "pipe"],
    ...maker,
  });
  let said = "";
  run.stdout.on("data", (chunk) => (said += chunk));
  run.stderr.on("data", (chunk) => (said += chunk));
  return new Promise((done, fail) => {
    run.once("error", fail);
    run.once("close", (code) =>
      code === 0 ? done() : fail(new Error(`initdb failed (${code}); DATABASE_URL would use another server.\n${said.trim()}`)),
    );
  });
}

/** The environment PostgreSQL sees: none of ours, so that a stray PGDATA or PGPORT changes nothing. */
export function serverEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C.UTF-8", TZ: "UTC", NODE_ENV: process.env.NODE_ENV ?? "production" };
}

/** Data copied by root belongs to root, whom PostgreSQL refuses. */
function giveTo(identity: Identity | null, path: string): void {
  if (!identity || statSync(path).uid === identity.uid) return;
  const walk = (at: string): void => {
    if (lstatSync(at).isDirectory()) for (const name of readdirSync(at)) walk(join(at, name));
    chownSync(at, identity.uid, identity.gid);
  };
  walk(path);
}
