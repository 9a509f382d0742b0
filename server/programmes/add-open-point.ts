import { z } from "zod";
import { openPoints } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { blankable, idSchema, lineSchema, textSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findProgramme } from "./find-programme.ts";
import { ownerOf, tellPointOwners } from "./point-owner.ts";

/** Writes down what a campaign found and did not finish, for a branch, with the measure, a day and who sees to it (R40); who does is told. */
export const addOpenPoint = command({
  at: "POST /api/desk/programmes/:slug/points",
  input: z.strictObject({
    slug: z.string().max(120),
    /** Without it, the programme's own branch. */
    branchId: blankable(idSchema),
    body: textSchema(1_000),
    measure: blankable(textSchema(1_000)),
    dueOn: blankable(z.iso.date()),
    /** Staff number of who sees to it. */
    ownerNo: blankable(lineSchema(40)),
  }),
  output: z.object({ id: z.number() }),
  refusals: ["due-is-past", "no-such-person", "person-disabled"],
  door: "desk",
  load: (tx, { slug }) => findProgramme(tx, slug),
  may: (viewer, programme) => can.runProgramme(viewer, programme) || can.tendProgramme(viewer, programme),
  async run(tx, programme, { branchId, body, measure = "", dueOn, ownerNo }, context) {
    const branch = await findBranch(tx, branchId ?? programme.branchId);
    if (!branch?.path.startsWith(programme.path) || !can.keepOpenPoint(context.viewer, branch)) throw fieldRefusal("branchId", "not-found");
    // The day is over when it is over on the organisation's clock.
    const dueAt = dueOn ? new Date(`${dueOn}T23:59:59+08:00`) : null;
    const { now, viewer } = context;
    if (dueAt && dueAt < now) throw fieldRefusal("dueOn", "due-is-past");
    const ownerId = await ownerOf(tx, viewer, programme, ownerNo);
    const [made] = await tx
      .insert(openPoints)
      .values({ programmeId: programme.id, branchId: branch.id, body, measure, ownerId, dueAt, createdBy: viewer.personId, createdAt: now })
      .returning({ id: openPoints.id });
    const id = made?.id ?? 0;
    const after = { programme: programme.slug, body, dueAt, ownerId };
    await writeAudit(tx, { context, action: "open-point.add", object: "open-point", objectId: id, branchId: branch.id, after });
    await tellPointOwners(tx, programme, now);
    return { id };
  },
});
