// Above 150 lines: what each act does to the state stands together, for each leans on what the others leave behind.
import { Refusal } from "#domain/refusal.ts";
import { type HallEvent, nextActs } from "./acts.ts";
import { beginReading, inBowl, pressTossup, tossupsOf } from "./bowl.ts";
import { beginBuzzing, giveToFirst, isBuzzRound, pressBuzzer } from "./press-buzzer.ts";
import type { Round } from "./rules.ts";
import { dueSeat, type HallState, type Item, leftOf, levelSeats, roundOf, type Setup, standingsOf } from "./state.ts";

type Of<K extends HallEvent["kind"]> = Extract<HallEvent, { kind: K }>;

function beginRound(setup: Setup, state: HallState): void {
  state.phase = "running";
  state.round += 1;
  state.item = null;
  state.opened = 0;
  state.bonus = null;
  state.bonuses = 0;
  state.overtime = [];
  for (const seat of setup.seats) {
    state.turns[seat] = 0;
    state.passed[seat] = 0;
  }
  const round = roundOf(setup, state);
  const order = round && "order" in round ? round.order : "seat";
  const score = new Map(standingsOf(setup, state).map((standing) => [standing.seat, standing.score]));
  const byScore = (one: number, other: number) => (score.get(other) ?? 0) - (score.get(one) ?? 0) || one - other;
  state.order = order === "seat" ? [...setup.seats] : setup.seats.toSorted(order === "high_first" ? byScore : (a, b) => byScore(b, a));
}

function turnOf(round: Round, state: HallState, asked: number | undefined): number | null {
  const due = dueSeat(round, state);
  if (asked === undefined) return due;
  if (!("perSide" in round) || (state.turns[asked] ?? round.perSide) >= round.perSide) throw new Refusal("hall-not-its-turn");
  return asked;
}

function openItem(setup: Setup, state: HallState, round: Round, event: Of<"open">): void {
  const pool = setup.questions[state.round] ?? [];
  const versionId = (round.kind === "bowl" ? tossupsOf(round, pool) : pool).find((id) => !state.used.includes(id));
  if (versionId === undefined) throw new Refusal("hall-no-questions");
  const isRisk = round.kind === "risk";
  if (isRisk ? event.value === undefined || !round.values.includes(event.value) : event.value !== undefined)
    throw new Refusal("hall-no-such-value");
  const seat = turnOf(round, state, event.seat);
  const isAudience = round.kind === "audience";
  state.opened += 1;
  state.used.push(versionId);
  if (seat !== null) state.turns[seat] = (state.turns[seat] ?? 0) + 1;
  state.item = {
    ...{ seq: event.seq, number: state.opened, versionId, part: null, reading: null, seat, value: event.value ?? null },
    ...{ stage: isAudience ? "audience" : "shown", isRevealed: false, isAudience, isVoid: false, startedMs: null, clock: null },
    among: round.kind === "extra" ? levelSeats(setup, state, round.places) : isAudience ? [] : seat === null ? [...setup.seats] : [seat],
    ...{ out: [], early: [], buzzes: [], verdicts: [] },
  };
  if (round.kind === "bowl") beginReading(setup, round, state, state.item, event.atMs);
}

function start(round: Round, state: HallState, item: Item, atMs: number): void {
  if (item.clock) item.clock.sinceMs = atMs;
  else if (isBuzzRound(round)) beginBuzzing(round, state, item, atMs);
  else if ("answerMs" in round) {
    item.startedMs = atMs;
    item.stage = "answering";
    item.clock = { leftMs: round.kind === "bowl" ? round.bonusMs : round.answerMs, sinceMs: atMs };
  }
}

function stop(item: Item, atMs: number): void {
  if (item.clock) item.clock = { leftMs: leftOf(item.clock, atMs), sinceMs: null };
}

/** What a verdict is worth in this round. */
function worthOf(round: Round, item: Item, { verdict, points }: Of<"mark">): { points: number; extra: number } {
  if (round.kind === "extra" && verdict !== "part") return { points: 0, extra: verdict === "right" ? 1 : -1 };
  const right = round.kind === "risk" ? (item.value ?? 0) : "right" in round ? round.right : 0;
  const wrong = round.kind === "risk" ? (item.value ?? 0) : "wrong" in round ? round.wrong : 0;
  if (verdict !== "part") return { points: verdict === "right" ? right : 0 - wrong, extra: 0 };
  // Risk and sudden death know right and wrong alone.
  if (round.kind === "risk" || round.kind === "extra" || points === undefined || points <= 0 || points >= right)
    throw new Refusal("hall-no-part");
  return { points, extra: 0 };
}

