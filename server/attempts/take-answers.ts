import { z } from "zod";
import { authoredResponse } from "#domain/papers/authored-response.ts";
import { presentationOf } from "#domain/papers/presentation.ts";
import { markOf } from "#domain/questions/mark.ts";
import { type Response, responseSchema } from "#domain/questions/question.ts";
import { storable } from "#domain/questions/storable.ts";
import { Refusal } from "#domain/refusal.ts";
import { signInStands } from "#server/people/watch-sign-ins.ts";
import { carryAnswer } from "./carry-answers.ts";
import { findJudgedVersion, findPaper, type Paper } from "./paper-cache.ts";
import { OUTCOMES } from "./store-answers.ts";
import { readTicket } from "./ticket.ts";

const input = z.strictObject({
  ticket: z.string().max(1_000),
  slot: z.int().min(0).max(999),
  /** Grows with each change of this slot; the higher one stands. */
  seq: z.int().min(1).max(1_000_000_000),
  response: responseSchema,
});
const output = z.strictObject({ outcome: z.enum(OUTCOMES), seq: z.int(), receivedAt: z.date() });

/**
 * The one verb of another shape: the fast door binds it, with no session and no transaction of its own. Its description stands in the
 * API list beside the others'. Says whether an answer is kept, never whether it is right (TA5).
 *
 * @public found by scripts/collect-verbs.ts, which no import shows
 */
export const takeAnswers = {
  at: "POST /api/attempts/:id/answers",
  input,
  output,
  refusals: ["no-such-slot", "answer-shape", "too-many", "unavailable", "taken-over", "judged-at-once"],
} as const;

export type TakenAnswer = z.output<typeof output>;

async function judged(paper: Paper, slot: number, shown: Response): Promise<{ response: Response; milli: number; isRight: boolean }> {
  const versionId = paper.versionIds[slot];
  const worth = paper.worths[slot];
  if (versionId === undefined || worth === undefined) throw new Refusal("no-such-slot", { slot });
  if (!storable(shown)) throw new Refusal("answer-shape");
  const version = await findJudgedVersion(versionId);
  if (!version) throw new Error(`question version ${versionId} has no key`);
  const presentation = presentationOf(version.body, paper.seed, slot, paper.shuffleOptions);
  const response = authoredResponse(shown, version.body, presentation);
  const { milli, right } = markOf({ ...version, response, worth, mode: paper.multipleMode });
  return { response, milli, isRight: right };
}

/**
 * Takes one answer received in full at `receivedAt` for the attempt the address names, and resolves when its verdict is durable.
 * Refuses a ticket that is forged, old or of an ended sign-in (not-signed-in), another's attempt (not-found), what is no answer to
 * this question (invalid, no-such-slot, answer-shape), and a device whose place another one has taken (taken-over).
 */
export async function takeAnswer(attemptId: number, raw: unknown, receivedAt: Date): Promise<TakenAnswer> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) throw new Refusal("invalid");
  const { ticket: text, slot, seq, response: shown } = parsed.data;
  const ticket = readTicket("answer", text, receivedAt);
  if (!ticket || !(await signInStands(ticket.sessionId, receivedAt))) throw new Refusal("not-signed-in");
  if (ticket.attemptId !== attemptId) throw new Refusal("not-found");
  const paper = await findPaper(attemptId);
  if (!paper || paper.personId !== ticket.personId) throw new Refusal("not-found");
  // Where each answer is judged at once, one that comes here would pass the question's clock and the number of tries.
  if (paper.judged) throw new Refusal("judged-at-once");
  const { sessionId } = ticket;
  const { outcome, seq: standing } = await carryAnswer({
    attemptId,
    slot,
    seq,
    receivedAt,
    sessionId,
    ...(await judged(paper, slot, shown)),
  });
  // Kept as evidence, not counted: the device keeps what was typed, and sends it when it takes the seat back.
  if (outcome === "taken-over") throw new Refusal("taken-over");
  return { outcome, seq: standing, receivedAt };
}
