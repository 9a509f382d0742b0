import { Refusal } from "#domain/refusal.ts";
import type { HallEvent } from "./acts.ts";
import { giveToFirst } from "./press-buzzer.ts";
import { type BowlRound, neededFor } from "./rules.ts";
import { type HallState, type Item, inOrder, leftOf, levelSeats, type Setup } from "./state.ts";

type Of<K extends HallEvent["kind"]> = Extract<HallEvent, { kind: K }>;

/** A round's questions: first the tossups with those of overtime, then the bonuses part by part, then the spares of both. */
const sparesOf = (round: BowlRound, pool: readonly number[]): readonly number[] => pool.slice(neededFor(round, 0));

/** What a tossup may be, in order. */
export const tossupsOf = (round: BowlRound, pool: readonly number[]): readonly number[] => [
  ...pool.slice(0, round.items + round.overtime),
  ...sparesOf(round, pool),
];

/** A tossup is open to the buzzers from its first word on. In overtime those play who were level for the first place when it began. */
export function beginReading(setup: Setup, round: BowlRound, state: HallState, item: Item, atMs: number): void {
  item.stage = "buzzing";
  item.startedMs = atMs;
  item.reading = { powerMs: null, endMs: null };
  const over = item.number - round.items;
  if (over <= 0) return;
  if (over === 1 || over > round.overtime) state.overtime = levelSeats(setup, state, 1);
  item.among = [...state.overtime];
}

/**
 * A press into a tossup: the first receipt has it, and nobody else's press counts until they are judged, so that a side that lost the race
 * has its one buzz still. Between two presses of one moment receipt decides, not which was written down first.
 */
export function pressTossup(round: BowlRound, state: HallState, press: Of<"buzz">): void {
  const { item } = state;
  const { seq, seat, atMs, us, instance } = press;
  const isOpen = item?.reading && (item.stage === "buzzing" || item.stage === "answering");
  if (!item || !isOpen || item.seq !== press.item || atMs < (item.startedMs ?? 0)) throw new Refusal("hall-no-buzz");
  if (!item.among.includes(seat) || item.out.includes(seat)) throw new Refusal("hall-out-of-item");
  if (item.buzzes.some((one) => one.seat === seat)) throw new Refusal("hall-buzzed");
  const { clock } = item;
  if (item.stage === "buzzing" && clock && (clock.sinceMs === null || leftOf(clock, atMs) === 0)) throw new Refusal("hall-buzz-late");
  item.buzzes.push({ seq, seat, atMs, us, instance });
  if (inOrder(item.buzzes)[0]?.seat !== item.seat) giveToFirst(round, item);
}

/** The power mark is passed, or the reading is over: by the clock before the press of who answers, else it comes too late to be said. */
function readOn(round: BowlRound, item: Item, reading: NonNullable<Item["reading"]>, { kind, atMs }: Of<"power"> | Of<"read">): void {
  const pressed = inOrder(item.buzzes)[0];
  if (pressed && pressed.atMs <= atMs) throw new Refusal("hall-not-now");
  if (kind === "power") {
    reading.powerMs = atMs;
    return;
  }
  reading.endMs = atMs;
  if (item.stage === "buzzing") item.clock = { leftMs: round.buzzMs, sinceMs: atMs };
}

/** What a verdict on a tossup is worth: a power before its mark, and a loss for the first wrong interrupt alone. */
function worthOf(round: BowlRound, item: Item, { powerMs, endMs }: NonNullable<Item["reading"]>, isRight: boolean): number {
  const pressedMs = inOrder(item.buzzes)[0]?.atMs ?? 0;
  const isBefore = (momentMs: number | null) => momentMs === null || pressedMs < momentMs;
  if (isRight) return round.power > 0 && isBefore(powerMs) && isBefore(endMs) ? round.power : round.right;
  return isBefore(endMs) && item.verdicts.length === 0 ? 0 - round.neg : 0;
}

