import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { questionImportRows } from "#db/schema/question-imports.ts";
import { questions } from "#db/schema/questions.ts";
import type { Member } from "#domain/people/viewer.ts";
import { stemLikeness, TWIN_FROM, type Twin } from "#domain/questions/near-twins.ts";
import { visibleTo } from "#server/questions/visible-questions.ts";

export type Stem = Readonly<{ id: number; key: string }>;
type Eyes = Pick<Member, "offices" | "personId">;

const SLICE = 20_000;

/** The stem keys of every question the maker may see and that is not retired, a slice at a time. */
export async function bankStems(db: Db, eyes: Eyes): Promise<Stem[]> {
  const all: Stem[] = [];
  for (let after = 0; ; ) {
    const slice = await db
      .select({ id: questions.id, key: questions.stemKey })
      .from(questions)
      .where(and(visibleTo(eyes), ne(questions.state, "retired"), ne(questions.stemKey, ""), gt(questions.id, after)))
      .orderBy(asc(questions.id))
      .limit(SLICE);
    all.push(...slice);
    const last = slice.at(-1);
    if (!last || slice.length < SLICE) return all;
    after = last.id;
  }
}

/** The likest of a few stems, compared one by one; of equals the first. */
function likest(key: string, stems: readonly Stem[]): Twin<number> | null {
  let best: Twin<number> | null = null;
  for (const stem of stems) {
    const likeness = stemLikeness(key, stem.key);
    const tenThousandths = Math.floor(likeness * 10_000);
    if (likeness >= TWIN_FROM && (best === null || tenThousandths > best.likeness)) best = { id: stem.id, likeness: tenThousandths };
  }
  return best;
}

/** A key this much shorter or longer cannot share nine tenths, unless it repeats itself. */
const ofLikeLength = (column: unknown, key: string) =>
  sql`length(${column}) between ${Math.floor([...key].length * 0.8)} and ${Math.ceil([...key].length * 1.25) + 2}`;

/** The question of the bank that asks nearly what one stem asks. */
export async function twinInBank(tx: Tx, eyes: Eyes, key: string): Promise<Twin<number> | null> {
  const stems = await tx
    .select({ id: questions.id, key: questions.stemKey })
    .from(questions)
    .where(and(visibleTo(eyes), ne(questions.state, "retired"), ofLikeLength(questions.stemKey, key)))
    .orderBy(asc(questions.id));
  return likest(key, stems);
}

/** The earlier row of the same file that asks nearly the same. */
export async function twinInFile(tx: Tx, row: { importId: number; place: number; key: string }, keyOf: (stem: string) => string) {
  const { importId, place, line, draft } = questionImportRows;
  const others = await tx
    .select({ id: place, line, stem: sql<string>`${draft}->'body'->>'stem'` })
    .from(questionImportRows)
    .where(and(eq(importId, row.importId), sql`${place} < ${row.place}`, sql`${draft} is not null`))
    .orderBy(asc(place));
  const twin = likest(
    row.key,
    others.map(({ id, stem }) => ({ id, key: keyOf(stem) })),
  );
  const found = others.find(({ id }) => id === twin?.id);
  return twin && found ? { place: found.id, line: found.line, likeness: twin.likeness } : null;
}
