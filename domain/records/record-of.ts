import type { RecordFacts } from "./record-facts.ts";
import { RECORD_FIELDS, type RecordField, type RecordFields } from "./record-fields.ts";
import { clockOf, dayIn, filled, type RecordWords } from "./record-words.ts";
import { attendanceText } from "./write-attendance.ts";
import { forumText } from "./write-forum.ts";

/** A field of a record: its text, what the facts say, and whether people wrote it over. */
export type FieldText = Readonly<{ field: RecordField; text: string; facts: string; isWritten: boolean }>;
export type MeetingRecord = readonly FieldText[];

type Writer = (facts: RecordFacts, words: RecordWords) => string;
const lines = <T>(items: readonly T[], line: (item: T, at: number) => string): string => items.map(line).join("\n");

function timeText({ openedAt, startsAt, closedAt, endsAt }: RecordFacts, words: RecordWords): string {
  const [from, to] = [openedAt ?? startsAt, closedAt ?? endsAt];
  return filled(words.timeLine, { day: dayIn(words.language, from), from: clockOf(from), to: clockOf(to) });
}

function placeText({ place, link }: RecordFacts, words: RecordWords): string {
  if (place && link) return filled(words.placeAndLink, { place, link });
  return link ? filled(words.linkOnly, { link }) : place;
}

function agendaLine({ title, person, startedAt, endedAt }: RecordFacts["agenda"][number], at: number, words: RecordWords): string {
  const what = person ? filled(words.agendaPerson, { title, person }) : title;
  if (!startedAt) return filled(words.agendaNotRun, { number: at + 1, what });
  return filled(words.agendaRun, { number: at + 1, what, from: clockOf(startedAt), to: endedAt ? clockOf(endedAt) : "" });
}

function stretchOf({ from, to, pages }: RecordFacts["readings"][number], words: RecordWords): string {
  if (pages) return filled(words.pages, { pages });
  if (from === null) return words.wholeText;
  return to === null || to === from ? filled(words.oneParagraph, { from }) : filled(words.stretch, { from, to });
}

function readingLine(reading: RecordFacts["readings"][number], words: RecordWords): string {
  const what = filled(words.reading, { title: reading.title, stretch: stretchOf(reading, words) });
  return reading.reader ? filled(words.readBy, { what, reader: reading.reader }) : what;
}

function speechText({ name, points }: RecordFacts["speeches"][number], words: RecordWords): string {
  return [filled(words.speaker, { name }), ...points.map((point, at) => filled(words.point, { number: at + 1, point }))].join("\n");
}

function voteLine({ question, options, voters }: RecordFacts["votes"][number], words: RecordWords): string {
  const counts = options.map(({ text, count }) => filled(words.voteOption, { text, count })).join(words.comma);
  // A question that ends with its own mark takes no colon after it.
  return filled(/[？?！!。.]$/.test(question) ? words.voteAsked : words.vote, { question, counts, voters });
}

function decisionLine({ body, owner, dueAt }: RecordFacts["decisions"][number], at: number, words: RecordWords): string {
  const [said, day] = [filled(words.decision, { number: at + 1, body }), dueAt ? dayIn(words.language, dueAt) : ""];
  if (owner && day) return said + filled(words.ownerAndDue, { owner, day });
  return said + (owner ? filled(words.owner, { owner }) : "") + (day ? filled(words.due, { day }) : "");
}

const WRITERS: Readonly<Record<RecordField, Writer>> = {
  title: ({ title, kind }, words) => filled(words.titleLine, { title, kind: words.language === "en" ? kind.nameEn : kind.name }),
  time: timeText,
  place: placeText,
  chair: ({ chair }) => chair ?? "",
  recorder: ({ recorder }) => recorder ?? "",
  attendance: (facts, words) =>
    [attendanceText(facts, words), facts.parties.length > 0 ? filled(words.parties, { parties: facts.parties.join(words.comma) }) : ""]
      .filter((line) => line !== "")
      .join("\n"),
  agenda: ({ agenda }, words) => lines(agenda, (item, at) => agendaLine(item, at, words)),
  readings: ({ readings }, words) => lines(readings, (reading) => readingLine(reading, words)),
  speeches: ({ speeches }, words) => lines(speeches, (speech) => speechText(speech, words)),
  votes: ({ votes }, words) => lines(votes, (vote) => voteLine(vote, words)),
  forum: ({ forum }, words) => forumText(forum, words),
  decisions: ({ decisions }, words) => lines(decisions, (decision, at) => decisionLine(decision, at, words)),
  summary: () => "",
  attachments: ({ attachments }) => lines(attachments, (name) => name),
};

/** The record: each field as people wrote it, else as the facts say it (B11). */
export function recordOf(facts: RecordFacts, fields: RecordFields, words: RecordWords): MeetingRecord {
  return RECORD_FIELDS.map((field) => {
    const said = WRITERS[field](facts, words);
    const written = fields[field];
    return { field, text: written ?? said, facts: said, isWritten: written !== undefined };
  });
}

const isEmpty = ({ text }: FieldText): boolean => text.trim() === "";

/** The required fields that say nothing yet, in the order of the record. */
export function missingOf(record: MeetingRecord, required: readonly string[]): RecordField[] {
  return record.filter((entry) => required.includes(entry.field) && isEmpty(entry)).map(({ field }) => field);
}

/** How much of what its kind requires a record says, from 0 to 1 (B11: at least 0.8 when the meeting ends). */
export function filledShare(record: MeetingRecord, required: readonly string[]): number {
  return required.length === 0 ? 1 : 1 - missingOf(record, required).length / required.length;
}

/** Letters, digits and Chinese characters of a record, as texts count them. */
export const recordCharacters = (record: MeetingRecord): number =>
  record.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
