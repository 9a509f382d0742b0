import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, database } from "#db/client.ts";
import { questionImportRows } from "#db/schema/question-imports.ts";
import { OFFICES } from "#domain/people/offices.ts";
import { twinFinder } from "#domain/questions/near-twins.ts";
import { stemKey } from "#domain/questions/normalise.ts";
import { noteProgress } from "#server/jobs/note-progress.ts";
import { bankStems } from "./find-twins.ts";

const payloadSchema = z.object({
  importId: z.number(),
  personId: z.number(),
  offices: z.array(z.object({ office: z.enum(OFFICES), branchId: z.number(), path: z.string() })),
});
const AT_ONCE = 500;

type Found = {
  place: number;
  twinId: number | null;
  likeness: number | null;
  inFile: { place: number; line: number; likeness: number } | null;
};

async function stemsOf(db: Db, importId: number) {
  const { place, line, draft } = questionImportRows;
  const rows = await db
    .select({ place, line, stem: sql<string | null>`${draft}->'body'->>'stem'` })
    .from(questionImportRows)
    .where(eq(questionImportRows.importId, importId))
    .orderBy(place);
  return rows.flatMap((row) => (row.stem === null ? [] : [{ place: row.place, line: row.line, key: stemKey(row.stem) }]));
}

/** Marks what was found, in one statement for so many rows. */
async function mark(db: Db, importId: number, found: readonly Found[]): Promise<void> {
  const told = found.map(({ place, twinId, likeness, inFile }) => ({
    place,
    twin_id: twinId,
    likeness,
    problem: inFile && [{ severity: "warning", code: "twin-in-file", params: { place: inFile.place, line: inFile.line } }],
  }));
  await db.execute(sql`
    update question_import_rows r set twin_id = f.twin_id, likeness = f.likeness,
      problems = (select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements(r.problems) p where p->>'code' <> 'twin-in-file')
        || coalesce(f.problem, '[]')
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as f(place int, twin_id bigint, likeness int, problem jsonb)
    where r.import_id = ${importId} and r.place = f.place`);
}

/** Looks for twins of each row in the bank and among the rows before it, then opens the file to its maker. Doing it twice is doing it once. */
export async function checkImportJob(payload: Record<string, unknown>, _now: Date, job: Readonly<{ id: number }>) {
  const { importId, personId, offices } = payloadSchema.parse(payload);
  const db = database("desk");
  const rows = await stemsOf(db, importId);
  const inBank = twinFinder(await bankStems(db, { personId, offices }));
  const inFile = twinFinder(rows.map(({ place, key }) => ({ id: place, key })));
  const lines = new Map(rows.map(({ place, line }) => [place, line]));
  let twins = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const found = rows.slice(from, from + AT_ONCE).flatMap(({ place, key }): Found[] => {
      const bank = inBank(key);
      const earlier = inFile(key, (other) => other < place);
      if (!bank && !earlier) return [];
      const twin = earlier && { place: earlier.id, line: lines.get(earlier.id) ?? 0, likeness: earlier.likeness };
      return [{ place, twinId: bank?.id ?? null, likeness: bank?.likeness ?? null, inFile: twin }];
    });
    if (found.length > 0) await mark(db, importId, found);
    twins += found.length;
    await noteProgress(db, job.id, (100 * (from + AT_ONCE)) / rows.length, {});
  }
  await db.execute(sql`update question_imports set state = 'open' where id = ${importId} and state = 'reading'`);
  return { rows: rows.length, twins };
}
