import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { questionImportRows } from "#db/schema/question-imports.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import type { Member } from "#domain/people/viewer.ts";
import type { ParsedRow } from "#domain/questions/parsed-file.ts";
import { visibleTo } from "#server/questions/visible-questions.ts";
import { problemSchema, rawSchema } from "./import-schemas.ts";
import { storedDraftSchema, storedOf } from "./stored-draft.ts";

const AT_ONCE = 500;
const rows = questionImportRows;

/** Which rows of a file are looked at. */
export const ROW_FILTERS = ["all", "problems", "errors", "twins", "skipped"] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** A row with something that keeps it out of the bank. */
export const isBad = sql<boolean>`(${rows.draft} is null or ${rows.problems} @> '[{"severity":"error"}]')`;
const hasTwin = sql`(${rows.twinId} is not null or ${rows.problems} @> '[{"code":"twin-in-file"}]')`;

const CONDITIONS: Readonly<Record<RowFilter, SQL | undefined>> = {
  all: undefined,
  problems: sql`(${isBad} or ${rows.problems} <> '[]' or ${rows.twinId} is not null)`,
  errors: isBad,
  twins: hasTwin,
  skipped: eq(rows.choice, "skip"),
};

/** The rows of a file that a filter shows. */
export const rowsOf = (importId: number, filter: RowFilter): SQL | undefined => and(eq(rows.importId, importId), CONDITIONS[filter]);

/** What a row's table holds of a row that was read. */
export const valuesOf = (row: ParsedRow) => ({
  line: row.line,
  raw: row.raw,
  draft: row.draft && storedOf(row.draft),
  problems: row.problems,
});

/** Keeps what was read of a file, in its order. */
export async function keepRows(tx: Tx, importId: number, parsed: readonly ParsedRow[]): Promise<void> {
  for (let from = 0; from < parsed.length; from += AT_ONCE) {
    const part = parsed.slice(from, from + AT_ONCE).map((row, at) => ({ importId, place: from + at, ...valuesOf(row) }));
    await tx.insert(questionImportRows).values(part);
  }
}

/** How a file stands: all rows, those that would be written, those with errors, with warnings, with a twin, left out. */
export async function countRows(db: Db | Tx, importId: number) {
  const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
  const isTaken = eq(rows.choice, "import");
  const [counts] = await db
    .select({
      all: sql<number>`count(*)::int`,
      ready: count(sql`${isTaken} and not ${isBad}`),
      bad: count(sql`${isTaken} and ${isBad}`),
      errors: count(isBad),
      problems: count(CONDITIONS.problems as SQL),
      twins: count(hasTwin),
      skipped: count(eq(rows.choice, "skip")),
    })
    .from(questionImportRows)
    .where(eq(rows.importId, importId));
  return counts as { all: number; ready: number; bad: number; errors: number; problems: number; twins: number; skipped: number };
}

const shownDraft = storedDraftSchema.nullable();

/** Rows as their page shows them. A twin that the reader may not see any more is not shown. */
export async function listRows(db: Db | Tx, viewer: Member, where: SQL | undefined, page: { limit: number; offset: number }) {
  const { place, line, raw, draft, problems, twinId, likeness, choice, questionId } = questionImportRows;
  const found = await db
    .select({ place, line, raw, draft, problems, twinId, likeness, choice, questionId })
    .from(questionImportRows)
    .where(where)
    .orderBy(asc(place))
    .limit(page.limit)
    .offset(page.offset);
  const stems = await twinStems(
    db,
    viewer,
    found.flatMap((row) => row.twinId ?? []),
  );
  return found.map(({ twinId: twin, likeness: alike, draft: kept, ...row }) => {
    const read = shownDraft.parse(kept);
    const stem = twin === null ? undefined : stems.get(twin);
    return {
      ...row,
      raw: rawSchema.parse(row.raw),
      problems: z.array(problemSchema).parse(row.problems),
      kind: read?.body.kind ?? null,
      draft: read && { ...read, media: read.media.map(({ type, name, alt }) => ({ type, name, alt })) },
      twin: twin !== null && stem !== undefined ? { id: twin, stem, likeness: alike ?? 0 } : null,
    };
  });
}

async function twinStems(db: Db | Tx, viewer: Member, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: questions.id, stem: questionVersions.stem })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.latestVersionId))
    .where(and(visibleTo(viewer), isNotNull(questions.latestVersionId), inArray(questions.id, [...ids])));
  return new Map(found.map(({ id, stem }) => [id, stem.slice(0, 300)]));
}
