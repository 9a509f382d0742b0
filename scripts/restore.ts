import { readBackup, verifyBackup } from "#db/backup/read-backup.ts";
import { restoreBackup } from "#db/backup/restore-backup.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "./open-database.ts";
import { confirm, runCommand } from "./run-command.ts";
import { lockDataDir } from "./supervise-lock.ts";

const usage = "usage: npm run restore -- FILE [--check] [--replace [--yes]]";

// --check compares the file with its own manifest and touches no database. Otherwise the database must be empty, or --replace
// empties it. A backup of an earlier build is restored at its own schema version, which is then brought up to this one.
await runCommand(async () => {
  const args = process.argv.slice(2);
  const path = args.find((word) => !word.startsWith("--"));
  const unknown = args.filter((word) => word.startsWith("--") && !["--check", "--replace", "--yes"].includes(word));
  if (!path || unknown.length > 0) throw new Error(usage);
  const { tables, createdAt } = await verifyBackup(path);
  process.stdout.write(`${path}: ${tables.length} tables as of ${createdAt}, undamaged.\n`);
  if (args.includes("--check")) return;
  const replace = args.includes("--replace");
  if (replace) await confirm("Everything now in the database will be lost.", args);
  await restore(path, replace);
  process.stdout.write("Restored.\n");
});

async function restore(path: string, replace: boolean): Promise<void> {
  const database = await openDatabase();
  try {
    if (database.embedded) await lockDataDir(database.dataDir, () => "a restore");
    const { manifest } = await readBackup(path);
    await migrate(database.url, { first: manifest.migrations.length });
    await restoreBackup(database.url, path, { replace });
    await migrate(database.url);
  } finally {
    await database.close();
  }
}
