import { answerPool } from "#server/attempts/answer-pool.ts";

/** What a look must notice: an act (`stateSeq`), who came, who was removed or named captain, how many answered, what was said beside. */
export type GamePulse = Readonly<{
  id: number;
  stateSeq: number;
  players: number;
  removed: number;
  captains: string;
  answered: number;
  said: string;
}>;

/** One look at all games that somebody watches. */
export async function lookAtGames(ids: readonly number[]): Promise<GamePulse[]> {
  const { rows } = await answerPool().query<[string, number, string, string, string, string, string]>({
    name: "look-at-games",
    rowMode: "array",
    text: `select g.id, g.state_seq, y.players, y.removed, y.captains,
        (select count(*) from game_answers a where a.game_id = g.id and a.question_no = g.question_no),
        case when g.prompt_id is null then '' else concat_ws('/', g.prompt_id,
          (select concat_ws(' ', count(*), max(said_at)) from game_says where prompt_id = g.prompt_id),
          (select concat_ws(' ', count(*), max(decided_at)) from game_words where prompt_id = g.prompt_id),
          (select concat_ws(' ', count(*), max(decided_at)) from game_asks where prompt_id = g.prompt_id),
          (select concat_ws(' ', count(*), max(voted_at)) from game_ask_votes v join game_asks a on a.id = v.ask_id
            where a.prompt_id = g.prompt_id)) end
      from games g left join lateral (select count(*) filter (where removed_at is null) as players, count(removed_at) as removed,
        coalesce(sum(id) filter (where is_captain), 0) as captains from game_players where game_id = g.id) y on true
      where g.id = any($1::bigint[])`,
    values: [ids],
  });
  return rows.map(([id, stateSeq, players, removed, captains, answered, said]) => ({
    ...{ id: Number(id), stateSeq, players: Number(players), removed: Number(removed), captains, answered: Number(answered), said },
  }));
}
