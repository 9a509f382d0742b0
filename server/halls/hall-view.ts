// One file, long because it is one picture: what everybody sees of a final at one moment.
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { questionKeys, questionVersions } from "#db/schema/questions.ts";
import { replay } from "#domain/halls/replay.ts";
import { type Round, roundSchema } from "#domain/halls/rules.ts";
import { dueSeat, type HallState, type Item, inOrder, isRoundDone, levelSeats, roundOf, standingsOf } from "#domain/halls/state.ts";
import { presentationOf, shownBody, shownKey } from "#domain/papers/presentation.ts";
import { questionKeySchema } from "#domain/questions/question.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { findHall, type HallRow, type Ledger, loadLedger } from "./find-hall.ts";

const seat = z.number();
const answerSchema = z.object({ key: questionKeySchema, explanation: z.string() });
const itemSchema = z.object({
  seq: z.number(),
  number: z.number(),
  seat: seat.nullable(),
  value: z.number().nullable(),
  stage: z.enum(["shown", "buzzing", "answering", "audience", "judged"]),
  /** Of quiz bowl: which part of a bonus, and how far a tossup has been read. */
  part: z.number().nullable(),
  reading: z.enum(["power", "on", "over"]).nullable(),
  isAudience: z.boolean(),
  isVoid: z.boolean(),
  among: z.array(seat),
  out: z.array(seat),
  /** A running clock has the moment at which it ends; a stopped one what is left. */
  clock: z.object({ leftMs: z.number(), endsAt: z.string().nullable() }).nullable(),
  early: z.array(seat),
  /** Who pressed in time, in order, and how long after the first; null: another process received it. */
  buzzes: z.array(z.object({ seat, behindUs: z.number().nullable() })),
  verdicts: z.array(z.object({ seat, verdict: z.enum(["right", "wrong", "part"]) })),
  /** A tossup is heard and not read: nothing of it is seen before its reading is over. */
  body: shownBodySchema.nullable(),
  /** Nothing before it is revealed to all. */
  answer: answerSchema.nullable(),
});
const roundViewSchema = z.object({
  at: z.number(),
  rules: roundSchema,
  opened: z.number(),
  total: z.number().nullable(),
  isDone: z.boolean(),
});

/** What everybody sees of a final: no key before its reveal, no question before its opening. */
export const hallViewSchema = z.object({
  seq: z.number(),
  title: z.string(),
  phase: z.enum(["ready", "running", "over"]),
  rounds: z.array(z.string()),
  round: roundViewSchema.nullable(),
  sides: z.array(z.object({ seat, name: z.string(), score: z.number(), extra: z.number(), place: z.number() })),
  /** Whose turn is next in a round of turns, or whose bonus; who is level when sudden death is played. */
  due: seat.nullable(),
  level: z.array(seat),
  item: itemSchema.nullable(),
});
export type HallView = z.output<typeof hallViewSchema>;
export type HallItem = NonNullable<HallView["item"]>;

type Question = Readonly<{ body: z.output<typeof shownBodySchema>; answer: z.output<typeof answerSchema> }>;

/** A question as a hall sees it: options in the author's order, as they are read aloud. */
export async function findQuestion(db: Db | Tx, { seed }: Pick<HallRow, "seed">, versionId: number): Promise<Question | null> {
  const [row] = await db
    .select({ body: questionVersions.body, key: questionKeys.key, explanation: questionKeys.explanation })
    .from(questionVersions)
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(eq(questionVersions.id, versionId));
  if (!row) return null;
  const presentation = presentationOf(row.body, `${seed}/${versionId}`, 0, false);
  const answer = { key: shownKey(row.key, presentation, row.body), explanation: row.explanation };
  return { body: shownBody(row.body, presentation), answer };
}

function readingOf({ reading }: Item, round: Round): HallItem["reading"] {
  if (round.kind !== "bowl" || !reading) return null;
  if (reading.endMs !== null) return "over";
  return round.power > 0 && reading.powerMs === null ? "power" : "on";
}

function viewOfItem(item: Item, round: Round, { body, answer }: Question): HallItem {
  const reading = readingOf(item, round);
  const { clock, isRevealed, startedMs: _started, versionId: _version, early, buzzes, verdicts, ...shown } = item;
  const order = inOrder(buzzes);
  const first = order[0];
  return {
    ...shown,
    clock: clock && { leftMs: clock.leftMs, endsAt: clock.sinceMs === null ? null : new Date(clock.sinceMs + clock.leftMs).toISOString() },
    early: early.map((buzz) => buzz.seat),
    buzzes: order.map((buzz) => ({ seat: buzz.seat, behindUs: buzz.instance === first?.instance ? buzz.us - first.us : null })),
    verdicts: verdicts.map((one) => ({ seat: one.seat, verdict: one.verdict })),
    reading,
    body: reading === null || reading === "over" || item.stage === "judged" ? body : null,
    answer: isRevealed ? answer : null,
  };
}

function viewOfRound(ledger: Ledger, state: HallState, rules: Round): HallView["round"] {
  const isOpenEnded = rules.kind === "extra" || (rules.kind === "bowl" && state.opened > rules.items);
  const total = isOpenEnded ? null : "perSide" in rules ? rules.perSide * ledger.setup.seats.length : rules.items;
  return { at: state.round, rules, opened: state.opened, total, isDone: isRoundDone(ledger.setup, state) };
}

/** The picture of a ledger that has been read. */
export function viewOf(hall: HallRow, ledger: Ledger, question: Question | null): HallView {
  const { setup, sides } = ledger;
  const state = replay(setup, ledger.events);
  const rules = roundOf(setup, state);
  const names = new Map(sides.map((side) => [side.seat, side.name]));
  return {
    ...{ seq: hall.seq, title: hall.title, phase: state.phase, rounds: setup.rules.rounds.map(({ title }) => title) },
    round: rules ? viewOfRound(ledger, state, rules) : null,
    sides: standingsOf(setup, state).map((standing) => ({ ...standing, name: names.get(standing.seat) ?? "" })),
    due: rules && state.phase === "running" ? (state.bonus?.seat ?? dueSeat(rules, state)) : null,
    level: rules?.kind === "extra" && state.phase === "running" ? levelSeats(setup, state, rules.places) : [],
    item: state.item && rules && question ? viewOfItem(state.item, rules, question) : null,
  };
}

/** A final as everybody sees it now, with its ledger; null when there is none. */
export async function readHall(db: Db | Tx, hallId: number) {
  const hall = await findHall(db, hallId);
  if (!hall) return null;
  const ledger = await loadLedger(db, hall);
  // The ledger may have grown between the two looks: the picture is of what was read last.
  const seq = ledger.rows.at(-1)?.seq ?? 0;
  const state = replay(ledger.setup, ledger.events);
  const question = state.item ? await findQuestion(db, hall, state.item.versionId) : null;
  return { hall, ledger, state, question, view: viewOf({ ...hall, seq }, ledger, question) };
}
