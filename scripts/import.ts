import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { closePools, database } from "#db/client.ts";
import { readContentPack } from "#server/content/content-pack.ts";
import { loadContent } from "#server/content/load-content.ts";
import { openDatabase } from "./open-database.ts";
import { runCommand } from "./run-command.ts";
import { root } from "./supervise-settings.ts";

// npm run import [-- FOLDER]: loads a content pack (content/ by default). Running it again changes nothing; a changed question becomes a new version.
await runCommand(async () => {
  const folder = resolve(root, process.argv[2] ?? "content");
  await readFile(`${folder}/pack.yaml`).catch(() => {
    throw new Error(`${folder} holds no content pack: pack.yaml is missing.`);
  });
  const pack = await readContentPack(folder);
  const open = await openDatabase();
  try {
    process.env["ZX_DATABASE_URL"] = open.url;
    const { materials, questions } = await loadContent(database("desk"), pack, new Date());
    const line = (name: string, counts: typeof materials) =>
      `${name}: ${counts.added} added, ${counts.changed} changed, ${counts.untouched} untouched, ${counts.kept} kept as edited here\n`;
    process.stdout.write(line("materials", materials) + line("questions", questions));
  } finally {
    await closePools();
    await open.close();
  }
});
