import { z } from "zod";
import { whyNotTaken } from "#domain/games/game-clock.ts";
import { responseMs, scoreMilli } from "#domain/games/game-score.ts";
import { authoredResponse } from "#domain/papers/authored-response.ts";
import { shownResponse } from "#domain/papers/shown-response.ts";
import { markOf } from "#domain/questions/mark.ts";
import { type Response, responseSchema } from "#domain/questions/question.ts";
import { storable } from "#domain/questions/storable.ts";
import { Refusal } from "#domain/refusal.ts";
import { carrier } from "#server/attempts/carrier.ts";
import { findJudgedVersion, type JudgedVersion } from "#server/attempts/paper-cache.ts";
import { type GameTicket, readPulse, readTicket } from "#server/attempts/ticket.ts";
import { signInStands } from "#server/people/watch-sign-ins.ts";
import { findLiveGame, type LiveGame } from "./game-facts.ts";
import { gamePresentation } from "./game-question.ts";
import { type JudgedGameAnswer, type StoredGameAnswer, storeGameAnswers } from "./store-game-answers.ts";

const input = z.strictObject({
  ticket: z.string().max(1_000),
  questionNo: z.int().min(0).max(999),
  /** Grows with each change, where the host allows changes. */
  seq: z.int().min(1).max(1_000_000_000).default(1),
  response: responseSchema,
  /** The last pulse: the round trips that the server measured with this player. */
  pulse: z.string().max(1_000).optional(),
});
const output = z.strictObject({ outcome: z.enum(["saved", "stands"]), response: responseSchema, receivedAt: z.date(), seq: z.int() });

/**
 * The fast door binds it, as it binds `takeAnswers`. The first answer stands and a repeat is told the same; where changes are allowed the
 * last one does. Says what stands and since when, never whether it is right.
 *
 * @public found by scripts/collect-verbs.ts, which no import shows
 */
export const takeGameAnswers = {
  at: "POST /api/games/:id/answers",
  input,
  output,
  refusals: ["answer-shape", "no-answer", "game-not-yet", "game-late", "game-paused", "game-captain", "too-many", "unavailable"],
} as const;

export type TakenGameAnswer = z.output<typeof output>;
type Given = Readonly<{
  ticket: GameTicket & { playerId: number };
  questionNo: number;
  seq: number;
  shown: Response;
  trips: readonly number[];
}>;

const answers = carrier<JudgedGameAnswer, StoredGameAnswer>({
  store: storeGameAnswers,
  keyOf: ({ gameId, questionNo, playerId }) => `${gameId} ${questionNo} ${playerId}`,
  senderOf: ({ playerId }) => playerId,
});

/** How many times an answer is judged anew when the host acts in the same instant. */
const ROUNDS = 4;

function judged(game: LiveGame, version: JudgedVersion, given: Given, receivedAt: Date): JudgedGameAnswer {
  const { questionNo, shown, ticket } = given;
  if (!storable(shown)) throw new Refusal("answer-shape");
  const response = authoredResponse(shown, version.body, gamePresentation(game.id, questionNo, version.body));
  if (response === null) throw new Refusal("no-answer");
  const worth = game.worths[questionNo] ?? 0;
  const { milli: mark, right } = markOf({ ...version, response, worth, mode: "all_or_nothing" });
  const tookMs = responseMs(game.opensAt as Date, receivedAt, given.trips);
  // D16: the room's window is that of its slowest reader, the score is by each one's own.
  const ownWindowMs = Math.ceil((game.rules.windowMs * ticket.timePercent) / 100);
  return {
    ...{ gameId: game.id, questionNo, playerId: ticket.playerId, versionId: game.versionIds[questionNo] ?? 0, stateSeq: game.stateSeq },
    ...{ seq: given.seq, response, receivedAt, responseMs: tookMs, isRight: right },
    milli: scoreMilli(game.rules.mode, mark, tookMs, ownWindowMs),
  };
}

/** Judges by the game as it is known, stores, and does it again when the game has moved in between. */
async function weigh(game: LiveGame, given: Given, receivedAt: Date): Promise<StoredGameAnswer & { version: JudgedVersion }> {
  let known = game;
  for (let round = 0; ; round += 1) {
    const why = whyNotTaken(known, given.questionNo, receivedAt);
    const isStale = why !== null && round === 0;
    if (why !== null && !isStale) throw new Refusal(why);
    if (why === null) {
      const version = await findJudgedVersion(known.versionIds[given.questionNo] ?? 0);
      if (!version) throw new Error(`game ${known.id} asks what has no key`);
      const stored = await answers.take(judged(known, version, given, receivedAt));
      if (stored.outcome === "gone") throw new Refusal("not-found");
      if (stored.outcome === "captain") throw new Refusal("game-captain");
      if (stored.outcome !== "moved") return { ...stored, version };
    }
    if (round >= ROUNDS) throw new Refusal("unavailable");
    const anew = await findLiveGame(known.id, true);
    if (!anew) throw new Refusal("not-found");
    known = anew;
  }
}

/**
 * Takes one answer received in full at `receivedAt`, and resolves when it is durable. Refuses a ticket that is forged, old or of an ended
 * sign-in (not-signed-in), another game's or a screen's (not-found), an answer to a question that is not open (game-not-yet, game-late,
 * game-paused), and what is no answer to it.
 */
export async function takeGameAnswer(gameId: number, raw: unknown, receivedAt: Date): Promise<TakenGameAnswer> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) throw new Refusal("invalid");
  const { ticket: text, questionNo, seq, response: shown, pulse } = parsed.data;
  const ticket = readTicket("game", text, receivedAt);
  if (!ticket || !(await signInStands(ticket.sessionId, receivedAt))) throw new Refusal("not-signed-in");
  const { playerId } = ticket;
  const game = ticket.gameId === gameId && playerId !== null ? await findLiveGame(gameId) : null;
  if (!game || playerId === null) throw new Refusal("not-found");
  const told = pulse === undefined ? null : readPulse(pulse, receivedAt);
  const trips = told?.playerId === playerId ? told.trips : [];
  const stored = await weigh(game, { ticket: { ...ticket, playerId }, questionNo, seq, shown, trips }, receivedAt);
  return {
    outcome: stored.outcome === "stands" ? "stands" : "saved",
    response: shownResponse(stored.response, gamePresentation(gameId, questionNo, stored.version.body), stored.version.body),
    ...{ receivedAt: stored.receivedAt, seq: stored.seq },
  };
}
