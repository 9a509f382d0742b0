import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { gameAsks, gameAskVotes, gamePlayers, gamePrompts, gameSays, gameWords } from "#db/schema/games.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { ASK_STATES, countedWords, orderedAsks, PROMPT_KINDS, pollCounts, WORD_STATES } from "#domain/games/prompts.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findGame } from "./find-game.ts";

export const promptDeskSchema = z.object({
  ...{ id: z.number(), kind: z.enum(PROMPT_KINDS), title: z.string(), isOpen: z.boolean(), said: z.number() },
  options: z.array(z.object({ text: z.string(), count: z.number() })),
  /** `state` null: nobody has decided. */
  words: z.array(z.object({ key: z.string(), word: z.string(), count: z.number(), state: z.enum(WORD_STATES).nullable() })),
  asks: z.array(z.object({ id: z.number(), body: z.string(), name: z.string(), votes: z.number(), state: z.enum(ASK_STATES) })),
});
type PromptDesk = z.output<typeof promptDeskSchema>;

async function asksOf(db: Db, promptId: number): Promise<PromptDesk["asks"]> {
  const { id, body, state } = gameAsks;
  const rows = await db
    .select({ id, body, state, name: people.name })
    .from(gameAsks)
    .innerJoin(gamePlayers, eq(gamePlayers.id, gameAsks.playerId))
    .innerJoin(people, eq(people.id, gamePlayers.personId))
    .where(eq(gameAsks.promptId, promptId));
  const votes = await db
    .select({ askId: gameAskVotes.askId, isOn: gameAskVotes.isOn })
    .from(gameAskVotes)
    .innerJoin(gameAsks, eq(gameAsks.id, gameAskVotes.askId))
    .where(eq(gameAsks.promptId, promptId));
  return orderedAsks(rows.map((row) => ({ ...row, votes: votes.filter(({ askId, isOn }) => isOn && askId === row.id).length })));
}

const { id, kind, title, options, closedAt } = gamePrompts;
/** What of a prompt is asked for. */
export const promptColumns = { id, kind, title, options, closedAt };
type Prompt = Pick<typeof gamePrompts.$inferSelect, keyof typeof promptColumns>;

/** All that came of one prompt, with what the room does not see. */
export async function promptDeskOf(db: Db, prompt: Prompt): Promise<PromptDesk> {
  const says = await db.select({ pick: gameSays.pick, words: gameSays.words }).from(gameSays).where(eq(gameSays.promptId, prompt.id));
  const decided = await db
    .select({ word: gameWords.word, state: gameWords.state })
    .from(gameWords)
    .where(eq(gameWords.promptId, prompt.id));
  const stateOf = new Map(decided.map(({ word, state }) => [word, state]));
  const counts = pollCounts(
    prompt.options.length,
    says.flatMap(({ pick }) => pick ?? []),
  );
  return {
    ...{ id: prompt.id, kind: prompt.kind, title: prompt.title, isOpen: prompt.closedAt === null, said: says.length },
    options: prompt.options.map((text, at) => ({ text, count: counts[at] ?? 0 })),
    words: countedWords(says.flatMap(({ words }) => (words ? [words] : []))).map((one) => ({
      ...one,
      state: stateOf.get(one.key) ?? null,
    })),
    asks: prompt.kind === "asks" ? await asksOf(db, prompt.id) : [],
  };
}

/** What the room is asked now, for the console: words and questions that nobody has shown yet are in it. Null: nothing. */
export const getPromptDesk = query({
  at: "GET /api/desk/games/:id/prompts",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ prompt: promptDeskSchema.nullable() }),
  door: "desk",
  may: can.seeGamesDesk,
  async run(db, { id }, { viewer }) {
    const game = await findGame(db, id);
    if (!game || !can.runGame(viewer, game)) throw new Refusal("not-found");
    if (game.promptId === null) return { prompt: null };
    const [prompt] = await db.select(promptColumns).from(gamePrompts).where(eq(gamePrompts.id, game.promptId));
    return { prompt: prompt ? await promptDeskOf(db, prompt) : null };
  },
});
