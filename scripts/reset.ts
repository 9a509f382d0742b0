import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { findCluster } from "#db/embedded/cluster-location.ts";
import { stopEmbedded } from "#db/embedded/start-embedded.ts";
import { confirm, runCommand } from "./run-command.ts";
import { lockDataDir } from "./supervise-lock.ts";
import { root } from "./supervise-settings.ts";

// npm run reset [-- --yes]: back to before the first start. Deletes the embedded database, its secrets and logs; keeps backups.
await runCommand(async () => {
  if (process.env["DATABASE_URL"])
    throw new Error("DATABASE_URL is set: that database belongs to its administrator, and reset leaves it alone.");
  const dataDir = resolve(root, process.env["DATA_DIR"] || ".data");
  if (!existsSync(dataDir)) return void process.stdout.write(`${dataDir} does not exist: nothing to reset.\n`);
  await confirm(`Everything in ${dataDir} but its backups will be deleted.`, process.argv);
  const lock = await lockDataDir(dataDir, () => "a reset");
  await stopEmbedded(dataDir);
  const cluster = findCluster(dataDir);
  if (cluster) rmSync(cluster, { recursive: true });
  for (const name of readdirSync(dataDir)) if (name !== "backups") rmSync(join(dataDir, name), { recursive: true });
  lock.release();
  process.stdout.write(`${dataDir} is as before the first start.\n`);
});
