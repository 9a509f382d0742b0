import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeBackup } from "#db/backup/write-backup.ts";
import { openDatabase } from "./open-database.ts";
import { runCommand } from "./run-command.ts";

// npm run backup [-- FILE]: everything in the database as of one instant, while the house runs. Kept in DATA_DIR/backups by default.
await runCommand(async () => {
  const database = await openDatabase();
  try {
    const now = new Date();
    const folder = join(database.dataDir, "backups");
    const path = process.argv[2] ?? join(folder, `zhixing-${now.toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z.tar`);
    if (!process.argv[2]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const manifest = await writeBackup(database.url, path, now);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `${path}\n${manifest.tables.length} tables, ${rows} rows, ${statSync(path).size} bytes. It holds personal data and password hashes: keep it encrypted.\n`,
    );
  } finally {
    await database.close();
  }
});
