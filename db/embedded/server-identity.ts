import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { Identity } from "./postgres-binaries.ts";

/** A number nobody is likely to own; below 65536, so that it exists in a container's map of users too. */
const madeUp: Identity = { uid: 54329, gid: 54329 };

/**
 * Whom PostgreSQL runs as: null for "as ourselves". It refuses root, so root steps down to the owner of an existing cluster, else
 * to `postgres`, else to a number of its own; `nobody` last, because other daemons run as it and could read the data.
 */
export function serverIdentity(pgdata: string): Identity | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(pgdata)) {
    const { uid, gid } = statSync(pgdata);
    if (uid !== 0) return { uid, gid };
  }
  const candidates = [findUser("postgres"), madeUp, findUser("nobody")];
  const usable = candidates.find((identity) => identity !== null && canBecome(identity));
  if (usable) return usable;
  throw new Error(
    "PostgreSQL does not run as root, and this process may not become anyone else: run as an ordinary user or set DATABASE_URL.",
  );
}

/** Whom initdb runs as in place of `identity`: it insists on a user with a name, which the server does not. */
export function namedIdentity(identity: Identity | null): Identity | null {
  const users = listUsers();
  if (!identity || users.some(({ uid }) => uid === identity.uid)) return identity;
  const named = users.toReversed().find((user) => user.uid !== 0 && canBecome(user));
  return named ? { uid: named.uid, gid: named.gid } : identity;
}

function findUser(wanted: string): Identity | null {
  const user = listUsers().find(({ name }) => name === wanted);
  return user ? { uid: user.uid, gid: user.gid } : null;
}

function listUsers(): Array<Identity & { name: string }> {
  const passwd = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "";
  const rows = passwd.split("\n").map((line) => line.split(":"));
  return rows
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name && uid >= 0 && gid >= 0);
}

function canBecome(identity: Identity): boolean {
  return spawnSync("/bin/sh", ["-c", "exit 0"], { cwd: "/", ...identity }).status === 0;
}

/** May this identity enter the folder, all its parents included? Asked of the kernel, not reckoned from mode bits. */
export function canEnter(folder: string, identity: Identity | null): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd -- "$0"', folder], { cwd: "/", ...identity }).status === 0;
}
