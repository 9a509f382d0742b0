import type { Attendant, RecordFacts } from "./record-facts.ts";
import { clockOf, filled, type RecordWords } from "./record-words.ts";

const isThere = ({ attendance }: Attendant): boolean => attendance === "present" || attendance === "late";

/** How many were to come, came, were late, on leave and absent; those who were invited only are counted apart. */
export function attendanceCounts(people: readonly Attendant[]) {
  const required = people.filter(({ isRequired }) => isRequired);
  const how = (attendance: Attendant["attendance"]) => required.filter((person) => person.attendance === attendance).length;
  const there = required.filter(isThere);
  return {
    expected: required.length,
    present: there.length,
    online: there.filter(({ isOnline }) => isOnline).length,
    late: how("late"),
    leave: how("leave"),
    absent: how("absent"),
    invited: people.filter((person) => !person.isRequired && isThere(person)).length,
  };
}

function named(person: Attendant, words: RecordWords): string {
  const { name, attendance, at, reason } = person;
  const why = attendance === "late" && at ? filled(words.arrived, { clock: clockOf(at) }) : isThere(person) ? "" : reason;
  return why ? filled(words.withReason, { name, reason: why }) : name;
}

function listLine(kind: keyof RecordWords["lists"], names: readonly string[], words: RecordWords): string[] {
  return names.length === 0 ? [] : [filled(words.lists[kind], { names: names.join(words.comma) })];
}

/** The counts alone: what is told to readers from outside the meeting. */
export function attendanceSummary({ people }: Pick<RecordFacts, "people">, words: RecordWords): string {
  if (people.length === 0) return "";
  const counts = attendanceCounts(people);
  return filled(words.counts, counts) + (counts.invited > 0 ? filled(words.invited, counts) : "");
}

/** Counts, then who was there, late, on leave and absent, with reasons. */
export function attendanceText({ people }: Pick<RecordFacts, "people">, words: RecordWords): string {
  if (people.length === 0) return "";
  const how = (attendance: Attendant["attendance"]) =>
    people.filter((person) => person.attendance === attendance).map((person) => named(person, words));
  const left = people.flatMap(({ name, leftAt }) =>
    leftAt ? [filled(words.withReason, { name, reason: filled(words.leftAt, { clock: clockOf(leftAt) }) })] : [],
  );
  return [
    attendanceSummary({ people }, words),
    ...listLine("present", how("present"), words),
    ...listLine("late", how("late"), words),
    ...listLine("leave", how("leave"), words),
    ...listLine("absent", how("absent"), words),
    ...listLine("left", left, words),
  ].join("\n");
}
