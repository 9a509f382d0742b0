import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { checkedDraftSchema } from "#domain/programmes/checked-draft.ts";
import { itemsOfDraft, type ProgrammeDraft } from "#domain/programmes/draft.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { indexProgramme } from "#server/search/index-programme.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { countAttendance } from "./count-attendance.ts";
import { lockProgramme, type ProgrammeSubject } from "./find-programme.ts";
import { columnsOf } from "./insert-programme.ts";
import { refuseProblems } from "./refuse-problems.ts";
import { resolveDraft } from "./resolve-draft.ts";
import { writeParts } from "./write-draft.ts";
import { DUE_AT, syncTasks } from "./write-tasks.ts";

/** Where it may go: a draft to any branch one may make programmes for; a published one stays where it is. */
async function placeOfDraft(tx: Tx, programme: ProgrammeSubject, draft: ProgrammeDraft, mayMake: (place: { path: string }) => boolean) {
  if (!programme.publishedAt) {
    const branch = await findBranch(tx, draft.branchId);
    if (!branch || !mayMake(branch)) throw fieldRefusal("branchId", "not-found");
    return branch;
  }
  if (draft.branchId !== programme.branchId) throw fieldRefusal("branchId", "stays-as-published");
  if (draft.kind === "template") throw fieldRefusal("kind", "stays-as-published");
  return { id: programme.branchId, path: programme.path };
}

type Due = { id: string; due_at: Date | null };
async function dueTimes(tx: Tx, programmeId: number): Promise<Due[]> {
  const { rows } = await tx.execute<Due>(sql`
    select i.id, ${DUE_AT} as due_at from programme_items i join programme_modules mo on mo.id = i.module_id
    join programmes p on p.id = i.programme_id where p.id = ${programmeId}`);
  return rows;
}

/** Open tasks that were due when their item was, move with it; a date given to one of them alone stays. */
async function moveDueTimes(tx: Tx, programmeId: number, before: readonly Due[]): Promise<void> {
  const ids = sql.param(before.map(({ id }) => Number(id)));
  const dates = sql.param(before.map(({ due_at }) => due_at && new Date(due_at).toISOString()));
  await tx.execute(sql`
    update tasks t set due_at = ${DUE_AT}
    from unnest(${ids}::bigint[], ${dates}::timestamptz[]) as was(item_id, due_at), programme_items i
      join programme_modules mo on mo.id = i.module_id join programmes p on p.id = i.programme_id
    where t.programme_id = ${programmeId} and t.item_id = was.item_id and i.id = t.item_id and t.due_at is not distinct from was.due_at
      and t.done_at is null and t.waived_at is null and t.cancelled_at is null and t.due_at is distinct from (${DUE_AT})`);
}

const outline = (draft: Pick<ProgrammeDraft, "title" | "opensAt" | "closesAt">, items: number) => ({
  title: draft.title,
  opensAt: draft.opensAt,
  closesAt: draft.closesAt,
  items,
});

/**
 * Saves the whole document. A published programme is edited live: new items become tasks, withdrawn ones cancel the open ones, dates
 * move, an item may become another meeting as long as its own was not held; what is done stays done. Two editors do not overwrite each other (`revision`).
 */
export const saveProgramme = command({
  at: "POST /api/desk/programmes/:slug",
  input: checkedDraftSchema.safeExtend({ slug: z.string().max(120), revision: z.coerce.number().int() }),
  output: z.object({ slug: z.string(), revision: z.number(), made: z.number(), cancelled: z.number() }),
  refusals: ["programme-changed", "programme-cancelled", "stays-as-published", "meeting-held"],
  door: "desk",
  load: (tx, { slug }) => lockProgramme(tx, slug),
  may: can.runProgramme,
  async run(tx, programme, { slug, revision, ...draft }, context) {
    const { id, publishedAt } = programme;
    if (programme.cancelledAt) throw new Refusal("programme-cancelled");
    const place = await placeOfDraft(tx, programme, draft, (branch) => can.makeProgramme(context.viewer, branch));
    const before = await dueTimes(tx, id);
    const [changed] = await tx
      .update(programmes)
      .set({ ...columnsOf(draft), revision: revision + 1 })
      .where(and(eq(programmes.id, id), eq(programmes.revision, revision)))
      .returning({ revision: programmes.revision });
    if (!changed) throw new Refusal("programme-changed");
    const resolved = await resolveDraft(tx, draft, place.path, id, context.viewer);
    refuseProblems(resolved.problems, publishedAt ? ["stops", "unready"] : ["stops"]);
    const { relinked } = await writeParts(tx, id, draft, resolved, publishedAt ? context.now : null);
    if (publishedAt) await moveDueTimes(tx, id, before);
    if (publishedAt) await countAttendance(tx, sql`i.programme_id = ${id}`);
    const synced = publishedAt ? await syncTasks(tx, id, context.now, draft.closesAt <= context.now) : { made: 0, cancelled: 0 };
    await indexProgramme(tx, id);
    await writeAudit(tx, {
      context,
      action: "programme.edit",
      object: "programme",
      objectId: id,
      branchId: place.id,
      before: outline(programme, before.length),
      after: {
        ...outline(draft, itemsOfDraft(draft).length),
        ...(relinked.length > 0 && { relinked }),
        tasksMade: synced.made,
        tasksCancelled: synced.cancelled,
      },
    });
    return { slug, revision: changed.revision, made: synced.made, cancelled: synced.cancelled };
  },
});