function markTossup(round: BowlRound, state: HallState, item: Item, { seq, seat, verdict, atMs }: Of<"mark">): void {
  const { reading } = item;
  if (!reading) return;
  state.entries.push({ seq, seat, points: worthOf(round, item, reading, verdict === "right"), extra: 0 });
  item.verdicts.push({ seq, seat, verdict });
  item.clock = null;
  item.stage = "judged";
  if (verdict === "right") {
    if (round.bonusParts > 0 && item.number <= round.items) state.bonus = { seat, asked: 0 };
    return;
  }
  item.out.push(seat);
  if (item.among.every((one) => item.out.includes(one))) return;
  item.seat = null;
  item.buzzes = [];
  item.startedMs = atMs;
  item.stage = "buzzing";
  if (reading.endMs !== null) item.clock = { leftMs: round.buzzMs, sinceMs: atMs };
}

function openPart(setup: Setup, round: BowlRound, state: HallState, { seq }: Of<"bonus">): void {
  const { bonus, opened } = state;
  if (!bonus) throw new Refusal("hall-not-now");
  const pool = setup.questions[state.round] ?? [];
  const own = pool[round.items + round.overtime + state.bonuses * round.bonusParts + bonus.asked];
  const versionId = [...(own === undefined ? [] : [own]), ...sparesOf(round, pool)].find((id) => !state.used.includes(id));
  if (versionId === undefined) throw new Refusal("hall-no-questions");
  state.used.push(versionId);
  state.item = {
    ...{ seq, number: opened, versionId, part: bonus.asked + 1, reading: null, seat: bonus.seat, value: null },
    ...{ stage: "shown", isRevealed: false, isAudience: false, isVoid: false, startedMs: null, clock: null, among: [bonus.seat] },
    ...{ out: [], early: [], buzzes: [], verdicts: [] },
  };
}

function partIsOver(round: BowlRound, state: HallState): void {
  if (!state.bonus) return;
  state.bonus.asked += 1;
  if (state.bonus.asked < round.bonusParts) return;
  state.bonus = null;
  state.bonuses += 1;
}

function markPart(setup: Setup, round: BowlRound, state: HallState, item: Item, { seq, seat, verdict }: Of<"mark">): void {
  state.entries.push({ seq, seat, points: verdict === "right" ? round.bonusPoints : 0, extra: 0 });
  item.verdicts.push({ seq, seat, verdict });
  item.clock = null;
  const next = setup.seats[(setup.seats.indexOf(seat) + 1) % setup.seats.length];
  if (verdict === "wrong" && round.bouncebacks && item.verdicts.length === 1 && next !== undefined) {
    item.out.push(seat);
    item.among.push(next);
    item.seat = next;
    item.stage = "shown";
    return;
  }
  item.stage = "judged";
  partIsOver(round, state);
}

/** What quiz bowl does otherwise than the other rounds; false: it does it as they do. */
export function inBowl(setup: Setup, round: BowlRound, state: HallState, event: HallEvent): boolean {
  if (event.kind === "bonus") {
    openPart(setup, round, state, event);
    return true;
  }
  const { item } = state;
  if (!item) return false;
  if ((event.kind === "power" || event.kind === "read") && item.reading) {
    readOn(round, item, item.reading, event);
    return true;
  }
  if (event.kind === "skip" && item.part !== null) {
    // Another part takes its place; where no spare is left, the bonus goes on without it.
    if (sparesOf(round, setup.questions[state.round] ?? []).every((id) => state.used.includes(id))) partIsOver(round, state);
    state.item = null;
    return true;
  }
  if (event.kind !== "mark") return false;
  if (item.seat !== event.seat) throw new Refusal("hall-other-side-answers");
  if (event.verdict === "part") throw new Refusal("hall-no-part");
  if (item.part === null) markTossup(round, state, item, event);
  else markPart(setup, round, state, item, event);
  return true;
}
