import { closePools } from "#db/client.ts";
import { openDatabase } from "./open-database.ts";
import { listDemoAccounts } from "./prepare-data.ts";
import { runCommand } from "./run-command.ts";

// npm run demo:accounts: the demo accounts of this data directory and their password.
await runCommand(async () => {
  const database = await openDatabase();
  try {
    process.env["ZX_DATABASE_URL"] = database.url;
    const accounts = database.embedded ? await listDemoAccounts(database.dataDir) : null;
    if (!accounts) throw new Error("There are no demo accounts here: they are made by the first npm start on the embedded database.");
    for (const { account, password, role } of accounts) process.stdout.write(`${account}  ${password}  ${role}\n`);
  } finally {
    await closePools();
    await database.close();
  }
});
