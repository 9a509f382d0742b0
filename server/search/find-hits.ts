import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { anywhereQuery, rankQuery, titleQuery } from "#domain/search/search-query.ts";
import type { Language, SearchKind } from "./index-text.ts";

/** So many hits of a kind are ranked, the newest of them; what is beyond is said to be there and not shown. */
export const MOST_HITS = 200;

/** What one kind's hits are joined with, and which of it the viewer may see: the permission is a part of the query. */
export type Source = Readonly<{ kind: SearchKind; join: SQL; visible: SQL | undefined }>;
export type Found = Readonly<{ subjectId: number; lang: Language }>;
type Row = { subject_id: string; lang: Language };

/** The texts in which every term stands, those with all of them in the title first, then by rank, the newest of equals first; one language each. */
export async function findHits(
  db: Db,
  { kind, join, visible }: Source,
  terms: readonly string[],
  lang: Language,
): Promise<{ hits: Found[]; isCapped: boolean }> {
  const title = sql`${titleQuery(kind, terms)}::tsquery`;
  const contains = sql.join(
    terms.map((term) => sql`strpos(s.folded, ${term}) > 0`),
    sql` and `,
  );
  const proposed = (query: SQL) => sql`(
    select s.subject_id, s.lang from search_texts s ${join}
    where s.kind = ${kind} and s.terms @@ ${query} and (${visible ?? sql`true`}) and ${contains}
    order by s.subject_id desc, s.lang desc limit ${MOST_HITS + 1})`;
  const { rows } = await db.execute<Row>(sql`
    with proposed as (${proposed(title)} union ${proposed(sql`${anywhereQuery(kind, terms)}::tsquery`)})
    select s.subject_id, s.lang from proposed p
    join search_texts s on s.kind = ${kind} and s.subject_id = p.subject_id and s.lang = p.lang
    order by s.terms @@ ${title} desc, ts_rank_cd(s.terms, ${rankQuery(terms)}::tsquery, 1) desc, s.subject_id desc, s.lang desc`);
  const best = new Map<number, Language>();
  for (const row of rows) {
    const id = Number(row.subject_id);
    if (!best.has(id) || row.lang === lang) best.set(id, row.lang);
  }
  const hits = [...best].map(([subjectId, found]) => ({ subjectId, lang: found }));
  return { hits: hits.slice(0, MOST_HITS), isCapped: rows.length > MOST_HITS };
}
