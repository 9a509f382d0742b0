const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Whether an IANA time zone is known. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const found = formats.get(zone);
  if (found) return found;
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, calendar: "iso8601", hourCycle: "h23", ...parts });
  formats.set(zone, made);
  return made;
}

/** What the wall of a zone shows at an instant, as if it were UTC. */
function wallOf(at: number, zone: string): number {
  const shown = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day (`2026-11-26`) and the clock (`14:30`) that a zone shows at an instant. */
export function wallAt(at: Date, zone: string): { day: string; clock: string } {
  const iso = new Date(wallOf(at.getTime(), zone)).toISOString();
  return { day: iso.slice(0, 10), clock: iso.slice(11, 16) };
}

/**
 * The instant at which the wall of a zone shows a day and a clock. One that exists twice (clocks are put back) is the first of the two;
 * one that does not exist (clocks are put forward) is as much later as the clocks were put forward, so 02:30 becomes 03:30.
 */
export function instantOf(day: string, clock: string, zone: string): Date {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  const offsetAt = (at: number) => wallOf(at, zone) - at;
  const [before, after] = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)];
  const fitting = [wall - before, wall - after].filter((at) => wallOf(at, zone) === wall);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wall - before);
}

/** Minutes from one clock to a later one of the same day; zero or less when it is not later. */
export function minutesBetween(from: string, to: string): number {
  return (Date.parse(`2000-01-01T${to}:00Z`) - Date.parse(`2000-01-01T${from}:00Z`)) / MINUTE_MS;
}
