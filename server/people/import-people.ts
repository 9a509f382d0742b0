import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { importReply, replyOf } from "#server/imports/import-reply.ts";
import { readTable } from "#server/imports/read-table.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { takeLock } from "#server/take-lock.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command, noSubject } from "#server/verb.ts";
import { carryOutRoster } from "./carry-out-roster.ts";
import { planPeopleImport } from "./plan-people-import.ts";

const row = z.number();
const staffNo = z.string();
const fromTo = z.object({ from: z.string(), to: z.string() });

/**
 * Brings a roster (.xlsx, .csv) in, all of it or nothing: people are matched by staff number, added, changed, moved, never removed.
 * A dry run says what would happen; the real run plans again on what stands then, and with any problem writes nothing.
 */
export const importPeople = command({
  at: "POST /api/desk/people/import",
  input: z.strictObject({ file: uploadSchema, dryRun: flagSchema }),
  output: importReply(
    z.object({ row, staffNo, account: z.string(), name: z.string(), branchCode: z.string(), tags: z.array(z.string()) }),
    z.object({
      row,
      personId: z.number(),
      staffNo,
      name: fromTo.nullable(),
      account: z.string().nullable(),
      tags: z.array(z.string()).nullable(),
    }),
    z.object({ row, personId: z.number(), staffNo, name: z.string(), fromCode: z.string(), toCode: z.string() }),
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
    const plan = await planPeopleImport(tx, context.viewer, table);
    const committed = !dryRun && plan.problems.length === 0;
    if (committed) await carryOutRoster(tx, plan, file.name, context);
    return replyOf(plan, { dryRun, committed, total: table.rows.length });
  },
});
