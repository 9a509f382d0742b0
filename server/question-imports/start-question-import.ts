import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";
import { questionImports } from "#db/schema/question-imports.ts";
import { can } from "#domain/access.ts";
import { QUESTION_FORMATS } from "#domain/questions/parsed-file.ts";
import { Refusal } from "#domain/refusal.ts";
import { placeOf } from "#server/branches/place-of.ts";
import { blankable, flagSchema, idSchema, textSchema } from "#server/input-schemas.ts";
import { categorySchema } from "#server/questions/question-fields.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { finishRow } from "./finish-row.ts";
import { keepRows } from "./import-rows.ts";
import { READ_REFUSALS, readGiven } from "./read-questions.ts";

/** So many files may wait to be written; each may hold five thousand questions. */
const MOST_OPEN = 20;
/** JSON of a megabyte carries no more than this; a longer text is a file. */
const LONGEST_TEXT = 300_000;

async function refuseTooMany(tx: Tx, personId: number): Promise<void> {
  const mine = and(eq(questionImports.createdBy, personId), inArray(questionImports.state, ["reading", "open", "writing"]));
  if ((await tx.$count(questionImports, mine)) >= MOST_OPEN) throw new Refusal("imports-too-many", { most: MOST_OPEN });
}

/**
 * Takes a file of questions, or pasted text: it is read whole (in a thread, under limits), row by row, and kept for its maker to look at
 * and mend. Nothing comes into the bank by it. Twins in the bank are looked for by a job, after which the file is open.
 */
export const startQuestionImport = command({
  at: "POST /api/desk/question-imports",
  input: z.strictObject({
    file: uploadSchema.optional(),
    text: blankable(textSchema(LONGEST_TEXT)),
    /** Of pasted text, when it is not the Chinese paper's way of writing. */
    format: blankable(z.enum(QUESTION_FORMATS)),
    branchId: blankable(idSchema),
    category: categorySchema.default(""),
    /** The questions are to be the maker's own until they are shared one by one. */
    isPrivate: flagSchema.default(false),
  }),
  output: z.object({ id: z.number(), rows: z.number() }),
  refusals: [...READ_REFUSALS, "imports-too-many", "import-nothing-given"],
  door: "desk",
  load: (tx, { branchId }) => placeOf(tx, branchId),
  may: can.editQuestion,
  async run(tx, place, { file, text, format, category, isPrivate }, { viewer, now }) {
    await refuseTooMany(tx, viewer.personId);
    if (!file && text === undefined) throw fieldRefusal("file", "import-nothing-given");
    // The reader may take its time while this transaction stands idle.
    await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', '60000', true)`);
    const read = await readGiven({ ...(file ?? { text: text ?? "" }), format });
    const made = await tx
      .insert(questionImports)
      .values({
        fileName: file?.name ?? "",
        format: read.format,
        state: "reading",
        digest: createHash("sha256")
          .update(file?.bytes ?? text ?? "")
          .digest("hex"),
        branchId: place.id,
        category,
        isPrivate,
        problems: read.parsed.problems,
        createdBy: viewer.personId,
        createdAt: now,
      })
      .returning({ id: questionImports.id });
    const { id } = made[0] as { id: number };
    await keepRows(
      tx,
      id,
      read.parsed.rows.map((row) => finishRow(row)),
    );
    const job = {
      kind: "check-question-import",
      payload: { importId: id, personId: viewer.personId, offices: viewer.offices },
      runAt: now,
      createdBy: viewer.personId,
    };
    const [asked] = await tx.insert(jobs).values(job).returning({ id: jobs.id });
    await tx
      .update(questionImports)
      .set({ result: { jobId: asked?.id } })
      .where(eq(questionImports.id, id));
    return { id, rows: read.parsed.rows.length };
  },
});
