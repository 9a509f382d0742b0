import { type AskState, countedWords, isTold, orderedAsks, type PromptKind, pollCounts } from "#domain/games/prompts.ts";
import { answerPool } from "#server/attempts/answer-pool.ts";

type Say = Readonly<{ pick: number | null; words: readonly string[] | null }>;
type Ask = Readonly<{ id: number; playerId: number; body: string; state: AskState; votes: number }>;
/** What the room is asked beside the questions, with all that was said to it. */
export type RoomPrompt = Readonly<{
  id: number;
  kind: PromptKind;
  title: string;
  options: readonly string[];
  isOpen: boolean;
  says: ReadonlyMap<number, Say>;
  /** The words a host has let the room see. */
  shown: ReadonlySet<string>;
  asks: readonly Ask[];
  votes: ReadonlyMap<number, readonly number[]>;
}>;

type Row = { id: string; kind: PromptKind; title: string; options: string[]; is_open: boolean; shown: string[] };

async function saysOf(promptId: number): Promise<Map<number, Say>> {
  const { rows } = await answerPool().query<[string, number | null, string[] | null]>({
    ...{
      name: "game-says",
      rowMode: "array",
      text: "select player_id, pick, words from game_says where prompt_id = $1",
      values: [promptId],
    },
  });
  return new Map(rows.map(([id, pick, words]) => [Number(id), { pick, words }]));
}

async function asksOf(promptId: number): Promise<Ask[]> {
  const { rows } = await answerPool().query<[string, string, string, AskState, string]>({
    name: "game-asks",
    rowMode: "array",
    text: `select a.id, a.player_id, a.body, a.state, (select count(*) from game_ask_votes v where v.ask_id = a.id and v.is_on)
      from game_asks a where a.prompt_id = $1`,
    values: [promptId],
  });
  return rows.map(([id, playerId, body, state, votes]) => ({
    ...{ id: Number(id), playerId: Number(playerId), body, state, votes: Number(votes) },
  }));
}

async function votesOf(promptId: number): Promise<Map<number, number[]>> {
  const { rows } = await answerPool().query<[string, string[]]>({
    name: "game-votes",
    rowMode: "array",
    text: `select v.player_id, array_agg(v.ask_id) from game_ask_votes v join game_asks a on a.id = v.ask_id
      where a.prompt_id = $1 and v.is_on group by v.player_id`,
    values: [promptId],
  });
  return new Map(rows.map(([id, asks]) => [Number(id), asks.map(Number)]));
}

/** Reads it all; null when there is none. */
export async function readPrompt(promptId: number | null): Promise<RoomPrompt | null> {
  if (promptId === null) return null;
  const { rows } = await answerPool().query<Row>({
    name: "game-prompt",
    text: `select p.id, p.kind, p.title, p.options, p.closed_at is null as is_open,
        coalesce((select array_agg(w.word) from game_words w where w.prompt_id = p.id and w.state = 'shown'), '{}') as shown
      from game_prompts p where p.id = $1`,
    values: [promptId],
  });
  const [row] = rows;
  if (!row) return null;
  const isAsks = row.kind === "asks";
  const [says, asks, votes] = await Promise.all([
    isAsks ? new Map<number, Say>() : saysOf(promptId),
    isAsks ? asksOf(promptId) : [],
    isAsks ? votesOf(promptId) : new Map<number, number[]>(),
  ]);
  const { kind, title, options, is_open: isOpen } = row;
  return { id: promptId, kind, title, options, isOpen, shown: new Set(row.shown), says, asks, votes };
}

/** The most words of a cloud, and of questions, that go to a screen. */
const MOST_SHOWN = 60;

/**
 * What the room is told came of it. Of words only those the host has shown, of questions too, and nobody's name; what phones hear of a
 * poll or a cloud waits until it is closed, so that the first do not lead the others.
 */
export function toldOfPrompt(prompt: RoomPrompt, to: "screens" | "phones") {
  const { id, kind, options, isOpen, shown } = prompt;
  const isHeld = to === "phones" && isOpen && kind !== "asks";
  const said = [...prompt.says.values()];
  const words = countedWords(said.flatMap((say) => (say.words ? [say.words] : []))).filter(({ key }) => shown.has(key));
  return {
    promptId: id,
    said: kind === "asks" ? prompt.asks.length : said.length,
    counts:
      kind === "poll" && !isHeld
        ? pollCounts(
            options.length,
            said.flatMap(({ pick }) => pick ?? []),
          )
        : null,
    words: kind === "words" && !isHeld ? words.slice(0, MOST_SHOWN).map(({ word, count }) => ({ word, count })) : null,
    asks:
      kind === "asks"
        ? orderedAsks(prompt.asks.filter(isTold))
            .slice(0, MOST_SHOWN)
            .map(({ id: askId, body, votes, state }) => ({ id: askId, body, votes, isAnswered: state === "answered" }))
        : null,
  };
}
export type ToldOfPrompt = ReturnType<typeof toldOfPrompt>;

/** What one player said to it. */
export type OwnSay = Readonly<{ promptId: number; pick: number | null; words: readonly string[] | null; votes: readonly number[] }>;

/** The same out of what was read of all. */
export function ownSayIn(prompt: RoomPrompt | null, playerId: number): OwnSay | null {
  if (!prompt) return null;
  const { pick = null, words = null } = prompt.says.get(playerId) ?? {};
  return { promptId: prompt.id, pick, words, votes: prompt.votes.get(playerId) ?? [] };
}
