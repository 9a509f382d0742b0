import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { indexText } from "./index-text.ts";

/** Meetings (t) with what is findable of them; for `reindex` too. */
export const MEETING_TEXTS = sql`meetings t join meeting_kinds k on k.key = t.kind join branches b on b.id = t.branch_id
  left join groups g on g.id = t.group_id left join plan_sections x on x.id = t.section_id`;

/** What is read is told to those inside; of a private group whose meeting the whole branch may see, it is not even findable. */
const SECTION = sql`case when t.open_to = 'branch' and coalesce(g.is_private, false) then '' else coalesce(x.title, '') end`;

/** A meeting's wording has no number of its own: a name of its kind or its group belongs to it. The wording itself is made one. */
export const MEETING_EDITION: SQL = sql`('x' || substr(md5(concat_ws(chr(10), t.title, t.place, k.name, k.name_en, b.name, g.name, ${SECTION})), 1, 8))::bit(32)::bigint`;

type Row = { id: string; title: string; place: string; name: string; name_en: string; holder: string; section: string; edition: string };

/** Makes meetings findable by title, what is read, place, kind and whose they are, in the transaction that changes them. Who may see a hit is asked of the meeting. */
export async function indexMeetings(tx: Tx, ids: readonly number[]): Promise<void> {
  await indexThese(tx, sql`t.id = any(${sql.param([...ids])}::bigint[])`);
}

/** The same for all meetings of a group, whose name they bear. */
export async function indexMeetingsOfGroup(tx: Tx, groupId: number): Promise<void> {
  await indexThese(tx, sql`t.group_id = ${groupId}`);
}

async function indexThese(tx: Tx, where: SQL): Promise<void> {
  const { rows } = await tx.execute<Row>(sql`
    select t.id, t.title, t.place, k.name, k.name_en, coalesce(g.name, b.name) as holder, ${SECTION} as section, ${MEETING_EDITION} as edition
    from ${MEETING_TEXTS} where ${where} order by t.id`);
  for (const { id, title, place, name, name_en, holder, section, edition } of rows)
    await indexText(tx, {
      ...{ kind: "meeting", subjectId: Number(id), lang: "zh-CN", edition: Number(edition), title },
      body: [section === title ? "" : section, place, name, name_en, holder].map((text) => ({ place: "", text })),
    });
}
