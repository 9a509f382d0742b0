import { desc } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { questions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { fileReply } from "#server/file-reply.ts";
import { blankable, flagSchema, reasonSchema } from "#server/input-schemas.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { query } from "#server/verb.ts";
import { type BankContent, contentsOf } from "./contents-of.ts";
import { conditionOf, filterSchema } from "./list-questions.ts";
import { orNotFound } from "./or-not-found.ts";
import { EXPORT_FORMATS, fileNameOf, writtenQuestions } from "./written-questions.ts";

/** As many as an import takes back. */
const MOST = 5_000;
const LISTED = 100;

const { page: _page, ...filters } = filterSchema.shape;
const wanted = { ...filters, format: z.enum(EXPORT_FORMATS).default("sheet"), answers: blankable(flagSchema) };

async function sought(db: Db, viewer: Member, filter: Parameters<typeof conditionOf>[1]): Promise<BankContent[]> {
  const rows = await db
    .select({ id: questions.id })
    .from(questions)
    .where(conditionOf(viewer, filter))
    .orderBy(desc(questions.id))
    .limit(MOST + 1);
  if (rows.length === 0) throw new Refusal("export-nothing");
  if (rows.length > MOST) throw new Refusal("export-too-many", { most: MOST });
  return contentsOf(
    db,
    rows.map(({ id }) => id),
  );
}

/**
 * The bank as its list is narrowed, as a file that an import reads back: Excel, text, GIFT, Aiken or Moodle XML. Without answers it holds
 * neither keys nor explanations nor sources. Who took it, narrowed how, is in the ledger.
 */
export const exportQuestions = query({
  at: "GET /api/desk/questions/export",
  input: z.strictObject({ ...wanted, language: fileLanguage, reason: reasonSchema }),
  output: fileReply,
  refusals: ["export-too-many", "export-nothing"],
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, { format, answers = false, language, reason, ...filter }, context) {
    const found = await sought(db, context.viewer, filter);
    const { bytes } = await writtenQuestions(found, format, answers);
    const after = { questions: found.length, format, answers, ...filter };
    const [top = null] = context.viewer.offices.map(({ branchId }) => branchId);
    await db.transaction((tx) =>
      writeAudit(tx, { context, action: "question.export", object: "question", objectId: null, branchId: top, after, reason }),
    );
    return { ...fileNameOf(format, language), bytes };
  },
});

/** What an export would hold, and which questions its format cannot hold or not whole; the first hundred of those by name. */
export const checkExport = query({
  at: "GET /api/desk/questions/export/check",
  input: z.strictObject(wanted),
  output: z.object({
    questions: z.number(),
    leftOut: z.number(),
    left: z.array(z.object({ id: z.number(), stem: z.string(), code: z.string() })),
  }),
  refusals: ["export-too-many", "export-nothing"],
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, { format, answers = false, ...filter }, { viewer }) {
    const found = await sought(db, viewer, filter);
    const { left } = await writtenQuestions(found, format, answers);
    const shown = left.slice(0, LISTED).map(({ at, code }) => {
      const { id, content } = found[at] as BankContent;
      return { id, stem: content.body.stem.slice(0, 200), code };
    });
    return { questions: found.length, leftOut: left.length, left: shown };
  },
});
