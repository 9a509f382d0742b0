import { Refusal } from "#domain/refusal.ts";
import type { HallEvent } from "./acts.ts";
import type { Round } from "./rules.ts";
import { type Buzz, type HallState, type Item, inOrder, leftOf } from "./state.ts";

type BuzzRound = Extract<Round, { kind: "buzz" | "extra" }>;
type Press = Extract<HallEvent, { kind: "buzz" }>;

export const isBuzzRound = (round: Round | undefined): round is BuzzRound => round?.kind === "buzz" || round?.kind === "extra";

/** Gives the question to the first who pressed in time and is not out of it; false when there is nobody. */
export function giveToFirst(round: Readonly<{ answerMs: number }>, item: Item, fromMs?: number): boolean {
  const first = inOrder(item.buzzes).find(({ seat }) => !item.out.includes(seat));
  if (!first) return false;
  item.seat = first.seat;
  item.stage = "answering";
  item.clock = { leftMs: round.answerMs, sinceMs: fromMs ?? first.atMs };
  return true;
}

function noteEarly(round: BuzzRound, state: HallState, item: Item, buzz: Buzz): void {
  const before = state.offences[buzz.seat] ?? 0;
  state.offences[buzz.seat] = before + 1;
  item.early.push(buzz);
  state.entries.push({ seq: buzz.seq, seat: buzz.seat, points: 0 - (before === 0 ? round.early.minus : round.early.again), extra: 0 });
  if (round.early.losesItem) item.out.push(buzz.seat);
  if (round.early.item === "void" && item.startedMs === null) {
    item.isVoid = true;
    item.stage = "judged";
  } else if (item.stage === "shown" && item.among.every((seat) => item.out.includes(seat))) {
    item.stage = "judged"; // all of them lost it: nobody is left to answer
  }
}

/**
 * A press. Before “begin” it is early, by receipt and not by who was written down first; in time, the first receipt has the question and
 * the others are noted for the margin. Each side presses once in time, and is early once, for a question.
 */
export function pressBuzzer(round: Round | undefined, state: HallState, press: Press): void {
  const { item } = state;
  const { seat, atMs } = press;
  if (!isBuzzRound(round) || !item || item.seq !== press.item || item.stage === "judged" || item.stage === "audience")
    throw new Refusal("hall-no-buzz");
  if (!item.among.includes(seat) || item.out.includes(seat)) throw new Refusal("hall-out-of-item");
  const buzz: Buzz = { seq: press.seq, seat, atMs, us: press.us, instance: press.instance };
  if (item.startedMs === null || atMs < item.startedMs) {
    if (item.early.some((one) => one.seat === seat)) throw new Refusal("hall-buzzed");
    return noteEarly(round, state, item, buzz);
  }
  if (item.buzzes.some((one) => one.seat === seat)) throw new Refusal("hall-buzzed");
  if (item.stage === "buzzing" && (!item.clock || item.clock.sinceMs === null || leftOf(item.clock, atMs) === 0))
    throw new Refusal("hall-buzz-late");
  item.buzzes.push(buzz);
  // Until somebody is judged the earlier receipt has it, whichever was written down first.
  const isEarlier = item.verdicts.length === 0 && inOrder(item.buzzes).find((one) => !item.out.includes(one.seat))?.seat !== item.seat;
  if (item.stage === "buzzing" || isEarlier) giveToFirst(round, item);
}

/** “Begin”: presses that had been received by then were early, those that came after it and were only written down before are in time. */
export function beginBuzzing(round: BuzzRound, state: HallState, item: Item, atMs: number): void {
  const inTime = item.early.filter((buzz) => buzz.atMs >= atMs);
  item.early = item.early.filter((buzz) => buzz.atMs < atMs);
  for (const { seq, seat } of inTime) {
    state.entries = state.entries.filter((entry) => entry.seq !== seq);
    state.offences[seat] = (state.offences[seat] ?? 1) - 1;
    item.out = item.out.filter((one) => one !== seat);
  }
  item.buzzes.push(...inTime);
  item.startedMs = atMs;
  item.stage = "buzzing";
  item.clock = { leftMs: round.buzzMs, sinceMs: atMs };
  giveToFirst(round, item);
}
