import type { GameFacts } from "#domain/games/game-clock.ts";
import type { GameRules } from "#domain/games/rules.ts";
import { answerPool } from "#server/attempts/answer-pool.ts";
import { patiently } from "#server/attempts/patiently.ts";
import { rideAlong } from "#server/attempts/ride-along.ts";

/** What a game is judged by at one moment. Rules and questions never change (a trigger sees to it); where it stands does. */
export type LiveGame = GameFacts &
  Readonly<{
    id: number;
    stateSeq: number;
    rules: GameRules;
    versionIds: readonly number[];
    worths: readonly number[];
    resumesAt: Date | null;
    promptId: number | null;
  }>;

type Row = {
  id: string;
  state_seq: number;
  stage: GameFacts["stage"];
  question_no: number;
  opens_at: Date | null;
  closes_at: Date | null;
  paused_at: Date | null;
  resumes_at: Date | null;
  prompt_id: string | null;
  rules: GameRules;
  version_ids: string[];
  worths: number[];
};

async function load(ids: number[]): Promise<(LiveGame | null)[]> {
  const { rows } = await answerPool().query<Row>({
    name: "live-games",
    text: "select id, state_seq, stage, question_no, opens_at, closes_at, paused_at, resumes_at, prompt_id, rules, version_ids, worths from games where id = any($1::bigint[])",
    values: [[...new Set(ids)]],
  });
  const found = new Map(rows.map((row) => [Number(row.id), gameOf(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

const gameOf = (row: Row): LiveGame => ({
  ...{ id: Number(row.id), stateSeq: row.state_seq, stage: row.stage, questionNo: row.question_no },
  ...{ resumesAt: row.resumes_at, promptId: row.prompt_id === null ? null : Number(row.prompt_id) },
  ...{ opensAt: row.opens_at, closesAt: row.closes_at, pausedAt: row.paused_at },
  ...{ rules: row.rules, versionIds: row.version_ids.map(Number), worths: row.worths },
});

/** How old a look may be that an answer is judged by; the statement that stores it looks again. */
const FRESH_MS = 250;
const kept = new Map<number, { game: LiveGame | null; atMs: number }>();
const MOST_KEPT = 2_000;
// Whoever asks while one look is under way shares the next: five thousand answers ask once.
const loading = rideAlong({ carry: (ids: number[]) => patiently(() => load(ids)), most: 20_000, seats: 50_000 });

/** A game as of a quarter of a second ago at most, or, `anew`, as of now; null when there is none. */
export async function findLiveGame(id: number, anew = false): Promise<LiveGame | null> {
  const known = kept.get(id);
  if (known && !anew && performance.now() - known.atMs < FRESH_MS) return known.game;
  const atMs = performance.now();
  const game = await loading.join(id);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as number);
  kept.set(id, { game, atMs });
  return game;
}
