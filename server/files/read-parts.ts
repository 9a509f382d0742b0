import { and, asc, between, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { fileParts } from "#db/schema/files.ts";
import { PART_BYTES } from "./store-file.ts";

/** The bytes from `start` to `end`, both within; only the parts they lie in are read. */
export async function readParts(db: Db | Tx, fileId: number, start: number, end: number): Promise<Uint8Array> {
  const [first, last] = [Math.floor(start / PART_BYTES), Math.floor(end / PART_BYTES)];
  const parts = await db
    .select({ bytes: fileParts.bytes })
    .from(fileParts)
    .where(and(eq(fileParts.fileId, fileId), between(fileParts.part, first, last)))
    .orderBy(asc(fileParts.part));
  return Buffer.concat(parts.map(({ bytes }) => bytes)).subarray(start - first * PART_BYTES, end - first * PART_BYTES + 1);
}
