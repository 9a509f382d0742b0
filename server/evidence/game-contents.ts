import { sql } from "drizzle-orm";
import type { PackedTable } from "./pack-contents.ts";

/** The pack of one quiz in a room: what was asked, what everybody answered and when, and every step of its hosts. */
export const GAME_TABLES: readonly PackedTable[] = [
  {
    name: "game/game.jsonl",
    whole: (
      gameId,
    ) => sql`select g.id as game_id, g.code, g.title, g.branch_id, b.name as branch, g.rules, g.version_ids, g.worths, g.teams, g.stage,
      g.question_no, g.created_by, g.created_at, g.started_at, g.ended_at from games g join branches b on b.id = g.branch_id where g.id = ${gameId}`,
  },
  {
    name: "game/players.jsonl",
    whole: (
      gameId,
    ) => sql`select y.id as player_id, y.person_id, p.name, b.name as branch, y.team, y.is_captain, y.time_percent, y.joined_at, y.removed_at
      from game_players y join people p on p.id = y.person_id join branches b on b.id = p.branch_id where y.game_id = ${gameId} order by y.id`,
  },
  {
    name: "game/questions.jsonl",
    whole: (
      gameId,
    ) => sql`select q.place - 1 as question_no, v.id as version_id, v.question_id, v.number, v.kind, v.body, k.key, k.explanation
      from games g cross join lateral unnest(g.version_ids) with ordinality as q(version_id, place)
      join question_versions v on v.id = q.version_id left join question_keys k on k.version_id = v.id where g.id = ${gameId} order by q.place`,
  },
  {
    name: "game/answers.jsonl",
    whole: (gameId) => sql`select question_no, player_id, version_id, response, seq, received_at, response_ms, milli, is_right
      from game_answers where game_id = ${gameId} order by question_no, player_id`,
  },
  {
    name: "game/events.jsonl",
    whole: (gameId) => sql`select id, question_no, player_id, seq, response, received_at, outcome
      from game_answer_events where game_id = ${gameId} order by id`,
  },
  {
    name: "game/moves.jsonl",
    whole: (gameId) => sql`select m.state_seq, m.act, m.question_no, m.moved_by, p.name, m.moved_at
      from game_moves m join people p on p.id = m.moved_by where m.game_id = ${gameId} order by m.state_seq`,
  },
  {
    name: "ledger.jsonl",
    whole: (gameId) => sql`select id, done_at, actor_id, action, object, object_id, before, after, reason from audit
      where object = 'game' and object_id = ${gameId} order by id`,
  },
];
