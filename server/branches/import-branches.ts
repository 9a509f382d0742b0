import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { importReply, replyOf } from "#server/imports/import-reply.ts";
import { readTable } from "#server/imports/read-table.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { takeLock } from "#server/take-lock.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command, noSubject } from "#server/verb.ts";
import { carryOutBranches } from "./carry-out-branches.ts";
import { planBranchesImport } from "./plan-branches-import.ts";

const row = z.number();
const code = z.string();
const fromTo = z.object({ from: z.string(), to: z.string() });

/** Brings a list of branches in, all of it or nothing: matched by code, in any order, added, renamed, moved, never removed. */
export const importBranches = command({
  at: "POST /api/desk/branches/import",
  input: z.strictObject({ file: uploadSchema, dryRun: flagSchema }),
  output: importReply(
    z.object({ row, code, name: z.string(), parentCode: z.string().nullable(), kind: z.string() }),
    z.object({ row, branchId: z.number(), code, name: fromTo.nullable(), kind: fromTo.nullable() }),
    z.object({ row, branchId: z.number(), code, name: z.string(), fromCode: z.string().nullable(), toCode: z.string() }),
  ),
  refusals: [
    "file-too-large",
    "file-empty",
    "file-kind",
    "file-not-a-table",
    "file-damaged",
    "file-unsafe",
    "import-busy",
    "already-exists",
  ],
  door: "desk",
  load: noSubject,
  may: can.seePeople,
  async run(tx, _subject, { file, dryRun }, context) {
    // The reader may take its ten seconds while this transaction stands idle.
    await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', '20000', true)`);
    const table = await readTable(file.bytes, file.name);
    await takeLock(tx, "tree", 15_000);
    const plan = await planBranchesImport(tx, context.viewer, table);
    const committed = !dryRun && plan.problems.length === 0;
    if (committed) await carryOutBranches(tx, plan, file.name, context);
    return replyOf(plan, { dryRun, committed, total: table.rows.length });
  },
});
