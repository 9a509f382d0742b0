import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The postmaster of a data directory and its children. */
export function postgresProcesses(dataDir: string): number[] {
  const recorded = join(dataDir, "location");
  const pgdata = existsSync(recorded) ? (readFileSync(recorded, "utf8").split("\n")[0] ?? "") : join(dataDir, "postgres");
  const pid = Number(readFileSync(join(pgdata, "postmaster.pid"), "utf8").split("\n")[0]);
  return [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number)];
}
