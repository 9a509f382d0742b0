import { eq } from "drizzle-orm";
import { z } from "zod";
import { questionImportRows, questionImports } from "#db/schema/question-imports.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockImport } from "./find-import.ts";

/** Throws a file away that has not been written: its rows are deleted. Doing it twice is doing it once. */
export const dropQuestionImport = command({
  at: "POST /api/desk/question-imports/:id/drop",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ id: z.number(), state: z.enum(["dropped"]) }),
  refusals: ["import-not-open"],
  door: "desk",
  load: (tx, { id }) => lockImport(tx, id),
  may: can.seeQuestionImport,
  async run(tx, { id, state }, _input, { now }) {
    if (state === "dropped") return { id, state };
    if (state === "writing" || state === "imported") throw new Refusal("import-not-open");
    await tx.delete(questionImportRows).where(eq(questionImportRows.importId, id));
    await tx.update(questionImports).set({ state: "dropped", endedAt: now }).where(eq(questionImports.id, id));
    return { id, state: "dropped" as const };
  },
});
