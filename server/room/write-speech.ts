import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { speeches } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { runningItem } from "#domain/room/agenda-clock.ts";
import { mergedNote } from "#domain/room/merged-note.ts";
import { blankable, idSchema, textSchema } from "#server/input-schemas.ts";
import type { MeetingFacts } from "#server/meetings/meeting-facts.ts";
import { fieldRefusal } from "#server/verb.ts";
import { agendaOf } from "./agenda-of.ts";
import { roomCommand } from "./room-command.ts";
import { refuseStranger } from "./roster-entry.ts";

export const SPEECH_MOST = 20_000;
/** A line that was down at the end: what was written by hand until then is taken this long after the meeting was closed. */
export const LATE_WORDS_MS = 10 * 60_000;

const savedSchema = z.object({
  speechId: z.number(),
  revision: z.number(),
  body: z.string(),
  /** Somebody else had changed it meanwhile, and both changes stand. */
  merged: z.boolean(),
});

async function lockSpeech(tx: Tx, meetingId: number, key: string) {
  const { id, personId, body, revision, deletedAt } = speeches;
  const [found] = await tx
    .select({ id, personId, body, revision, deletedAt })
    .from(speeches)
    .where(and(eq(speeches.meetingId, meetingId), eq(speeches.key, key)))
    .for("update");
  return found;
}

/** One's own words are taken while the meeting runs and a little after; what the recorder notes, until the record is locked. */
function refuseLate(meeting: MeetingFacts, isNote: boolean, now: Date): void {
  if (!isNote && meeting.closedAt && now.getTime() - meeting.closedAt.getTime() > LATE_WORDS_MS) throw new Refusal("meeting-is-over");
}

type Words = Readonly<{ key: string; body: string; personId: number; notedBy: number; now: Date; agendaItemId?: number | undefined }>;

async function insertSpeech(tx: Tx, meeting: MeetingFacts, { now, agendaItemId, ...words }: Words) {
  const agenda = await agendaOf(tx, meeting.id);
  if (agendaItemId !== undefined && !agenda.some(({ id }) => id === agendaItemId)) throw fieldRefusal("agendaItemId", "not-found");
  const times = { spokenAt: meeting.closedAt ?? now, createdAt: now, savedAt: now };
  const item = { agendaItemId: agendaItemId ?? runningItem(agenda)?.id ?? null };
  const [made] = await tx
    .insert(speeches)
    .values({ meetingId: meeting.id, ...words, ...times, ...item })
    .onConflictDoNothing()
    .returning({ speechId: speeches.id });
  return made;
}

/**
 * Writes what one says, or, for whoever keeps the record, what somebody said. `key` is the browser's: sent again, nothing is added.
 * `revision` is what the writer had before them (0: nothing), and `base` its text: where somebody else saved meanwhile, both changes
 * are put into one text; where both changed the same words it is refused, the saved text stands and the writer keeps theirs.
 */
export const writeSpeech = roomCommand({
  at: "POST /api/meetings/:id/room/speeches",
  input: z.strictObject({
    id: idSchema,
    key: z.uuid(),
    /** Who spoke; left out: oneself. */
    personId: blankable(idSchema),
    body: textSchema(SPEECH_MOST),
    revision: z.coerce.number().int().min(0).max(1_000_000).default(0),
    base: blankable(textSchema(2 * SPEECH_MOST)),
    agendaItemId: blankable(idSchema),
  }),
  output: savedSchema,
  refusals: ["speech-changed", "speech-deleted", "only-recorder", "not-of-this-meeting"],
  change: "speeches",
  when: "opened",
  by: "many",
  may: (viewer, meeting) => can.takePart(viewer, meeting) || can.writeRecord(viewer, meeting),
  async run(tx, meeting, { key, body, personId: named, revision, base, agendaItemId }, { viewer, now }) {
    const personId = named ?? viewer.personId;
    const mayNote = can.writeRecord(viewer, meeting);
    if (personId !== viewer.personId && !mayNote) throw fieldRefusal("personId", "only-recorder");
    refuseLate(meeting, mayNote, now);
    await refuseStranger(tx, meeting, personId, "personId");
    let found = await lockSpeech(tx, meeting.id, key);
    if (!found) {
      const made = await insertSpeech(tx, meeting, { key, body, personId, notedBy: viewer.personId, now, agendaItemId });
      if (made) return { ...made, revision: 1, body, merged: false };
      found = await lockSpeech(tx, meeting.id, key); // sent twice at once: the other one was first
    }
    if (!found || found.personId !== personId) throw new Refusal("not-found");
    if (found.deletedAt) throw new Refusal("speech-deleted");
    if (found.body === body) return { speechId: found.id, revision: found.revision, body, merged: false };
    const isNewest = found.revision === revision;
    const text = isNewest ? body : mergedNote((base ?? "").normalize("NFC").trim(), body, found.body);
    if (text === null || (!isNewest && base === undefined)) throw new Refusal("speech-changed", { revision: found.revision });
    await tx
      .update(speeches)
      .set({ body: text, savedAt: now, revision: sql`${speeches.revision} + 1` })
      .where(eq(speeches.id, found.id));
    return { speechId: found.id, revision: found.revision + 1, body: text, merged: !isNewest };
  },
});
