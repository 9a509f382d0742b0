import { z } from "zod";
import { ASK_LENGTH, MOST_OPTIONS, MOST_WORDS, tidyWords, WORD_LENGTH } from "#domain/games/prompts.ts";
import { Refusal } from "#domain/refusal.ts";
import { carrier } from "#server/attempts/carrier.ts";
import { readTicket } from "#server/attempts/ticket.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { signInStands } from "#server/people/watch-sign-ins.ts";
import { type GameSay, type StoredSay, storeGameSays } from "./store-game-says.ts";

const id = z.int().min(1);
const input = z.strictObject({
  ticket: z.string().max(1_000),
  promptId: id,
  said: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("poll"),
      pick: z
        .int()
        .min(0)
        .max(MOST_OPTIONS - 1),
    }),
    z.strictObject({ kind: z.literal("words"), words: z.array(lineSchema(WORD_LENGTH)).min(1).max(MOST_WORDS) }),
    z.strictObject({ kind: z.literal("ask"), text: lineSchema(ASK_LENGTH) }),
    z.strictObject({ kind: z.literal("vote"), askId: id, isOn: z.boolean() }),
  ]),
});
const output = z.strictObject({ receivedAt: z.date() });

/**
 * What a phone says to a poll, for a word cloud or as a question of its own. The fast door binds it, as it binds `takeGameAnswers`. To a
 * poll and for a cloud the last word stands while it is open; a question asked twice is one.
 *
 * @public found by scripts/collect-verbs.ts, which no import shows
 */
export const takeGameSays = {
  at: "POST /api/games/:id/says",
  input,
  output,
  refusals: ["prompt-shut", "too-many", "unavailable"],
} as const;

const says = carrier<GameSay, StoredSay>({
  store: storeGameSays,
  keyOf: ({ promptId, playerId, said }) => `${promptId} ${playerId} ${said.kind === "vote" ? said.askId : ""}`,
  senderOf: ({ playerId }) => playerId,
});

/**
 * Takes what was received in full at `receivedAt`, and resolves when it is durable. Refuses a ticket that is forged, old or of an ended
 * sign-in (not-signed-in), another game's or a screen's (not-found), and what comes to nothing that is open, or is one question too many
 * (prompt-shut).
 */
export async function takeGameSay(gameId: number, raw: unknown, receivedAt: Date): Promise<z.output<typeof output>> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) throw new Refusal("invalid");
  const { ticket: text, promptId, said } = parsed.data;
  const ticket = readTicket("game", text, receivedAt);
  if (!ticket || !(await signInStands(ticket.sessionId, receivedAt))) throw new Refusal("not-signed-in");
  const { playerId } = ticket;
  if (ticket.gameId !== gameId || playerId === null) throw new Refusal("not-found");
  const tidy = said.kind === "words" ? { ...said, words: tidyWords(said.words) } : said;
  if (tidy.kind === "words" && tidy.words.length === 0) throw new Refusal("invalid");
  const { outcome } = await says.take({ gameId, promptId, playerId, saidAt: receivedAt, said: tidy });
  if (outcome === "shut") throw new Refusal("prompt-shut");
  return { receivedAt };
}
