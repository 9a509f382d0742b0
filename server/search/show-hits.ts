import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { searchTexts } from "#db/schema/search.ts";
import { marksIn, snippetOf } from "#domain/search/snippet.ts";
import type { Found } from "./find-hits.ts";
import { linesOf, type SearchKind } from "./index-text.ts";
import type { Hit } from "./search-fields.ts";

/** What a kind says of its things beside the texts. */
export type About = Pick<Hit, "ref" | "about" | "at">;

const keyOf = ({ subjectId, lang }: Found) => `${subjectId} ${lang}`;

/** Hits with their titles and snippets marked; `aboutOf` knows the rest, by the thing's number. What it does not know is left out. */
export async function showHits(
  db: Db,
  kind: SearchKind,
  found: readonly Found[],
  terms: readonly string[],
  aboutOf: (db: Db, ids: number[]) => Promise<ReadonlyMap<number, About>>,
): Promise<Hit[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ subjectId }) => subjectId);
  const about = await aboutOf(db, ids);
  const { subjectId, lang, title, body, folded } = searchTexts;
  const rows = await db
    .select({ subjectId, lang, title, body, folded })
    .from(searchTexts)
    .where(and(eq(searchTexts.kind, kind), inArray(subjectId, ids)));
  const texts = new Map(rows.map((row) => [keyOf(row), row]));
  return found.flatMap((hit) => {
    const [text, known] = [texts.get(keyOf(hit)), about.get(hit.subjectId)];
    if (!text || !known) return [];
    const { place, text: shown, marks } = snippetOf(linesOf(text.body), text.folded.split("\n").slice(1), terms);
    const mutable = (list: ReturnType<typeof marksIn>) => list.map(([from, to]): [number, number] => [from, to]);
    return [
      {
        ...known,
        lang: hit.lang,
        title: { text: text.title, marks: mutable(marksIn(text.title, terms)) },
        snippet: { text: shown, marks: mutable([...marks]) },
        place,
      },
    ];
  });
}
