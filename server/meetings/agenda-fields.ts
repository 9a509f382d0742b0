import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { meetingPeople } from "#db/schema/meetings.ts";
import { AGENDA_KINDS } from "#domain/meetings/kinds.ts";
import type { Member } from "#domain/people/viewer.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { fieldRefusal } from "#server/verb.ts";

const blockSchema = blankable(
  z
    .string()
    .max(80)
    .regex(/^[\w-]+$/),
);

/** One item of an agenda: what, how long, who, and which stretch of which text. */
export const agendaFields = {
  kind: z.enum(AGENDA_KINDS).default("other"),
  title: lineSchema(120),
  minutes: z.coerce.number().int().min(1).max(480),
  personId: blankable(idSchema),
  material: blankable(lineSchema(120)),
  ...{ fromBlock: blockSchema, toBlock: blockSchema },
};
type Wishes = z.output<z.ZodObject<typeof agendaFields>>;

/** The row of an item, with its text found among those the viewer may read, and its person on the list. */
export async function agendaRow(tx: Tx, meetingId: number, wishes: Wishes, viewer: Member) {
  const { kind, title, minutes, personId = null, material, fromBlock = "", toBlock = "" } = wishes;
  const text = material === undefined ? null : await findReadable(tx, material, viewer);
  if (text === undefined) throw fieldRefusal("material", "no-such-material");
  if (personId !== null) {
    const { meetingId: of, personId: who, removedAt } = meetingPeople;
    const [listed] = await tx
      .select({ who })
      .from(meetingPeople)
      .where(and(eq(of, meetingId), eq(who, personId), isNull(removedAt)));
    if (!listed) throw fieldRefusal("personId", "not-on-roster");
  }
  return { kind, title, minutes, personId, materialId: text?.materialId ?? null, fromBlock, toBlock };
}
