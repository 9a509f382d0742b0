import { type SQL, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { isRefusal } from "#domain/refusal.ts";
import { markOf } from "#domain/search/search-vector.ts";
import { log } from "#server/log.ts";
import { indexMaterial } from "./index-material.ts";
import { indexMeetings, MEETING_EDITION, MEETING_TEXTS } from "./index-meetings.ts";
import { indexProgramme } from "./index-programme.ts";
import { indexQuestions } from "./index-questions.ts";
import { SEARCH_LOCK, type SearchKind } from "./index-text.ts";

const db = () => database("judge");

/** One kind of thing: which of them should be findable and in which edition, and how many are brought up to date in one transaction. */
type Part = Readonly<{
  kind: SearchKind;
  from: SQL;
  id: SQL;
  edition: SQL;
  slice: number;
  index: (tx: Tx, ids: readonly number[]) => Promise<void>;
}>;

const eachOf = (index: (tx: Tx, id: number) => Promise<void>) => async (tx: Tx, ids: readonly number[]) => {
  for (const id of ids) await index(tx, id);
};

// A slice keeps those who publish waiting, so it is short.
const PARTS: readonly Part[] = [
  {
    kind: "material",
    from: sql`materials t where t.published_version_id is not null and t.archived_at is null`,
    id: sql`t.id`,
    edition: sql`t.published_version_id`,
    slice: 1,
    index: eachOf(indexMaterial),
  },
  {
    kind: "question",
    from: sql`questions t where t.published_version_id is not null`,
    id: sql`t.id`,
    edition: sql`t.published_version_id`,
    slice: 50,
    index: indexQuestions,
  },
  {
    kind: "programme",
    from: sql`programmes t where t.published_at is not null and t.cancelled_at is null and t.kind <> 'template'`,
    id: sql`t.id`,
    edition: sql`t.revision`,
    slice: 1,
    index: eachOf(indexProgramme),
  },
  {
    kind: "meeting",
    from: sql`${MEETING_TEXTS} where true`,
    id: sql`t.id`,
    edition: MEETING_EDITION,
    slice: 50,
    index: indexMeetings,
  },
];

/** Of what should be findable, what is not, or was made of another edition or by another tokenizer: the vector's own mark tells. */
const stale = ({ kind, from, id, edition }: Part, after: number): SQL => sql`
  select ${id} as id from ${from} and ${id} > ${after} and not exists (
    select 1 from search_texts s where s.kind = ${kind} and s.subject_id = ${id} and s.lang = 'zh-CN'
      and s.terms @@ ('''' || ${markOf("")}::text || ${edition} || '''')::tsquery)
  order by 1 limit ${sql.param(1_000)}`;

async function indexSlice({ kind, index }: Part, ids: readonly number[]): Promise<number> {
  try {
    await db().transaction(async (tx) => {
      // Whoever publishes shares this lock to the end of the own transaction: what is read below is what members read.
      await tx.execute(sql`select pg_advisory_xact_lock(${SEARCH_LOCK})`);
      await index(tx, ids);
    });
    return ids.length;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log.warn({ kind, ids, code: error.code }, "a text could not be made findable");
    return 0;
  }
}

async function bringUp(part: Part): Promise<number> {
  let done = 0;
  for (let after = 0; ; ) {
    const { rows } = await db().execute<{ id: string }>(stale(part, after));
    const ids = rows.map(({ id }) => Number(id));
    if (ids.length === 0) return done;
    for (let from = 0; from < ids.length; from += part.slice) done += await indexSlice(part, ids.slice(from, from + part.slice));
    after = ids.at(-1) ?? after;
  }
}

/** Rows of what is not to be found any more. Items come and go with their programmes; a meeting stays when it is called off. */
async function sweep(): Promise<number> {
  const { rowCount } = await db().execute(sql`
    delete from search_texts s where case s.kind
      when 'material' then not exists (select 1 from materials t where t.id = s.subject_id and t.published_version_id is not null and t.archived_at is null)
      when 'question' then not exists (select 1 from questions t where t.id = s.subject_id and t.published_version_id is not null)
      when 'programme' then not exists (select 1 from programmes t where t.id = s.subject_id and t.published_at is not null and t.cancelled_at is null)
      when 'meeting' then not exists (select 1 from meetings t where t.id = s.subject_id)
      else not exists (select 1 from programme_items t join programmes p on p.id = t.programme_id where t.id = s.subject_id
        and t.kind = 'meeting' and t.retired_at is null and p.published_at is not null and p.cancelled_at is null) end`);
  return rowCount ?? 0;
}

/** Makes findable what is published and cannot be found, and forgets what is not published. Doing it again does nothing. */
export async function reindex(): Promise<{ indexed: number; removed: number }> {
  let indexed = 0;
  for (const part of PARTS) indexed += await bringUp(part);
  return { indexed, removed: await sweep() };
}
