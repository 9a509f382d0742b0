import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { sameClockOn, shiftDraft } from "#domain/programmes/shift-draft.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findProgramme } from "./find-programme.ts";
import { insertProgramme } from "./insert-programme.ts";
import { readDraft } from "./read-draft.ts";

/** What the old one left open goes on in the new one, known by where it came from (R40). */
async function carryPoints(tx: Tx, fromId: number, toId: number, now: Date): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into open_points (programme_id, branch_id, body, measure, owner_id, due_at, created_by, created_at, carried_from_id)
    select ${toId}, branch_id, body, measure, owner_id, null, created_by, ${now}, id from open_points
    where programme_id = ${fromId} and closed_at is null order by id`);
  return rowCount ?? 0;
}

/** Makes a new draft from last year's programme or from a template: every date moves with the start, open points are carried on. */
export const copyProgramme = command({
  at: "POST /api/desk/programmes/:slug/copy",
  input: z.strictObject({
    slug: z.string().max(120),
    /** The day the new one begins; the clock stays as it was. */
    opensOn: z.iso.date(),
    title: blankable(lineSchema(120)),
    kind: blankable(z.enum(["programme", "campaign", "template"])),
    /** Where it goes; without it, where the old one stands. */
    branchId: blankable(idSchema),
  }),
  output: z.object({ slug: z.string(), revision: z.number(), carried: z.number() }),
  door: "desk",
  load: (tx, { slug }) => findProgramme(tx, slug),
  may: can.copyProgramme,
  async run(tx, source, { opensOn, title, kind, branchId }, context) {
    const branch = await findBranch(tx, branchId ?? source.branchId);
    if (!branch || !can.makeProgramme(context.viewer, branch)) throw fieldRefusal("branchId", "not-found");
    if (branch.closedAt) throw fieldRefusal("branchId", "branch-closed");
    const old = await readDraft(tx, source);
    const shifted = shiftDraft(old, sameClockOn(old.opensAt, opensOn));
    const made = await insertProgramme(
      tx,
      {
        ...shifted,
        title: title ?? old.title,
        kind: kind ?? (source.kind === "template" ? "programme" : source.kind),
        branchId: branch.id,
      },
      { path: branch.path, createdBy: context.viewer.personId, now: context.now, copiedFromId: source.id },
    );
    const carried = source.kind === "template" ? 0 : await carryPoints(tx, source.id, made.id, context.now);
    await writeAudit(tx, {
      context,
      action: "programme.copy",
      object: "programme",
      objectId: made.id,
      branchId: branch.id,
      after: { from: source.slug, slug: made.slug, carried },
    });
    return { slug: made.slug, revision: made.revision, carried };
  },
});
