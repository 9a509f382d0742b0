import { chanceOf } from "#domain/chance.ts";

export type RotaMember = Readonly<{ id: number; joinedAt: Date }>;
/** A meeting to be led; `fixed`: who leads it already, because it was announced or swapped. */
export type RotaMeeting = Readonly<{ startsAt: Date; day: string; fixed?: number | null }>;
export type Led = Readonly<{ personId: number; at: Date }>;
export type RotaAbsence = Readonly<{ personId: number; fromDay: string; toDay: string }>;

/** What the rules of the rota had to give way in: `repeat` — the same person, or pair, twice running; `absent` — on a day the person cannot. */
export type RotaNote = "repeat" | "absent" | null;
export type Turn = Readonly<{ personId: number | null; note: RotaNote }>;

type Question = Readonly<{
  members: readonly RotaMember[];
  /** In order of time. */
  meetings: readonly RotaMeeting[];
  /** Who led before the first of them; a year of it is enough. */
  history: readonly Led[];
  absences: readonly RotaAbsence[];
  /** Of the group, so that ties fall differently in different groups. */
  seed: string;
}>;

type Standing = { id: number; times: number; lastLed: number; hash: number };

/**
 * How often each has led. Who joined later starts level with whoever had led least until then: they neither owe the meetings held
 * before, nor are they given a row of them to catch up.
 */
function timesLed(members: readonly RotaMember[], history: readonly Led[]): Map<number, number> {
  const credit = new Map<number, number>();
  const ledBefore = (id: number, at: Date) => history.filter((one) => one.personId === id && one.at < at).length;
  for (const member of [...members].sort((one, other) => one.joinedAt.getTime() - other.joinedAt.getTime())) {
    const older = members.filter(({ joinedAt }) => joinedAt < member.joinedAt);
    const levels = older.map(({ id }) => (credit.get(id) ?? 0) + ledBefore(id, member.joinedAt));
    credit.set(member.id, levels.length === 0 ? 0 : Math.min(...levels));
  }
  return new Map(members.map(({ id }) => [id, (credit.get(id) ?? 0) + history.filter(({ personId }) => personId === id).length]));
}

const byFairness = (one: Standing, other: Standing) => one.times - other.times || one.lastLed - other.lastLed || one.hash - other.hash;

function standingsOf({ members, meetings, history, seed }: Question): Standing[] {
  const times = timesLed(members, history);
  return members.map(({ id, joinedAt }) => {
    const last = history.filter(({ personId }) => personId === id).map(({ at }) => at.getTime());
    const ahead = meetings.filter(({ fixed }) => fixed === id).length;
    return {
      id,
      times: (times.get(id) ?? 0) + ahead,
      lastLed: Math.max(joinedAt.getTime(), ...last),
      hash: chanceOf(`${seed} ${id}`).below(2 ** 32),
    };
  });
}

/** Whether leading this one would be the same person, or the same two in the same order, twice running. */
function repeats(id: number, before: readonly (number | null)[], next: number | null, isSmall: boolean): boolean {
  const [first, second, third] = [-1, -2, -3].map((back) => before.at(back) ?? null);
  if (id === first || id === next) return true;
  // Two who alternate are all there is in a group of two.
  return !isSmall && third !== null && third === first && second === id;
}

/**
 * Who leads which meeting (D13, B12). Each goes to whoever has led least, then to whom it is longest since (joining counts as having led
 * last), then by a hash of group and person, which no other member has a say in: so somebody who joins is put in between, and the order
 * of the others stays. Nobody leads on a day of a known absence. *Never the same pair twice running*: a pair is the lead readers of two
 * meetings that follow each other, so neither does a person lead twice running, nor do two follow each other in the same order twice
 * running (A B A B); two alone take turns. A rule gives way only when nobody is left, the pair before the absence, and the note says so.
 */
export function rotaOf(question: Question): Turn[] {
  const standings = standingsOf(question);
  const { meetings, history, absences } = question;
  const led: (number | null)[] = [...history]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .slice(-3)
    .map(({ personId }) => personId);
  const isAway = (id: number, day: string) => absences.some((one) => one.personId === id && one.fromDay <= day && day <= one.toDay);
  const turnOf = ({ day }: RotaMeeting, at: number): { chosen: Standing | undefined; note: RotaNote } => {
    const here = standings.filter(({ id }) => !isAway(id, day)).sort(byFairness);
    const next = meetings[at + 1]?.fixed ?? null;
    const fitting = here.find(({ id }) => !repeats(id, led, next, standings.length < 3));
    if (fitting) return { chosen: fitting, note: null };
    const other = here.find(({ id }) => id !== led.at(-1)) ?? here[0];
    if (other) return { chosen: other, note: standings.length === 1 ? null : "repeat" };
    return { chosen: [...standings].sort(byFairness).find(({ id }) => id !== led.at(-1)) ?? standings[0], note: "absent" };
  };
  return meetings.map((meeting, at) => {
    const isFixed = meeting.fixed !== undefined && meeting.fixed !== null;
    const { chosen, note } = isFixed ? { chosen: standings.find(({ id }) => id === meeting.fixed), note: null } : turnOf(meeting, at);
    if (chosen) chosen.lastLed = meeting.startsAt.getTime();
    if (chosen && !isFixed) chosen.times += 1;
    const personId = isFixed ? (meeting.fixed ?? null) : (chosen?.id ?? null);
    led.push(personId);
    return { personId, note };
  });
}

/** How unevenly meetings are shared: the most anybody leads of them less the fewest. */
export function imbalanceOf(memberIds: readonly number[], leaders: readonly (number | null)[]): number {
  if (memberIds.length === 0) return 0;
  const times = memberIds.map((id) => leaders.filter((leader) => leader === id).length);
  return Math.max(...times) - Math.min(...times);
}
