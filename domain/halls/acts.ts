import { z } from "zod";
import type { Round } from "./rules.ts";
import { type HallState, type Item, isRoundDone, roundOf, type Setup } from "./state.ts";

const seat = z.int().min(1).max(12);
const seq = z.int().min(1).max(100_000);
const points = z.int().min(-1_000_000).max(1_000_000);

/** Everything whoever leads the final can do, apart from letting a buzzer be pressed. */
export const actSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("round") }),
  /** The next question: whose it is (without, whose turn it is), and for how much in a round of risk. */
  z.strictObject({ kind: z.literal("open"), seat: seat.optional(), value: points.optional() }),
  z.strictObject({ kind: z.literal("start") }),
  z.strictObject({ kind: z.literal("stop") }),
  /** `seat`: whom it judges, so that nobody is given what another one said. `points`: what a part is worth. */
  /** Of a tossup that is read aloud: its power mark is passed, it has been read; and the next part of a bonus. */
  z.strictObject({ kind: z.literal("power") }),
  z.strictObject({ kind: z.literal("read") }),
  z.strictObject({ kind: z.literal("bonus") }),
  z.strictObject({ kind: z.literal("mark"), seat, verdict: z.enum(["right", "wrong", "part"]), points: points.optional() }),
  z.strictObject({ kind: z.literal("pass") }),
  z.strictObject({ kind: z.literal("unclaimed") }),
  z.strictObject({ kind: z.literal("reveal") }),
  z.strictObject({ kind: z.literal("skip") }),
  z.strictObject({ kind: z.literal("adjust"), seat, points }),
  /** What a past line of the ledger gives from now on. */
  z.strictObject({ kind: z.literal("ruling"), of: seq, points }),
  z.strictObject({ kind: z.literal("undo"), of: seq }),
  z.strictObject({ kind: z.literal("finish") }),
]);
export type Act = z.output<typeof actSchema>;
export type ActKind = Act["kind"];

type Pressed = { kind: "buzz"; item: number; seat: number; us: number; instance: string };
/** One line of the ledger. */
export type HallEvent = Readonly<{ seq: number; atMs: number }> & (Act | Pressed);

/** What is still to come of a tossup's reading. Said while somebody answers it stands only if it came before their press. */
const inReading = (round: Round, { reading }: Item): ActKind[] => {
  if (round.kind !== "bowl" || !reading || reading.endMs !== null) return [];
  return [...(round.power > 0 && reading.powerMs === null ? (["power"] as const) : []), "read"];
};

const inItem = (setup: Setup, state: HallState): ActKind[] => {
  const { item } = state;
  const round = roundOf(setup, state);
  if (!item || !round) return [];
  const mayPass = round.kind === "arena" && item.seat !== null && (state.passed[item.seat] ?? 0) < round.passes;
  const clock: ActKind[] = item.clock ? [item.clock.sinceMs === null ? "start" : "stop"] : [];
  switch (item.stage) {
    case "shown":
      return ["start", ...(item.part === null ? [] : (["mark"] as const)), "skip", ...(mayPass ? (["pass"] as const) : [])];
    case "buzzing":
      return [...inReading(round, item), ...clock, ...(item.reading?.endMs === null ? [] : (["unclaimed"] as const)), "skip"];
    case "answering":
      return [...inReading(round, item), ...clock, "mark", "skip", ...(mayPass ? (["pass"] as const) : [])];
    case "audience":
      return ["reveal", "skip"];
    case "judged":
      return item.isRevealed ? [] : ["reveal"];
  }
};

/** What may be done next: the console shows these and no others, and the ledger takes no others. */
export function nextActs(setup: Setup, state: HallState): ActKind[] {
  const always: ActKind[] = state.phase === "ready" ? [] : ["adjust", ...(state.entries.length > 0 ? (["ruling"] as const) : [])];
  if (state.phase === "over") return always;
  if (state.phase === "ready") return ["round"];
  const { item } = state;
  const between = item === null || item.stage === "judged" || (item.stage === "audience" && item.isRevealed);
  const isLast = state.round === setup.rules.rounds.length - 1;
  const next: ActKind[] = state.bonus ? ["bonus"] : isRoundDone(setup, state) ? [] : ["open"];
  const onward: ActKind[] = [...next, isLast ? "finish" : "round"];
  return [...inItem(setup, state), ...(between ? onward : []), ...always];
}

/** What needs a reason in words: whatever changes what was, and leaving a round before its end. */
export function needsReason(setup: Setup, state: HallState, kind: ActKind): boolean {
  if (kind === "round" || kind === "finish") return state.phase === "running" && !isRoundDone(setup, state);
  return kind === "adjust" || kind === "ruling" || kind === "skip" || kind === "undo";
}
