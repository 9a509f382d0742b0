/** The sentences a record is written in, with blanks like `{title}`: `records.text` of messages/. */
export type RecordWords = Readonly<{
  language: string;
  titleLine: string;
  timeLine: string;
  placeAndLink: string;
  linkOnly: string;
  counts: string;
  invited: string;
  parties: string;
  lists: Readonly<Record<"present" | "late" | "leave" | "absent" | "left", string>>;
  withReason: string;
  arrived: string;
  leftAt: string;
  comma: string;
  agendaRun: string;
  agendaNotRun: string;
  agendaPerson: string;
  reading: string;
  readBy: string;
  wholeText: string;
  stretch: string;
  oneParagraph: string;
  pages: string;
  speaker: string;
  point: string;
  vote: string;
  voteAsked: string;
  voteOption: string;
  forum: Readonly<Record<"line" | "unranked" | "lot" | "topic" | "counted" | "dropped" | "prize", string>>;
  decision: string;
  owner: string;
  due: string;
  ownerAndDue: string;
}>;

/** Fills the blanks of a sentence. */
export const filled = (sentence: string, blanks: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (blank, name: string) => (name in blanks ? String(blanks[name]) : blank));

const ZONE = "Asia/Shanghai";

/** A day as a document says it. */
export const dayIn = (language: string, at: Date): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: ZONE }).format(at);

/** Hour and minute, as in 14:30. */
export const clockOf = (at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: ZONE }).format(at);
