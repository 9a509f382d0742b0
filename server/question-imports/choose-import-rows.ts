import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { questionImportRows, questionImports } from "#db/schema/question-imports.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockImport, refuseMoved } from "./find-import.ts";
import { rowsOf } from "./import-rows.ts";

const place = z.coerce.number().int().min(0).max(100_000);

/** Leaves rows out, or takes them again: some by their places, or all that have an error or a twin. */
export const chooseImportRows = command({
  at: "POST /api/desk/question-imports/:id/choose",
  input: z.strictObject({
    id: idSchema,
    revision: z.coerce.number().int().min(1),
    rows: z.union([z.enum(["errors", "twins", "skipped"]), z.preprocess((given) => [given].flat(), z.array(place).min(1).max(5_000))]),
    choice: z.enum(["import", "skip"]),
  }),
  output: z.object({ revision: z.number(), changed: z.number() }),
  refusals: ["import-not-open", "import-changed"],
  door: "desk",
  load: (tx, { id }) => lockImport(tx, id),
  may: can.seeQuestionImport,
  async run(tx, brought, { revision, rows, choice }) {
    refuseMoved(brought, revision);
    const chosen =
      typeof rows === "string"
        ? rowsOf(brought.id, rows)
        : and(eq(questionImportRows.importId, brought.id), inArray(questionImportRows.place, rows));
    const changed = await tx.update(questionImportRows).set({ choice }).where(chosen).returning({ place: questionImportRows.place });
    const next = brought.revision + 1;
    await tx.update(questionImports).set({ revision: next }).where(eq(questionImports.id, brought.id));
    return { revision: next, changed: changed.length };
  },
});
