import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { people, personMoves } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { holdBranch, refuseClosed } from "#server/branches/lock-branch.ts";
import { changesBetween } from "#server/changes-between.ts";
import { blankable, flagSchema, idSchema, reasonSchema, tagsSchema } from "#server/input-schemas.ts";
import { keepAnAdmin } from "#server/offices/keep-an-admin.ts";
import { type Context, command, fieldRefusal } from "#server/verb.ts";
import { type LockedPerson, lockPerson } from "./lock-person.ts";
import { personName, pinyinSchema, timePercentSchema } from "./person-fields.ts";
import { pinyinOf } from "./pinyin-of.ts";
import { endSessionsOf } from "./sessions.ts";

type Wishes = Readonly<{
  name?: string | undefined;
  branchId?: number | undefined;
  tags?: string[] | undefined;
  timePercent?: number | undefined;
  pinyinFull?: string | undefined;
  pinyinInitials?: string | undefined;
  disabled?: boolean | undefined;
}>;

/** What the row should say. A new name brings its own pinyin unless a correction comes with it. */
function wantedOf(person: LockedPerson, wishes: Wishes, now: Date) {
  const { name = person.name, branchId = person.branchId, tags = person.tags, timePercent = person.timePercent, disabled } = wishes;
  const sound = name === person.name ? { full: person.pinyinFull, initials: person.pinyinInitials } : pinyinOf(name);
  const disabledAt = disabled === undefined ? person.disabledAt : disabled ? (person.disabledAt ?? now) : null;
  return {
    name,
    branchId,
    tags,
    timePercent,
    disabledAt,
    pinyinFull: wishes.pinyinFull ?? sound.full,
    pinyinInitials: wishes.pinyinInitials ?? sound.initials,
  };
}

async function move(tx: Tx, person: LockedPerson, branchId: number, { viewer, now }: Context<Member>): Promise<void> {
  const branch = await holdBranch(tx, branchId);
  const allowed = branch && can.movePerson(viewer, { personId: person.id, from: person, to: branch });
  if (!allowed) throw fieldRefusal("branchId", "forbidden");
  refuseClosed(branch, "branchId");
  await tx.insert(personMoves).values({
    personId: person.id,
    fromBranchId: person.branchId,
    toBranchId: branchId,
    movedAt: now,
    movedBy: viewer.personId,
  });
}

/** Disables or enables. Nobody comes back into a branch that has been closed meanwhile: a move goes first, or along. */
async function setStanding(tx: Tx, person: LockedPerson, after: Partial<typeof people.$inferInsert>, { viewer, now }: Context<Member>) {
  if (!can.resetPerson(viewer, person)) throw fieldRefusal("disabled", "forbidden");
  const branch = after.disabledAt === null ? await holdBranch(tx, after.branchId ?? person.branchId) : undefined;
  if (branch) refuseClosed(branch, "disabled");
  await keepAnAdmin(tx, "disabled", () => tx.update(people).set(after).where(eq(people.id, person.id)));
  await endSessionsOf(tx, person.id, now);
}

/** Changes what the desk knows of a person: name, branch (a move is recorded), tags, time, pinyin; disables or enables. */
export const editPerson = command({
  at: "POST /api/desk/people/:id",
  input: z.strictObject({
    id: idSchema,
    name: blankable(personName),
    branchId: blankable(idSchema),
    tags: tagsSchema.optional(),
    timePercent: blankable(timePercentSchema),
    pinyinFull: blankable(pinyinSchema),
    pinyinInitials: blankable(pinyinSchema),
    disabled: blankable(flagSchema),
    reason: reasonSchema,
  }),
  output: z.object({ changed: z.array(z.string()) }),
  refusals: ["last-admin", "branch-closed", "time-needs-reason"],
  door: "desk",
  load: (tx, { id }) => lockPerson(tx, id),
  may: can.editPerson,
  async run(tx, person, { id, reason, ...wishes }, context) {
    const { before, after } = changesBetween(person, wantedOf(person, wishes, context.now));
    const changed = Object.keys(after);
    if (changed.length === 0) return { changed };
    // A personal clock is an office's decision about somebody: it stands in the audit with its reason (D16).
    if (after.timePercent !== undefined && reason === undefined) throw fieldRefusal("reason", "time-needs-reason");
    if (after.branchId !== undefined) await move(tx, person, after.branchId, context);
    if (changed.includes("disabledAt")) await setStanding(tx, person, after, context);
    else await tx.update(people).set(after).where(eq(people.id, id));
    const branchId = after.branchId ?? person.branchId;
    await writeAudit(tx, { context, action: "person.edit", object: "person", objectId: id, branchId, before, after, reason });
    return { changed };
  },
});
