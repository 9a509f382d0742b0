import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { searchTexts } from "#db/schema/search.ts";
import { foldedOf, kindMark, markOf, type Passage, searchVectorOf } from "#domain/search/search-vector.ts";

export type SearchKind = (typeof searchTexts.$inferSelect)["kind"];
export type Language = (typeof searchTexts.$inferSelect)["lang"];

/** One wording of a thing in one language. `edition` tells it from the thing's other wordings: a version's or a revision's number. */
export type IndexedText = Readonly<{
  kind: SearchKind;
  subjectId: number;
  lang: Language;
  edition: number;
  title: string;
  body: readonly Passage[];
}>;

/** Any number, as long as every instance asks for the same one: writers share it, `reindex` waits for them and keeps them waiting. */
export const SEARCH_LOCK = 7_210_316;

const shownLine = ({ place, text }: Passage): string => `${place}\t${text.replace(/\s+/gu, " ").trim()}`;

/** The lines of a stored body. */
export const linesOf = (body: string): Passage[] =>
  body.split("\n").map((line) => {
    const [place = "", ...text] = line.split("\t");
    return { place, text: text.join(" ") };
  });

/** Makes a text findable, in the transaction that publishes it; what was there of it is replaced. */
export async function indexText(tx: Tx, { kind, subjectId, lang, edition, title, body }: IndexedText): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${SEARCH_LOCK})`);
  const lines = body.filter(({ text }) => text.trim() !== "");
  const made = {
    title: title.replace(/\s+/gu, " ").trim(),
    body: lines.map(shownLine).join("\n"),
    folded: foldedOf(title, lines),
    terms: searchVectorOf(title, lines, [markOf(edition), kindMark(kind)]),
  };
  await tx
    .insert(searchTexts)
    .values({ kind, subjectId, lang, ...made })
    .onConflictDoUpdate({ target: [searchTexts.kind, searchTexts.subjectId, searchTexts.lang], set: made });
}

/** Takes things out of the search, all languages but those to keep. */
export async function unindexText(
  tx: Tx,
  { kind, subjectIds, but = [] }: { kind: SearchKind; subjectIds: readonly number[]; but?: readonly Language[] },
): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${SEARCH_LOCK})`);
  await tx
    .delete(searchTexts)
    .where(
      and(
        eq(searchTexts.kind, kind),
        inArray(searchTexts.subjectId, [...subjectIds]),
        but.length > 0 ? notInArray(searchTexts.lang, [...but]) : undefined,
      ),
    );
}
