import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { FileReply } from "#server/file-reply.ts";
import { ZipFile } from "#server/printing/write-zip.ts";
import type { Listed } from "./manifest.ts";
import type { PackedTable } from "./pack-contents.ts";
import { smallReadme } from "./readme.ts";
import { endPack, writeTables } from "./write-pack.ts";

type Subject = Readonly<{ kind: "hall" | "game"; id: number; title: string }>;

/**
 * The evidence pack of a final or of a quiz in a room: small enough to be made while somebody waits. Read as of one instant; the same manifest
 * as a contest's, checked by the same command.
 */
export async function smallPack(db: Db, { kind, id, title }: Subject, tables: readonly PackedTable[], now: Date) {
  const folder = await mkdtemp(join(tmpdir(), "zhixing-evidence-"));
  try {
    const path = join(folder, "pack.zip");
    const subject: Omit<Listed, "files"> = { [kind]: { id, title }, madeAt: now.toISOString() };
    const written = await db.transaction(
      async (tx) => {
        await tx.execute(sql`set local statement_timeout = '60s'`);
        const zip = new ZipFile(path);
        await zip.add("README.txt", smallReadme(kind, title, now));
        await writeTables(tx, zip, tables, id, async () => undefined);
        return endPack(zip, subject);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    const fileName = `evidence-${kind}-${id}-${now.toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z.zip`;
    const file: FileReply = { fileName, contentType: "application/zip", bytes: await readFile(path) };
    return { file, root: written.root, files: written.files };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
