import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { OVERSEERS } from "#domain/access.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import type { Share } from "./checked-share.ts";

/** can.seeAnnotation of a person `p` of the table people, but for the text: whoever may no longer read that sees nothing either way. */
function sees({ visibility, groupId, branchId }: Share): SQL {
  if (visibility === "private") return sql`false`;
  if (visibility === "group")
    return sql`exists (select 1 from group_members gm join groups g on g.id = gm.group_id
      where gm.group_id = ${groupId} and gm.person_id = p.id and gm.left_at is null and g.closed_at is null)`;
  return sql`(p.branch_id = ${branchId} or exists (select 1 from offices o join branches held on held.id = o.branch_id, branches its
    where o.person_id = p.id and o.ended_at is null and o.office = any(${sql.param([...OVERSEERS])})
      and its.id = ${branchId} and its.path like held.path || '%'))`;
}

/** Who answered an annotation or agreed with it, its author apart, and whether they saw it before and see it now. */
async function participants(tx: Tx, id: number, before: Share, after: Share) {
  const { rows } = await tx.execute<{ id: string; replied: boolean; saw: boolean; sees: boolean }>(sql`
    select p.id, exists (select 1 from annotation_replies r where r.annotation_id = ${id} and r.person_id = p.id and r.deleted_at is null) as replied,
      ${sees(before)} as saw, ${sees(after)} as sees
    from people p join annotations a on a.id = ${id} and a.person_id <> p.id
    where p.disabled_at is null and (
      exists (select 1 from annotation_replies r where r.annotation_id = ${id} and r.person_id = p.id and r.deleted_at is null)
      or exists (select 1 from annotation_votes v where v.annotation_id = ${id} and v.person_id = p.id))`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

type Change = Readonly<{ id: number; before: Share; after: Share; title: string; slug: string; now: Date }>;

/**
 * Tells those who took part in an annotation that others see it from now on: who lost sight of it hears so, and who answered it and still
 * sees it hears that the answer has other readers. Nobody hears either twice in a day, so that a switch is no bell. How many lost sight.
 */
export async function tellShare(tx: Tx, { id, before, after, title, slug, now }: Change): Promise<number> {
  const all = await participants(tx, id, before, after);
  const lost = all.filter((one) => one.saw && !one.sees).map((one) => one.id);
  const stay = all.filter((one) => one.sees && one.replied).map((one) => one.id);
  const gift = { params: { title }, path: `/materials/${slug}`, now };
  const day = now.toISOString().slice(0, 10);
  await giveNotice(tx, { ...gift, personIds: lost, kind: "annotation-out-of-sight", dedupe: `annotation-lost:${id}:${day}` });
  await giveNotice(tx, { ...gift, personIds: stay, kind: "annotation-shared-anew", dedupe: `annotation-share:${id}:${day}` });
  return lost.length;
}
