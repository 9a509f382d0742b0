import type { BowlRound, HallRules, Round } from "./rules.ts";

/** What does not change once it has begun: the rules, the seats, and each round's questions in the order in which they are asked. */
export type Setup = Readonly<{ rules: HallRules; seats: readonly number[]; questions: readonly (readonly number[])[] }>;

/** A press of a buzzer: the moment the server received it, and the microseconds of that process's own monotonic clock. */
export type Buzz = { seq: number; seat: number; atMs: number; us: number; instance: string };

/** A running or a stopped clock. */
export type Clock = { leftMs: number; sinceMs: number | null };

export type Stage = "shown" | "buzzing" | "answering" | "audience" | "judged";
export type Verdict = "right" | "wrong" | "part";

/** The question on the stage. `seq`: the ledger's number of its opening, which is its name. */
export type Item = {
  seq: number;
  number: number;
  versionId: number;
  /** Which part of a bonus, from 1; `number` is then its tossup's. */
  part: number | null;
  /** Of a tossup: when its power mark was passed and when it had been read; null: not yet. */
  reading: { powerMs: number | null; endMs: number | null } | null;
  /** Whose it is, or who answers now. */
  seat: number | null;
  value: number | null;
  stage: Stage;
  isRevealed: boolean;
  /** Opened for the audience, or left to it. */
  isAudience: boolean;
  isVoid: boolean;
  startedMs: number | null;
  clock: Clock | null;
  /** Who plays it, and who no more. */
  among: number[];
  out: number[];
  early: Buzz[];
  buzzes: Buzz[];
  verdicts: { seq: number; seat: number; verdict: Verdict }[];
};

/** What one line of the ledger gives one side now, after rulings. `extra`: a place in sudden death, no points. */
export type Entry = { seq: number; seat: number; points: number; extra: number };

export type HallState = {
  phase: "ready" | "running" | "over";
  /** Which round, from 0; −1 before the first. */
  round: number;
  /** In which order sides take turns in this round. */
  order: number[];
  /** How many questions were asked in this round; how many of them were whose turn; who passed how often. */
  opened: number;
  turns: Record<number, number>;
  passed: Record<number, number>;
  offences: Record<number, number>;
  used: number[];
  /** Of quiz bowl: whose bonus is asked and how many of its parts were; how many bonuses there were; who plays its overtime. */
  bonus: { seat: number; asked: number } | null;
  bonuses: number;
  overtime: number[];
  item: Item | null;
  entries: Entry[];
};

export type Standing = Readonly<{ seat: number; score: number; extra: number; place: number }>;

export function beginning({ seats }: Setup): HallState {
  const none = () => Object.fromEntries(seats.map((seat) => [seat, 0]));
  return {
    ...{
      phase: "ready",
      round: -1,
      order: [...seats],
      opened: 0,
      used: [],
      bonus: null,
      bonuses: 0,
      overtime: [],
      item: null,
      entries: [],
    },
    ...{ turns: none(), passed: none(), offences: none() },
  };
}

/** The sides in order: score, then what sudden death gave; level sides share a place, 1-2-2-4. */
export function standingsOf({ rules, seats }: Setup, { entries }: HallState): Standing[] {
  const totals = seats.map((seat) => {
    const own = entries.filter((entry) => entry.seat === seat);
    const sum = (of: "points" | "extra") => own.reduce((total, entry) => total + entry[of], 0);
    return { seat, score: rules.base + sum("points"), extra: sum("extra") };
  });
  const isBefore = (one: (typeof totals)[number], other: (typeof totals)[number]) =>
    one.score > other.score || (one.score === other.score && one.extra > other.extra);
  return totals
    .map((own) => ({ ...own, place: 1 + totals.filter((other) => isBefore(other, own)).length }))
    .toSorted((one, other) => one.place - other.place || one.seat - other.seat);
}

/** The first sides that share one of so many places; nobody when all of these are decided. */
export function levelSeats(setup: Setup, state: HallState, places: number): number[] {
  const standings = standingsOf(setup, state);
  const shared = standings.find(({ place }) => place <= places && standings.filter((other) => other.place === place).length > 1);
  return shared ? standings.filter(({ place }) => place === shared.place).map(({ seat }) => seat) : [];
}

/** The round that is played; none before the first. */
export const roundOf = ({ rules }: Setup, { round }: HallState): Round | undefined => rules.rounds[round];

/** Whose turn it is in a round of turns: who had the fewest, in the round's order; nobody when each had all of them. */
export function dueSeat(round: Round, { order, turns }: HallState): number | null {
  if (!("perSide" in round)) return null;
  const fewest = Math.min(...order.map((seat) => turns[seat] ?? 0));
  return fewest < round.perSide ? (order.find((seat) => turns[seat] === fewest) ?? null) : null;
}

/** Whether a round has asked everything that it should. */
export function isRoundDone(setup: Setup, state: HallState): boolean {
  const round = roundOf(setup, state);
  if (!round) return true;
  if (round.kind === "extra") return state.opened >= round.items || levelSeats(setup, state, round.places).length === 0;
  if (round.kind === "bowl") return isBowlDone(setup, round, state);
  return "perSide" in round ? dueSeat(round, state) === null : state.opened >= round.items;
}

/** Overtime is played to its last tossup; before it and after it, one who leads alone has won. */
function isBowlDone(setup: Setup, { items, overtime }: BowlRound, state: HallState): boolean {
  const { opened, bonus } = state;
  if (bonus !== null || opened < items) return false;
  if (overtime === 0) return true;
  return (opened === items || opened >= items + overtime) && levelSeats(setup, state, 1).length === 0;
}

/** Buzzes in the order that decides: by receipt where one process received them all, else as the database took them. */
export function inOrder(buzzes: readonly Buzz[]): Buzz[] {
  const isOne = new Set(buzzes.map(({ instance }) => instance)).size <= 1;
  return buzzes.toSorted((one, other) => (isOne ? one.us - other.us : 0) || one.seq - other.seq);
}

/** How much of a clock is left at a moment. */
export function leftOf({ leftMs, sinceMs }: Clock, nowMs: number): number {
  return Math.max(0, leftMs - (sinceMs === null ? 0 : nowMs - sinceMs));
}
