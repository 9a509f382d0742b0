/** What a calendar is told of one meeting. */
export type CalendarEvent = Readonly<{
  /** Stable for ever. */
  uid: string;
  /** Grows with every change. */
  sequence: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  place: string;
  description: string;
  url: string;
  isCancelled: boolean;
}>;

const OCTETS = 75;
const utf8 = new TextEncoder();

/** `20261203T063000Z`: instants are written in UTC, so that every calendar shows them at its owner's own hour, whatever their summer time. */
const instantOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks. Other control characters have no place in a calendar. */
const textOf = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** RFC 5545, 3.1: no line is longer than 75 octets; a character is never cut in two. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let [current, size] = ["", 0];
  for (const character of line) {
    const octets = utf8.encode(character).length;
    if (size + octets > OCTETS) {
      lines.push(current);
      // What is continued begins with a blank, which counts.
      [current, size] = [" ", 1];
    }
    current += character;
    size += octets;
  }
  return [...lines, current].join("\r\n");
}

const eventLines = (event: CalendarEvent): string[] => [
  "BEGIN:VEVENT",
  `UID:${textOf(event.uid)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTAMP:${instantOf(event.changedAt)}`,
  `DTSTART:${instantOf(event.startsAt)}`,
  `DTEND:${instantOf(event.endsAt)}`,
  `SUMMARY:${textOf(event.title)}`,
  ...(event.place ? [`LOCATION:${textOf(event.place)}`] : []),
  ...(event.description ? [`DESCRIPTION:${textOf(event.description)}`] : []),
  `URL:${event.url}`,
  `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
  "END:VEVENT",
];

/** An iCalendar file (RFC 5545) of these events. */
export function writeIcs(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zhixing//Meetings//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"],
    `X-WR-CALNAME:${textOf(name)}`,
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}