function mark(round: Round, state: HallState, item: Item, event: Of<"mark">): void {
  const { seq, seat, verdict, atMs } = event;
  if (item.seat !== seat) throw new Refusal("hall-other-side-answers");
  state.entries.push({ seq, seat, ...worthOf(round, item, event) });
  item.verdicts.push({ seq, seat, verdict });
  if (item.clock) stop(item, atMs);
  item.stage = "judged";
  if (verdict !== "wrong" || round.kind !== "buzz" || !round.steal) return;
  item.out.push(seat);
  if (giveToFirst(round, item, atMs) || item.among.every((one) => item.out.includes(one))) return;
  item.seat = null;
  item.stage = "buzzing";
  item.clock = { leftMs: round.buzzMs, sinceMs: atMs };
}

/** The question goes to the next side in order that has not passed on it; nobody is left: it is over. */
function pass(state: HallState, item: Item): void {
  const from = item.seat ?? 0;
  state.passed[from] = (state.passed[from] ?? 0) + 1;
  item.out.push(from);
  item.clock = null;
  const at = state.order.indexOf(from);
  const next = [...state.order.slice(at + 1), ...state.order.slice(0, at)].find((seat) => !item.out.includes(seat));
  item.stage = next === undefined ? "judged" : "shown";
  item.seat = next ?? null;
  if (next !== undefined) item.among = [...new Set([...item.among, next])];
}

function unclaimed(round: Round, item: Item, atMs: number): void {
  if (item.clock && leftOf(item.clock, atMs) > 0) throw new Refusal("hall-window-open");
  item.clock = null;
  item.isAudience = round.kind === "buzz" && round.unclaimed === "audience";
  item.isVoid = !item.isAudience && round.kind !== "bowl"; // a tossup that nobody has is dead, and was a question all the same
  item.stage = item.isAudience ? "audience" : "judged";
}

/** A question that cannot be used is put away; its turn is not spent and a spare one takes its place. */
function skip(state: HallState, item: Item): void {
  const first = item.among[0];
  if (item.among.length > 0 && first !== undefined && item.seat !== null && (state.turns[first] ?? 0) > 0)
    state.turns[first] = (state.turns[first] ?? 1) - 1;
  state.opened -= 1;
  state.item = null;
}

function rule({ entries }: HallState, { of, points }: Of<"ruling">): void {
  const entry = entries.find(({ seq }) => seq === of);
  if (!entry) throw new Refusal("hall-nothing-to-rule");
  // In sudden death a place is what was given; the sign of what is said decides it.
  if (entry.extra !== 0) entry.extra = Math.sign(points);
  else entry.points = points;
}

/** What one line of the ledger does; refuses what the state does not allow. Changes the state it is given: `replay` keeps that to itself. */
export function applyEvent(setup: Setup, state: HallState, event: HallEvent): void {
  const round = roundOf(setup, state);
  if (event.kind === "buzz") return round?.kind === "bowl" ? pressTossup(round, state, event) : pressBuzzer(round, state, event);
  if (event.kind === "undo") return;
  if (!nextActs(setup, state).includes(event.kind)) throw new Refusal("hall-not-now");
  if (event.kind === "round") return beginRound(setup, state);
  if (event.kind === "finish") {
    state.phase = "over";
    return;
  }
  if (event.kind === "adjust") {
    if (!setup.seats.includes(event.seat)) throw new Refusal("hall-no-such-side");
    state.entries.push({ seq: event.seq, seat: event.seat, points: event.points, extra: 0 });
    return;
  }
  if (event.kind === "ruling") return rule(state, event);
  if (!round) throw new Refusal("hall-not-now");
  if (event.kind === "open") return openItem(setup, state, round, event);
  if (round.kind === "bowl" && inBowl(setup, round, state, event)) return;
  if (state.item) inItem(round, state, state.item, event);
}

function inItem(round: Round, state: HallState, item: Item, event: HallEvent): void {
  if (event.kind === "start") start(round, state, item, event.atMs);
  if (event.kind === "stop") stop(item, event.atMs);
  if (event.kind === "mark") mark(round, state, item, event);
  if (event.kind === "pass") pass(state, item);
  if (event.kind === "unclaimed") unclaimed(round, item, event.atMs);
  if (event.kind === "reveal") item.isRevealed = true;
  if (event.kind === "skip") skip(state, item);
}
