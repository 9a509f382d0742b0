import type { SheetBlock, SheetPart } from "#domain/printing/sheets.ts";
import type { Attendant, Presented, RecordFacts } from "./record-facts.ts";
import type { RecordField } from "./record-fields.ts";
import type { FieldText, MeetingRecord } from "./record-of.ts";
import { clockOf, dayIn, filled, type RecordWords } from "./record-words.ts";
import { attendanceSummary } from "./write-attendance.ts";
import { pointsOf } from "./write-forum.ts";

/** What a printed record says beside its sentences: `records.sheet` of messages/. */
export type SheetWords = Readonly<{
  heading: string;
  numerals: string;
  head: string;
  nothing: string;
  columns: Readonly<Record<"name" | "branch" | "attendance" | "note", string>>;
  attendance: Readonly<Record<Attendant["attendance"], string>>;
  online: string;
  forum: Readonly<Record<"place" | "presenter" | "points" | "scores" | "prize", string>>;
  dropped: string;
  signature: Readonly<Record<"chair" | "recorder", string>>;
  unsigned: string;
  addenda: string;
  addendum: string;
  state: Readonly<Record<"draft" | "signed" | "locked", string>>;
}>;

export type RecordSheet = Readonly<{
  facts: RecordFacts;
  record: MeetingRecord;
  fieldNames: Readonly<Record<RecordField, string>>;
  words: RecordWords;
  sheet: SheetWords;
  signatures: readonly Readonly<{ role: "chair" | "recorder"; name: string; signedAt: Date }>[];
  addenda: readonly Readonly<{ body: string; name: string; createdAt: Date }>[];
  isLocked: boolean;
  /** From outside, only how many came. */
  showsPeople: boolean;
}>;

const IN_TABLE: readonly RecordField[] = ["title", "time", "place", "chair", "recorder"];

function noteOf({ attendance, at, leftAt, reason }: Attendant, words: RecordWords): string {
  const came = attendance === "late" && at ? filled(words.arrived, { clock: clockOf(at) }) : "";
  const left = leftAt ? filled(words.leftAt, { clock: clockOf(leftAt) }) : "";
  return [came, left, came || left || attendance === "present" ? "" : reason].filter(Boolean).join(words.comma);
}

function peopleTable({ facts, words, sheet }: RecordSheet): SheetBlock {
  const { columns, attendance, online } = sheet;
  return {
    kind: "table",
    shares: [0.2, 0.34, 0.18, 0.28],
    header: [columns.name, columns.branch, columns.attendance, columns.note],
    rows: facts.people.map((person) => {
      const how = attendance[person.attendance];
      return [person.name, person.branch, person.isOnline ? filled(online, { how }) : how, noteOf(person, words)];
    }),
  };
}

/** Presenters by place, with what counted and, in brackets, what was dropped. */
function forumTable(forum: readonly Presented[], { sheet, words }: RecordSheet): SheetBlock {
  const { place, presenter, points, scores, prize } = sheet.forum;
  // Apart by spaces: a narrow cell breaks there, and never within a number.
  const listed = (milli: readonly number[]) => milli.map(pointsOf).join(" ");
  return {
    kind: "table",
    shares: [0.09, 0.33, 0.13, 0.31, 0.14],
    header: [place, presenter, points, scores, prize],
    rows: forum.map((one) => [
      one.place === null ? sheet.nothing : String(one.place),
      one.name +
        (one.topic ? filled(words.forum.topic, { topic: one.topic }) : "") +
        (one.lot === null ? "" : filled(words.forum.lot, { lot: one.lot })),
      one.meanMilli === null ? sheet.nothing : pointsOf(one.meanMilli),
      listed(one.counted) + (one.dropped.length > 0 ? filled(sheet.dropped, { scores: listed(one.dropped) }) : ""),
      one.prize ?? "",
    ]),
  };
}

/** A field under its heading; attendance as counts and a table, a forum's result as a table, unless people wrote it otherwise. */
function bodyOf(field: FieldText, sheet: RecordSheet): SheetBlock[] {
  if (field.field === "attendance" && !field.isWritten && sheet.facts.people.length > 0) {
    const counts = attendanceSummary(sheet.facts, sheet.words);
    const parties = field.text.split("\n").at(-1) ?? "";
    const others = sheet.facts.parties.length > 0 && sheet.showsPeople ? `\n${parties}` : "";
    return [{ kind: "text", text: counts + others }, ...(sheet.showsPeople ? [peopleTable(sheet)] : [])];
  }
  if (field.field === "forum" && !field.isWritten && sheet.facts.forum) return [forumTable(sheet.facts.forum, sheet)];
  return [{ kind: "text", text: field.text }];
}

function signatureLines({ signatures, sheet, words }: RecordSheet): SheetBlock[] {
  return (["chair", "recorder"] as const).map((role) => {
    const given = signatures.find((one) => one.role === role);
    const who = given ? `${given.name}　${dayIn(words.language, given.signedAt)}` : sheet.unsigned;
    return { kind: "plain", text: `${sheet.signature[role]}${who}` };
  });
}

/** A record as a printed sheet: title, a table of the plain facts, the fields under numbered headings, signatures, addenda. */
export function sheetOfRecord(printed: RecordSheet): SheetPart {
  const { facts, record, fieldNames, sheet, words, addenda, signatures, isLocked } = printed;
  const numerals = sheet.numerals.split(",");
  const text = (field: RecordField) => record.find((entry) => entry.field === field)?.text ?? "";
  const state = isLocked ? "locked" : signatures.length === 2 ? "signed" : "draft";
  const fields = record.filter((entry) => !IN_TABLE.includes(entry.field) && entry.text.trim() !== "");
  const headings = [...fields.map(({ field }) => fieldNames[field]), ...(addenda.length > 0 ? [sheet.addenda] : [])];
  const heading = (at: number): SheetBlock => ({
    kind: "heading",
    text: filled(sheet.heading, { number: numerals[at] ?? String(at + 1), title: headings[at] ?? "" }),
  });
  const said = addenda.map(({ body, name, createdAt }): SheetBlock => {
    return { kind: "text", text: filled(sheet.addendum, { body, name, day: dayIn(words.language, createdAt) }) };
  });
  return {
    title: facts.title,
    blocks: [
      { kind: "title", text: filled(sheet.head, { title: facts.title }) },
      { kind: "byline", text: [facts.group ?? facts.branch, sheet.state[state]].join("　") },
      {
        kind: "table",
        shares: [0.2, 0.8],
        header: null,
        rows: IN_TABLE.map((field) => [fieldNames[field], text(field) || sheet.nothing]),
      },
      ...fields.flatMap((entry, at) => [heading(at), ...bodyOf(entry, printed)]),
      ...signatureLines(printed),
      ...(addenda.length > 0 ? [heading(fields.length), ...said] : []),
    ],
  };
}
