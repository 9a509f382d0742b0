import type { Absence, Away } from "./absence-watch.ts";

const MOST = 200;
const nameOf = (attemptId: number, what: "away" | "absences"): string => `zhixing.${what}.${attemptId}`;

function read<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null") as T | null;
  } catch {
    return null; // no storage, or somebody else's words in it
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A device that keeps nothing tells of what it sees while it is open.
  }
}

/** What this device still has to tell of leaving the page of an attempt. */
export function keptAbsences(attemptId: number) {
  const [away, waiting] = [nameOf(attemptId, "away"), nameOf(attemptId, "absences")];
  const list = (): Absence[] => read<Absence[]>(waiting) ?? [];
  return {
    away: (): Away | null => read<Away>(away),
    keepAway: (now: Away | null): void => write(away, now),
    list,
    add: (absence: Absence): void => write(waiting, [...list(), absence].slice(-MOST)),
    drop: (marks: ReadonlySet<string>): void => {
      const left = list().filter(({ mark }) => !marks.has(mark));
      write(waiting, left.length > 0 ? left : null);
    },
  };
}
