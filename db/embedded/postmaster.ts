import { existsSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

export type Postmaster = { pid: number; port: number; alive: boolean };

/**
 * What postmaster.pid says, or null without one. `alive` only when that process is a PostgreSQL of this very directory: after a
 * reboot the number may be anyone's, and in a container without an init a killed server stays behind as a zombie.
 */
export function findPostmaster(pgdata: string): Postmaster | null {
  const file = join(pgdata, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), alive: isServerOf(pgdata, pid) };
}

function isServerOf(pgdata: string, pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const isZombie = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) === "Z";
    return !isZombie && stat.includes("(postgres)") && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgdata);
  } catch {
    // No such process, or one we may not look at: either way not our server.
    return false;
  }
}
