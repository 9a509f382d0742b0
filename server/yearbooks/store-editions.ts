import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { fileParts, files } from "#db/schema/files.ts";
import { yearbooks } from "#db/schema/records.ts";
import { PART_BYTES } from "#server/files/store-file.ts";
import type { Printed, PrintedFile } from "#server/printing/print-in-thread.ts";
import { CONTENT_TYPES } from "./find-yearbook.ts";

type Owner = Readonly<{ yearbookId: number; title: string; createdBy: number | null; now: Date }>;

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function storeOne(tx: Tx, { edition, path, size }: PrintedFile, owner: Owner): Promise<void> {
  const { yearbookId, title, createdBy, now } = owner;
  const row = { yearbookId, name: `${title}.${edition}`, contentType: CONTENT_TYPES[edition], size, sha256: await hashOf(path) };
  const [made] = await tx
    .insert(files)
    .values({ ...row, createdBy, createdAt: now })
    .returning({ id: files.id });
  let part = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: PART_BYTES })) {
    await tx.insert(fileParts).values({ fileId: made?.id ?? 0, part, bytes: bytes as Buffer });
    part += 1;
  }
}

/** Keeps the editions a megabyte at a time and says what they hold. Earlier ones leave the list; none is deleted. */
export async function storeEditions(db: Db, { printed, ...owner }: Owner & { printed: Printed }): Promise<void> {
  await db.transaction(async (tx) => {
    const { yearbookId, now } = owner;
    await tx
      .update(files)
      .set({ removedAt: now })
      .where(and(eq(files.yearbookId, yearbookId), isNull(files.removedAt)));
    for (const file of printed.files) await storeOne(tx, file, owner);
    const { characters, pages } = printed;
    await tx.update(yearbooks).set({ builtAt: now, characters, pages }).where(eq(yearbooks.id, yearbookId));
  });
}
