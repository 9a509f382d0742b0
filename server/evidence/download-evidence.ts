import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { evidencePacks, evidenceParts } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { type StreamReply, streamReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

async function* partsOf(db: Db, packId: number): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const [row] = await db
      .select({ bytes: evidenceParts.bytes })
      .from(evidenceParts)
      .where(and(eq(evidenceParts.packId, packId), eq(evidenceParts.part, part)));
    if (!row) return;
    yield row.bytes;
  }
}

/** The bytes of an evidence pack, for who runs the contest. It holds names, answers and keys: every download is in the ledger. */
export const downloadEvidence = query({
  at: "GET /api/desk/contests/:slug/evidence/:id",
  input: z.strictObject({ slug: z.string().max(80), id: idSchema }),
  output: streamReply,
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, id }, context): Promise<StreamReply> {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(context.viewer, contest)) throw new Refusal("not-found");
    const [pack] = await db
      .select({ fileName: evidencePacks.fileName, size: evidencePacks.size, rootHash: evidencePacks.rootHash })
      .from(evidencePacks)
      .where(and(eq(evidencePacks.id, id), eq(evidencePacks.contestId, contest.id)));
    if (!pack) throw new Refusal("not-found");
    await writeAudit(db, {
      ...{ context, action: "evidence.download", object: "contest", objectId: contest.id, branchId: contest.branchId },
      after: { pack: id, rootHash: pack.rootHash },
    });
    return { fileName: pack.fileName, contentType: "application/zip", size: pack.size, parts: partsOf(db, id) };
  },
});
