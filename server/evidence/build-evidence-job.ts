import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, database } from "#db/client.ts";
import { evidencePacks, evidenceParts } from "#db/schema/integrity.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { PART_BYTES } from "#server/files/store-file.ts";
import { noteProgress } from "#server/jobs/note-progress.ts";
import { type WrittenPack, writePack } from "./write-pack.ts";

const payloadSchema = z.object({ contestId: z.number() });
const STORING = 90;

type Made = Readonly<{ contestId: number; slug: string; askedBy: number | null; path: string; written: WrittenPack; now: Date }>;

/** Keeps the zip a megabyte at a time. Earlier packs stay: they say what was known when they were made. */
async function store(db: Db, { contestId, slug, askedBy, path, written, now }: Made): Promise<number> {
  return db.transaction(async (tx) => {
    const fileName = `evidence-${slug}-${now.toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z.zip`;
    const { size, files, root: rootHash } = written;
    const [made] = await tx
      .insert(evidencePacks)
      .values({ contestId, askedBy, madeAt: now, fileName, size, files, rootHash })
      .returning({ id: evidencePacks.id });
    const packId = made?.id ?? 0;
    let part = 0;
    for await (const bytes of createReadStream(path, { highWaterMark: PART_BYTES })) {
      await tx.insert(evidenceParts).values({ packId, part, bytes: bytes as Buffer });
      part += 1;
    }
    return packId;
  });
}

/** Makes the evidence pack of a contest (B16): read as of one instant, written to a file of its own, then kept. */
export async function buildEvidenceJob(
  payload: Record<string, unknown>,
  now: Date,
  job: Readonly<{ id: number; createdBy: number | null }>,
) {
  const { contestId } = payloadSchema.parse(payload);
  const db = database("desk");
  const contest = await findContestById(db, contestId);
  if (!contest) throw new Error(`there is no contest ${contestId}`);
  const folder = await mkdtemp(join(tmpdir(), "zhixing-evidence-"));
  try {
    const path = join(folder, "pack.zip");
    const note = (share: number) => noteProgress(db, job.id, STORING * share, {});
    const written = await db.transaction(
      async (tx) => {
        await tx.execute(sql`set local statement_timeout = '300s'`); // a worker's reading; nobody waits for it
        return writePack(tx, contest, path, now, note);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    const packId = await store(db, { contestId, slug: contest.slug, askedBy: job.createdBy, path, written, now });
    return { packId, files: written.files, root: written.root };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
