import { MOST_ASKS } from "#domain/games/prompts.ts";
import { answerPool } from "#server/attempts/answer-pool.ts";

type Said =
  | Readonly<{ kind: "poll"; pick: number }>
  | Readonly<{ kind: "words"; words: readonly string[] }>
  | Readonly<{ kind: "ask"; text: string }>
  | Readonly<{ kind: "vote"; askId: number; isOn: boolean }>;
export type GameSay = Readonly<{ gameId: number; promptId: number; playerId: number; saidAt: Date; said: Said }>;
/** `shut`: it is not open, or not for this; nothing was kept. */
export type StoredSay = Readonly<{ outcome: "saved" | "shut" }>;

/** The players of `i` who may speak now: of that game, not shown out, in a prompt that was open when it was received. */
const SPEAKERS = `join game_prompts p on p.id = i.prompt_id and p.game_id = i.game_id and i.said_at >= p.opened_at
    and (p.closed_at is null or i.said_at < p.closed_at)
  join game_players y on y.id = i.player_id and y.game_id = i.game_id and y.removed_at is null`;

const SAYS = `with i as (
  select n, prompt_id, game_id, player_id, pick, case when words is null then null else string_to_array(words, E'\\n') end as words, said_at
  from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::int[], $7::text[])
    as u(n, prompt_id, game_id, player_id, said_at, pick, words)
), saved as (
  insert into game_says as stood (prompt_id, player_id, pick, words, said_at)
  select i.prompt_id, i.player_id, i.pick, i.words, i.said_at from i ${SPEAKERS}
  where (p.kind = 'poll' and i.pick < cardinality(p.options)) or (p.kind = 'words' and i.words is not null)
  order by i.prompt_id, i.player_id
  on conflict (prompt_id, player_id) do update set pick = excluded.pick, words = excluded.words, said_at = excluded.said_at
  where excluded.said_at >= stood.said_at
  returning prompt_id, player_id
) select i.n from i join saved s on s.prompt_id = i.prompt_id and s.player_id = i.player_id`;

const ASKS = `with i as (
  select * from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::text[])
    as u(n, prompt_id, game_id, player_id, said_at, body)
), saved as (
  insert into game_asks (prompt_id, player_id, body, asked_at)
  select i.prompt_id, i.player_id, i.body, i.said_at from i ${SPEAKERS}
  where p.kind = 'asks'
    and (select count(*) from game_asks a where a.prompt_id = i.prompt_id and a.player_id = i.player_id and a.body <> i.body) < $7::int
  order by i.prompt_id, i.player_id
  on conflict (prompt_id, player_id, body) do update set body = excluded.body
  returning prompt_id, player_id, body
) select i.n from i join saved s on s.prompt_id = i.prompt_id and s.player_id = i.player_id and s.body = i.body`;

const VOTES = `with i as (
  select * from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::timestamptz[], $6::bigint[], $7::bool[])
    as u(n, prompt_id, game_id, player_id, said_at, ask_id, is_on)
), saved as (
  insert into game_ask_votes as stood (ask_id, player_id, is_on, voted_at)
  select i.ask_id, i.player_id, i.is_on, i.said_at from i ${SPEAKERS}
  join game_asks a on a.id = i.ask_id and a.prompt_id = i.prompt_id and a.state = 'shown'
  order by i.ask_id, i.player_id
  on conflict (ask_id, player_id) do update set is_on = excluded.is_on, voted_at = excluded.voted_at
  where excluded.voted_at >= stood.voted_at
  returning ask_id, player_id
) select i.n from i join saved s on s.ask_id = i.ask_id and s.player_id = i.player_id`;

type At<K extends Said["kind"]> = Readonly<{ n: number; say: GameSay; said: Extract<Said, { kind: K }> }>;

function ofKinds<K extends Said["kind"]>(rows: readonly GameSay[], ...kinds: readonly K[]): At<K>[] {
  const some = rows.flatMap((say, n) =>
    (kinds as readonly string[]).includes(say.said.kind) ? [{ n, say, said: say.said as Extract<Said, { kind: K }> }] : [],
  );
  // Sorted by key: batches that lock in different orders deadlock (performance.md, traps).
  return some.sort((a, b) => a.say.promptId - b.say.promptId || a.say.playerId - b.say.playerId);
}

async function kept(name: string, text: string, rows: readonly At<Said["kind"]>[], more: readonly unknown[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const says = rows.map(({ say }) => say);
  const heads = [
    rows.map(({ n }) => n),
    says.map(({ promptId }) => promptId),
    says.map(({ gameId }) => gameId),
    says.map(({ playerId }) => playerId),
    says.map(({ saidAt }) => saidAt),
  ];
  const found = await answerPool().query<[number]>({ name, text, rowMode: "array", values: [...heads, ...more] });
  return found.rows.map(([n]) => n);
}

/** Stores what was said in up to three durable statements and tells what became of each, in the order given. Harmless when done twice. */
export async function storeGameSays(rows: readonly GameSay[]): Promise<StoredSay[]> {
  const [says, asks, votes] = [ofKinds(rows, "poll", "words"), ofKinds(rows, "ask"), ofKinds(rows, "vote")];
  const saved = new Set([
    ...(await kept("store-game-says", SAYS, says, [
      says.map(({ said }) => (said.kind === "poll" ? said.pick : null)),
      says.map(({ said }) => (said.kind === "words" ? said.words.join("\n") : null)),
    ])),
    ...(await kept("store-game-asks", ASKS, asks, [asks.map(({ said }) => said.text), MOST_ASKS])),
    ...(await kept("store-game-votes", VOTES, votes, [votes.map(({ said }) => said.askId), votes.map(({ said }) => said.isOn)])),
  ]);
  return rows.map((_, n) => ({ outcome: saved.has(n) ? "saved" : "shut" }));
}
