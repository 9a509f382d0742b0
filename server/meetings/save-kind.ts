import { sql } from "drizzle-orm";
import { z } from "zod";
import { meetingKinds } from "#db/schema/meetings.ts";
import { jobs } from "#db/schema/operations.ts";
import { can } from "#domain/access.ts";
import { type AgendaTemplate, ATTEND_RULES, agendaTemplateSchema } from "#domain/meetings/kinds.ts";
import { RECORD_FIELDS } from "#domain/records/record-fields.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { flagSchema, lineSchema } from "#server/input-schemas.ts";
import { command, noSubject } from "#server/verb.ts";

const MOST_LINES = 30;
const LINE = /^(?:\[([a-z_]+)\]\s*)?(.+?)\s+(\d{1,3})$/u;

/** A template as it is typed: an item a line, `[reading] 领读人导读 20`; the kind may be left out. */
function readTemplate(text: string): AgendaTemplate | null {
  const lines = text.split(/\r?\n/).flatMap((line) => line.trim() || []);
  const items = lines.map((line) => {
    const [, kind = "other", title = "", minutes = ""] = LINE.exec(line) ?? [];
    return { kind, title: title.normalize("NFC"), titleEn: "", minutes: Number(minutes) };
  });
  const parsed = agendaTemplateSchema.max(MOST_LINES).safeParse(items);
  return parsed.success ? parsed.data : null;
}

const templateSchema = z.union([
  agendaTemplateSchema.max(MOST_LINES),
  z
    .string()
    .max(5_000)
    .transform((text, context) => {
      const read = readTemplate(text);
      if (read) return read;
      context.addIssue({ code: "custom", message: "invalid_format" });
      return z.NEVER;
    }),
]);
const fieldsSchema = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/[\s,，、]+/).filter((part) => part !== "") : value),
  z.array(z.enum(RECORD_FIELDS)).max(RECORD_FIELDS.length),
);

/** Makes a kind of meeting or changes one: what is held already keeps its agenda. A retired kind takes no new meetings. */
export const saveKind = command({
  at: "POST /api/desk/meeting-kinds/:key",
  input: z.strictObject({
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,39}$/)
      // A name that every object has would be found where kinds are looked up.
      .refine((key) => !(key in {}), { message: "characters" }),
    ...{ name: lineSchema(40), nameEn: lineSchema(60), minutes: z.coerce.number().int().min(5).max(1_440) },
    ...{ attend: z.enum(ATTEND_RULES), agenda: templateSchema, requiredFields: fieldsSchema },
    ...{ takesNewTexts: flagSchema.default(false), retired: flagSchema.default(false) },
  }),
  output: z.object({ key: z.string() }),
  door: "desk",
  load: noSubject,
  may: can.setPolicy,
  async run(tx, _none, { key, retired, ...fields }, context) {
    const retiredAt = retired ? context.now : null;
    await tx
      .insert(meetingKinds)
      .values({ key, ...fields, retiredAt, place: sql`(select coalesce(max(place), 0) + 1 from meeting_kinds)` })
      .onConflictDoUpdate({ target: meetingKinds.key, set: { ...fields, retiredAt } });
    // Its meetings are found by its name; there may be thousands.
    await tx
      .insert(jobs)
      .values({ kind: "reindex", payload: {}, dedupe: `reindex ${key} ${context.now.toISOString()}`, runAt: context.now });
    await writeAudit(tx, {
      context,
      action: "meeting-kind.save",
      object: "meeting-kind",
      objectId: null,
      after: { key, ...fields, retired },
    });
    return { key };
  },
});
