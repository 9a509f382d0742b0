import { randomInt } from "node:crypto";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import { gameRulesSchema } from "#domain/games/rules.ts";
import { hallRulesSchema } from "#domain/halls/rules.ts";
import type { CanaryWorld } from "./canary-world.ts";

type Tools = Readonly<{
  one: (text: string, values?: unknown[]) => Promise<number>;
  secret: (name: string) => string;
  question: (name: string, state: string) => Promise<{ id: number; version: number }>;
  contest: (name: string, at: number, window: readonly [string, string], stage: "open") => Promise<{ id: number; slug: string }>;
}>;
type Made = Readonly<{ tag: string; top: number; ours: number; they: number; chief: number; attempt: number }>;

const standing = (table: "standings" | "frozen_standings") => `insert into ${table}
  (entry_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, attempts_ended, counts, counted_at)
  values ($1, $2, $3, 1, 1000, 1000, $4, 1, true, now()) returning entry_id`;

/** A contest that stands frozen: another member had a result before it; somebody of another branch came in after it, and nobody may be told. */
async function frozenContest({ one, secret, question, contest }: Tools, { tag, top, ours, they }: Made): Promise<string> {
  const { version } = await question("frozen", "published");
  const { id, slug } = await contest("frozen", top, ["-3 hours", "1 day"], "open");
  await one(
    "update contests set freeze_at = now() - interval '1 hour', frozen_at = now() - interval '1 hour', roster_taken_at = now() where id = $1 returning id",
    [id],
  );
  await one("insert into contest_pool (contest_id, version_id) values ($1, $2) returning contest_id", [id, version]);
  const beside = await one("insert into branches (parent_id, code, name) values ($1, $2, $2) returning id", [top, `${tag}-beside`]);
  const newcomer = await one("insert into people (staff_no, account, name, branch_id) values ($1, $1, $2, $3) returning id", [
    ...[`${tag}-newcomer`, secret("frozen newcomer name"), beside],
  ]);
  for (const [person, branch, scoreMilli, tables] of [
    [they, ours, 500, ["standings", "frozen_standings"]],
    [newcomer, beside, 1_000, ["standings"]],
  ] as const) {
    await one("insert into contest_roster (contest_id, person_id, branch_id) values ($1, $2, $3) returning contest_id", [
      id,
      person,
      branch,
    ]);
    const entry = await one(
      "insert into entries (contest_id, person_id, branch_id, entered_at) values ($1, $2, $3, now() - interval '2 hours') returning id",
      [id, person, branch],
    );
    const key = rankKeyOf({ scoreMilli, rightCount: 1, totalMs: 1_000, lastScoringMs: 1_000 });
    for (const table of tables) await one(standing(table), [entry, id, scoreMilli, key]);
  }
  const inputs = { branches: [{ id: ours, parentId: null, name: "支部" }], eligible: [{ branchId: ours, count: 3 }] };
  await one(
    "insert into board_snapshots (contest_id, moment, taken_at, rows, inputs) values ($1, 'freeze', now() - interval '1 hour', '[]', $2) returning id",
    [id, JSON.stringify(inputs)],
  );
  return slug;
}

/**
 * What is played before people: a frozen contest, a final on a stage and a quiz in a room that have not begun, each with questions whose words
 * nobody may read yet; and what was decided about somebody's paper.
 */
export async function canaryStages(tools: Tools, made: Made): Promise<CanaryWorld["stages"]> {
  const { one, secret, question } = tools;
  const { tag, ours, they, chief, attempt } = made;
  const frozen = await frozenContest(tools, made);
  const asked = { hall: await question("hall", "published"), game: await question("game", "published") };
  const rules = hallRulesSchema.parse({ rounds: [{ kind: "audience", title: "观众题", items: 1, source: { from: "bank" } }] });
  const hallCode = `Z${tag.replace(/[^a-z0-9]/g, "").toUpperCase()}`.slice(0, 9);
  const hall = await one(
    "insert into halls (branch_id, title, rules, code, seed, created_by, created_at) values ($1, '现场赛', $2, $3, $4, $5, now()) returning id",
    [ours, JSON.stringify(rules), hallCode, secret("hall seed"), chief],
  );
  await one("insert into hall_sides (hall_id, seat, name) values ($1, 1, '甲队'), ($1, 2, '乙队') returning hall_id", [hall]);
  await one("insert into hall_members (hall_id, person_id, seat, buzzes) values ($1, $2, 1, true) returning hall_id", [hall, they]);
  await one("insert into hall_questions (hall_id, round, place, version_id) values ($1, 0, 0, $2) returning hall_id", [
    hall,
    asked.hall.version,
  ]);
  const gameCode = String(randomInt(1_000_000)).padStart(6, "0");
  const game = await one(
    `insert into games (code, title, branch_id, rules, version_ids, worths, created_by, created_at)
     values ($1, '现场', $2, $3, $4, array[1000000], $5, now()) returning id`,
    [gameCode, ours, JSON.stringify(gameRulesSchema.parse({})), [asked.game.version], chief],
  );
  const sanction = await one(
    `insert into sanctions (contest_id, entry_id, kind, reason, proposed_by, proposed_at)
     select e.contest_id, e.id, 'warning', $2, $3, now() from entries e join attempts a on a.entry_id = e.id where a.id = $1 returning id`,
    [attempt, secret("other sanction reason"), chief],
  );
  return { frozen, halls: [hall], games: [game], codes: [hallCode, gameCode], sanctions: [sanction] };
}
