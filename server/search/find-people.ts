import { asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { marksIn } from "#domain/search/snippet.ts";
import { visiblePeople } from "#server/people/visible-people.ts";
import { MOST_HITS } from "./find-hits.ts";
import type { Hit } from "./search-fields.ts";

/** The people an administrator of theirs finds by name, pinyin, initials, staff number or account; those named exactly so first. */
export async function findPeople(db: Db, viewer: Member, q: string, terms: readonly string[]): Promise<{ hits: Hit[]; isCapped: boolean }> {
  const typed = q.trim();
  const exact: SQL = sql`${people.name} = ${typed}`;
  const rows = await db
    .select({ id: people.id, name: people.name, staffNo: people.staffNo, pinyin: people.pinyinFull, branch: branches.name })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(visiblePeople(viewer, { q: typed }))
    .orderBy(desc(exact), asc(people.pinyinFull), asc(people.id))
    .limit(MOST_HITS + 1);
  const marked = (text: string) => ({ text, marks: marksIn(text, terms).map(([from, to]): [number, number] => [from, to]) });
  const hits = rows.slice(0, MOST_HITS).map(({ id, name, staffNo, pinyin, branch }) => ({
    ref: String(id),
    lang: "zh-CN" as const,
    title: marked(name),
    snippet: marked([staffNo, pinyin].filter((part) => part !== "").join(" · ")),
    place: "",
    about: branch,
    at: null,
  }));
  return { hits, isCapped: rows.length > MOST_HITS };
}
