// One file, long because one world is made in one go, in the order in which its rows refer to each other.
import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import pg from "pg";
import { blueprintSchema, contestRulesSchema } from "#domain/contests/rules.ts";
import { gameRulesSchema } from "#domain/games/rules.ts";
import { hallRulesSchema } from "#domain/halls/rules.ts";
import { DEFAULT_POLICY } from "#domain/points/policy.ts";
import { Caller } from "#tests/world/browser-less.ts";
import { cookieOf } from "#tests/world/many-members.ts";
import { type GroupThings, groupThings } from "./group-things.ts";

export type House = { url: string; databaseUrl: string; dataDir: string };
/** Where an object stands, seen from the branch that everybody asking belongs to and holds the office over. */
export const BRANCH_RELATIONS = ["own", "child", "parent", "sibling", "none"] as const;
export type BranchRelation = (typeof BRANCH_RELATIONS)[number];
/** `self`: it is the asker's own (attempt, sign-in). */
export type Relation = BranchRelation | "self";
export const MEMBERS = ["member", "leader", "reviewer", "organizer", "branch_admin", "admin"] as const;
export type MemberRole = (typeof MEMBERS)[number];
export const ROLES = ["visitor", ...MEMBERS] as const;
export type Role = (typeof ROLES)[number];

/** Everything of one branch (or of one asker, for `self`) that an address can name. */
export type Things = GroupThings & {
  branch: number;
  person: number;
  office: number;
  draft: number;
  inReview: number;
  /** A file of questions on its way into the bank, brought by somebody who holds no office. */
  questionImport: number;
  material: string;
  /** A picture of the material. */
  file: number;
  /** A question that stands in the material, and one of the own wrong-book: each with its version. */
  check: readonly [number, number];
  review: readonly [number, number];
  /** A run of practice: its number, and the wording of its one question. */
  practice: readonly [number, number];
  /** A match that is going on: its number, and the wording of its one question. */
  match: readonly [number, number];
  /** An arena to come that somebody has a duel in already: its number, what was struck out of it, and the duel. */
  arena: readonly [number, number, number];
  /** A final on a stage with one question for the audience: its number and the code of its buzzers. */
  hall: readonly [number, string];
  /** A game in its lobby: its number, its code, its one player, and what the room was asked there with a question of that player's. */
  game: readonly [number, string, number, number, number];
  /** An entry of the points of a person of the branch. */
  pointEntry: number;
  /** Published and open; a draft; over and without results. */
  contest: string;
  contestDraft: string;
  paper: number;
  set: number;
  contestOver: string;
  /** Proposed about a question of the contest that is over, by somebody who does not ask. */
  ruling: number;
  /** The archive of the contest that is over. */
  evidencePack: number;
  /** In it: a question nobody answered, a hint nobody has looked into, a sanction proposed by somebody who does not ask. */
  clarification: number;
  integrityFlag: number;
  sanction: number;
  /** The page of `attempt` was left once. */
  pageAbsence: number;
  /** A wording that somebody reported and nobody has answered. */
  reported: number;
  attempt: number;
  complaint: number;
  session: string;
  /** A certificate, its serial, the programme it was given for, and a job somebody asked for. */
  certificate: number;
  serial: string;
  certified: string;
  job: number;
  /** Questions on the branch's text, shared with the branch; the spare one is there to be taken away. */
  annotation: number;
  annotationSpare: number;
  annotationReply: number;
  /** Handed in; a draft; a comment on the one that is handed in. */
  reflection: number;
  reflectionDraft: number;
  reflectionComment: number;
  /** Published and open, with an item of each kind asked for; a draft. */
  programme: string;
  programmeDraft: string;
  /** Of the published programme. */
  meetingItem: number;
  quizItem: number;
  openPoint: number;
  quizAttempt: number;
  /** Tasks given to the person by hand: open, done, excused; a notice of theirs; the branch told to catch up. */
  task: number;
  taskDone: number;
  /** Of `task`, which was not reported yet. */
  taskFile: number;
  taskWaived: number;
  notice: number;
  flag: number;
};
export type Asker = { role: Role; caller: Caller; personId: number; own: Things };
export type World = { tag: string; by: Record<BranchRelation, Things>; askers: Record<Role, Asker> };

const RULES = JSON.stringify(contestRulesSchema.parse({ limitMs: 3_600_000 }));
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * A tree of its own beside the demo's: top (parent) → own → child, a sibling of own, and a second root (none); somebody of every office
 * over own, and one of everything in every branch. Made in SQL, so that no rule under test has a say in it.
 */
export async function fiveBranches(house: House): Promise<World> {
  const tag = `t${randomBytes(4).toString("hex")}`;
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const one = async <T = number>(text: string, values: unknown[] = []): Promise<T> => {
    const { rows } = await client.query<Record<string, unknown>>(text, values);
    const value = Object.values(rows[0] ?? {})[0];
    return (typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value) as T;
  };
  let made = 0;
  const branch = (parent: number | null, name: string) =>
    one("insert into branches (parent_id, code, name) values ($1, $2, $3) returning id", [parent, `${tag}${++made}`, `${tag}${name}`]);
  const person = (at: number) =>
    one("insert into people (staff_no, account, name, branch_id) values ($1, $1, $2, $3) returning id", [
      `${tag}p${++made}`,
      `人${made}`,
      at,
    ]);
  const session = async (of: number) => {
    const id = randomUUID();
    await client.query(
      "insert into sessions (id, person_id, created_at, seen_at, expires_at) values ($1, $2, now(), now(), now() + interval '1 day')",
      [id, of],
    );
    return id;
  };
  const question = async (at: number | null, state: string) => {
    const stem = `${tag}第${++made}题是对的？`;
    const id = await one("insert into questions (branch_id, state) values ($1, $2) returning id", [at, state]);
    const body = JSON.stringify({ kind: "truefalse", stem });
    const version = await one(
      "insert into question_versions (question_id, number, kind, body, stem, stem_key, category, difficulty, content_hash) values ($1, 1, 'truefalse', $2, $3, $3, $4, 1, $5) returning id",
      [id, body, stem, tag, hashOf(stem)],
    );
    await client.query("insert into question_keys (version_id, key) values ($1, $2)", [
      version,
      JSON.stringify({ kind: "truefalse", correct: true }),
    ]);
    await client.query(
      "update questions set latest_version_id = $2::bigint, published_version_id = case when state = 'published' then $2::bigint end where id = $1",
      [id, version],
    );
    return { id, version };
  };
  const shared = await question(null, "published");
  const asked = await question(null, "published");
  const blueprint = JSON.stringify(blueprintSchema.parse([{ category: tag, count: 1 }]));
  const contest = async (at: number, name: string, opens: string, closes: string, published: boolean) => {
    const slug = `${tag}-${name}-${++made}`;
    const id = await one(
      `insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at, roster_taken_at)
       values ($1, $1, $2, $3, $4, now() + $5::interval, now() + $6::interval, case when $7 then now() - interval '3 days' end, case when $7 then now() - interval '3 days' end) returning id`,
      [slug, at, RULES, blueprint, opens, closes, published],
    );
    if (published) {
      await client.query("insert into contest_pool (contest_id, version_id) values ($1, $2)", [id, shared.version]);
      await client.query(
        "insert into contest_roster select $1, p.id, p.branch_id from people p join branches b on b.id = p.branch_id where b.path like (select path from branches where id = $2) || '%'",
        [id, at],
      );
    }
    return { id, slug };
  };
  const attempt = async (of: number, at: number, contestId: number) => {
    const entry = await one("insert into entries (contest_id, person_id, branch_id, entered_at) values ($1, $2, $3, now()) returning id", [
      contestId,
      of,
      at,
    ]);
    return one(
      `insert into attempts (person_id, entry_id, number, seed, version_ids, worths, started_at, due_at, ends_at, seen_at)
       values ($1, $2, 1, 'seed', array[$3::bigint], array[1000], now(), now() + interval '1 hour', now() + interval '1 hour', now()) returning id`,
      [of, entry, shared.version],
    );
  };
  const material = async (at: number) => {
    const slug = `${tag}-m${++made}`;
    const id = await one("insert into materials (slug, branch_id) values ($1, $2) returning id", [slug, at]);
    const version = await one(
      "insert into material_versions (material_id, number, title, body, characters, content_hash) values ($1, 1, $2, $3, 5, $4) returning id",
      [id, slug, `第一段${made}。`, hashOf(slug)],
    );
    await client.query("update materials set published_version_id = $2 where id = $1", [id, version]);
    await client.query("insert into material_checks (version_id, place, question_id) values ($1, 0, $2)", [version, asked.id]);
    return slug;
  };
  const file = async (of: string) => {
    const bytes = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");
    const id = await one(
      "insert into files (material_id, name, content_type, size, sha256, created_at) select id, '图.png', 'image/png', $2, $3, now() from materials where slug = $1 returning id",
      [of, bytes.length, createHash("sha256").update(bytes).digest("hex")],
    );
    await client.query("insert into file_parts (file_id, part, bytes) values ($1, 0, $2)", [id, bytes]);
    return id;
  };
  const annotation = (of: number, at: number, slug: string) =>
    one(
      `insert into annotations (person_id, material_id, version_id, kind, body, visibility, branch_id, block, block_start, block_end, text_start, text_end, exact, prefix, suffix, created_at)
       select $1, id, published_version_id, 'question', '看不懂', 'branch', $2, 'p1', 0, 3, 0, 3, '第一段', '', '', now() from materials where slug = $3 returning id`,
      [of, at, slug],
    );
  const annotationsOf = async (of: number, at: number, slug: string) => {
    const asked = await annotation(of, at, slug);
    const reply = "insert into annotation_replies (annotation_id, person_id, body, created_at) values ($1, $2, '回', now()) returning id";
    return { annotation: asked, annotationSpare: await annotation(of, at, slug), annotationReply: await one(reply, [asked, of]) };
  };
  const mistake = async (of: number): Promise<readonly [number, number]> => {
    const { id, version } = await question(null, "published");
    await client.query(
      "insert into review_cards (person_id, question_id, cause, created_at, wrong_at) values ($1, $2, 'quiz', now() - interval '1 hour', now() - interval '1 hour')",
      [of, id],
    );
    return [id, version];
  };
  const practiceOf = async (of: number): Promise<readonly [number, number]> => {
    const { version } = await question(null, "published");
    const run =
      "insert into practices (person_id, mode, day, seed, version_ids, started_at) values ($1, 'drill', '2026-01-01', 'x', $2, now()) returning id";
    return [await one(run, [of, [version]]), version];
  };
  const matchOf = async (of: number): Promise<readonly [number, number]> => {
    const { version } = await question(null, "published");
    const match = await one("insert into matches (size, version_ids, window_ms, started_at) values (2, $1, 3600000, now()) returning id", [
      [version],
    ]);
    await client.query("insert into match_players (match_id, person_id, seat, day, counts) values ($1, $2, 0, '2026-01-01', false)", [
      match,
      of,
    ]);
    return [match, version];
  };
  const arenaOf = async (at: number, by: number): Promise<Things["arena"]> => {
    const arena = await one(
      `insert into arenas (title, branch_id, opens_at, closes_at, per_opponent, view, created_by, created_at)
       values ('擂台', $1, now() + interval '1 day', now() + interval '2 days', 3, 'near', $2, now()) returning id`,
      [at, by],
    );
    const { version } = await question(null, "published");
    const match = await one(
      `insert into matches (size, version_ids, window_ms, started_at, settled_at, ended_at, arena_id)
       values (2, $1, 20000, now() - interval '1 hour', now(), now(), $2) returning id`,
      [[version], arena],
    );
    await client.query(
      "insert into match_players (match_id, person_id, seat, day, counts, right_count, place) values ($1, $2, 0, '2026-01-01', false, 0, 1)",
      [match, by],
    );
    const strike = await one(
      "insert into arena_strikes (arena_id, person_id, reason, struck_by, struck_at) values ($1, $2, '查', $2, now()) returning id",
      [arena, by],
    );
    return [arena, strike, match];
  };
  const hallOf = async (at: number, captain: number): Promise<readonly [number, string]> => {
    const rules = hallRulesSchema.parse({ rounds: [{ kind: "audience", title: "观众题", items: 1, source: { from: "bank" } }] });
    const code = `H${randomBytes(4).toString("hex").toUpperCase()}`;
    const id = await one(
      "insert into halls (branch_id, title, rules, code, seed, created_by, created_at) values ($1, '现场赛', $2, $3, 'x', $4, now()) returning id",
      [at, JSON.stringify(rules), code, captain],
    );
    await client.query("insert into hall_sides (hall_id, seat, name) values ($1, 1, '甲队'), ($1, 2, '乙队')", [id]);
    await client.query("insert into hall_members (hall_id, person_id, seat, buzzes) values ($1, $2, 1, true)", [id, captain]);
    await client.query("insert into hall_questions (hall_id, round, place, version_id) values ($1, 0, 0, $2)", [id, shared.version]);
    return [id, code];
  };
  const gameOf = async (of: number, at: number): Promise<Things["game"]> => {
    const { version } = await question(null, "published");
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const game = await one(
      `insert into games (code, title, branch_id, rules, version_ids, worths, created_by, created_at)
       values ($1, '现场', $2, $3, $4, array[1000000], $5, now()) returning id`,
      [code, at, JSON.stringify(gameRulesSchema.parse({})), [version], of],
    );
    const joined = "insert into game_players (game_id, person_id, time_percent, joined_at) values ($1, $2, 100, now()) returning id";
    const player = await one(joined, [game, of]);
    const asks =
      "insert into game_prompts (game_id, kind, title, opened_by, opened_at) values ($1, 'asks', '提问', $2, now()) returning id";
    const prompt = await one(asks, [game, of]);
    const ask = "insert into game_asks (prompt_id, player_id, body, asked_at) values ($1, $2, '何时再办一场', now()) returning id";
    return [game, code, player, prompt, await one(ask, [prompt, player])];
  };
  // Rules of points that give nothing yet, and a study year whose statements are open.
  const pointPolicy = await one(
    "insert into point_policies (policy, valid_from, saved_at) values ($1, now() - interval '1 day', now()) returning id",
    [JSON.stringify(DEFAULT_POLICY)],
  );
  await client.query("insert into study_years (year, policy_id, published_at) values (2026, $1, now())", [pointPolicy]);
  const pointEntryOf = (of: number) =>
    one(
      `insert into point_entries (person_id, rule, source, day, earned, granted, policy_id, entered_at)
       values ($1, 'meeting', $2, '2026-01-01', 500, 500, $3, now()) returning id`,
      [of, `meeting ${++made}`, pointPolicy],
    );
  const programme = async (at: number, name: string, published: boolean) => {
    const slug = `${tag}-${name}-${++made}`;
    const id = await one(
      `insert into programmes (slug, title, branch_id, opens_at, closes_at, created_at, published_at)
       values ($1, $1, $2, now() - interval '1 day', now() + interval '30 days', now(), case when $3 then now() end) returning id`,
      [slug, at, published],
    );
    const module = await one("insert into programme_modules (programme_id, place, title) values ($1, 0, $2) returning id", [id, slug]);
    const item = (kind: string, parts: { quiz?: string; meeting?: string } = {}) =>
      one(
        "insert into programme_items (programme_id, module_id, place, kind, title, move_on, quiz, meeting) values ($1, $2, 0, $3, $4, 'Completed', $5, $6) returning id",
        [id, module, kind, slug, parts.quiz ?? null, parts.meeting ?? null],
      );
    const meetingItem = await item("meeting", {
      meeting: JSON.stringify({ startsAt: "2026-12-01T01:00:00.000Z", endsAt: "2026-12-01T02:00:00.000Z", place: "会议室" }),
    });
    const quizItem = await item("quiz", { quiz: JSON.stringify({ blueprint: JSON.parse(blueprint), attempts: null }) });
    if (published)
      await client.query(
        `insert into tasks (programme_id, item_id, person_id, branch_id, created_at)
         select $1, i.id, p.id, p.branch_id, now() from programme_items i, people p join branches b on b.id = p.branch_id
         where i.programme_id = $1 and b.path like (select path from branches where id = $2) || '%'`,
        [id, at],
      );
    return { id, slug, meetingItem, quizItem };
  };
  const quizAttempt = async (of: number, itemId: number) => {
    const id = await one(
      `insert into attempts (person_id, number, seed, version_ids, worths, started_at, due_at, ends_at, seen_at)
       values ($1, 1, 'seed', array[$2::bigint], array[1000], now(), now() + interval '1 day', now() + interval '1 day', now()) returning id`,
      [of, shared.version],
    );
    await client.query("insert into quiz_attempts (attempt_id, item_id, person_id, number) values ($1, $2, $3, 1)", [id, itemId, of]);
    return id;
  };
  const certified = async (at: number): Promise<{ id: number; slug: string }> => {
    const slug = `${tag}-z${++made}`;
    const id = await one(
      `insert into programmes (slug, title, branch_id, opens_at, closes_at, certificate_title, created_at, published_at)
       values ($1, $1, $2, now() - interval '2 days', now() + interval '1 day', '结业证书', now(), now()) returning id`,
      [slug, at],
    );
    return { id, slug };
  };
  const certificate = async (of: number, at: number, programmeId: number) => {
    const serial = `ZX-2026-${String(900_000_000 + Math.floor(Math.random() * 99_999_999))}`;
    const day = "2026-03-08";
    const snapshot = {
      ...{ serial, organisation: tag, name: "某人", branch: tag, title: "结业证书", titleEn: "", programme: tag, programmeEn: "" },
      ...{ finishedOn: day, issuedOn: day, verifyUrl: `${house.url}/verify/${serial}` },
    };
    const id = await one(
      "insert into certificates (serial, person_id, programme_id, branch_id, snapshot, issued_at) values ($1, $2, $3, $4, $5, now()) returning id",
      [serial, of, programmeId, at, JSON.stringify(snapshot)],
    );
    return { id, serial };
  };
  const job = (of: number) =>
    one("insert into jobs (kind, run_at, done_at, created_by) values ('recompute', now(), now(), $1) returning id", [of]);
  const task = (of: number, at: number, ended = "") =>
    one(
      `insert into tasks (person_id, branch_id, title, created_at, done_at, waived_at, waiver_reason) values ($1, $2, '报送一份材料', now(),
        case when $3 = 'done' then now() end, case when $3 = 'waived' then now() end, case when $3 = 'waived' then '病假' else '' end) returning id`,
      [of, at, ended],
    );
  const taskFile = (taskId: number) =>
    one(
      "insert into files (task_id, name, content_type, size, sha256, created_at) values ($1, '图.png', 'image/png', 0, '', now()) returning id",
      [taskId],
    );
  const openTask = async (of: number, at: number) => {
    const id = await task(of, at);
    return { task: id, taskFile: await taskFile(id) };
  };
  const tasksOf = async (of: number, at: number) => ({
    ...(await openTask(of, at)),
    taskDone: await task(of, at, "done"),
    taskWaived: await task(of, at, "waived"),
    notice: await one(
      "insert into notices (person_id, kind, path, created_at) values ($1, 'task-assigned', '/tasks', now()) returning id",
      [of],
    ),
  });
  const reflection = (of: number, at: number, handedIn: boolean) =>
    one(
      `insert into reflections (person_id, branch_id, title, body, characters, created_at, saved_at, handed_in_at)
       values ($1, $2, '一得', '读后的话', 4, now(), now(), case when $3 then now() end) returning id`,
      [of, at, handedIn],
    );
  const reflectionsOf = async (of: number, at: number) => {
    const said = "insert into reflection_comments (reflection_id, person_id, body, created_at) values ($1, $2, '好', now()) returning id";
    const piece = await reflection(of, at, true);
    return { reflection: piece, reflectionDraft: await reflection(of, at, false), reflectionComment: await one(said, [piece, of]) };
  };
  const honestyOf = async (contestId: number, attemptId: number, by: number) => {
    const flag =
      "insert into integrity_flags (contest_id, kind, attempt_id, facts, found_at) values ($1, 'speed', $2, '{}', now()) returning id";
    const sanction = `insert into sanctions (contest_id, entry_id, kind, reason, proposed_by, proposed_at)
      values ($1, (select entry_id from attempts where id = $2), 'warning', '雷同', $3, now()) returning id`;
    const asked = "insert into clarifications (contest_id, asked_by, question, asked_at) values ($1, $2, '哪一年？', now()) returning id";
    return {
      clarification: await one(asked, [contestId, by]),
      integrityFlag: await one(flag, [contestId, attemptId]),
      sanction: await one(sanction, [contestId, attemptId, by]),
    };
  };
  const sittingOf = async (of: number, at: number, contestId: number) => {
    const id = await attempt(of, at, contestId);
    const left = `insert into attempt_absences (attempt_id, mark, left_at, lasted_ms, cause, hidden, received_at)
      values ($1, 'm', now(), 6000, 'unknown', true, now()) returning id`;
    return { attempt: id, pageAbsence: await one(left, [id]) };
  };
  const overWithRuling = async (at: number, by: number) => {
    const over = await contest(at, "over", "-2 days", "-1 day", true);
    const ruling = await one(
      "insert into rulings (contest_id, version_id, kind, reason, proposed_by, proposed_at) values ($1, $2, 'void_full', '题干有误', $3, now()) returning id",
      [over.id, shared.version, by],
    );
    const evidencePack = await one(
      "insert into evidence_packs (contest_id, made_at, file_name, size, files, root_hash) values ($1, now(), 'evidence.zip', 0, 0, '') returning id",
      [over.id],
    );
    return { contestOver: over.slug, ruling, evidencePack, ...(await honestyOf(over.id, await attempt(by, at, over.id), by)) };
  };
  const reported = async (at: number, by: number) => {
    const { version } = await question(at, "published");
    const says =
      "insert into question_reports (person_id, version_id, reason, note, reported_at) values ($1, $2, 'key', '与原文不符', now()) returning version_id";
    return one(says, [by, version]);
  };
  const thingsOf = async (at: number): Promise<Things> => {
    const somebody = await person(at);
    const open = await contest(at, "open", "-1 hour", "1 day", true);
    const text = await material(at);
    const running = await programme(at, "programme", true);
    const finished = await certified(at);
    const given = await certificate(somebody, at, finished.id);
    return {
      ...{ certificate: given.id, serial: given.serial, certified: finished.slug, job: await job(somebody) },
      ...(await annotationsOf(somebody, at, text)),
      ...(await reflectionsOf(somebody, at)),
      branch: at,
      person: somebody,
      office: await one("insert into offices (person_id, office, branch_id) values ($1, 'leader', $2) returning id", [somebody, at]),
      draft: (await question(at, "draft")).id,
      reported: await reported(at, somebody),
      inReview: (await question(at, "in_review")).id,
      questionImport: await one(
        `with brought as (insert into question_imports (file_name, format, state, branch_id, created_by, created_at)
           values ('题目.xlsx', 'sheet', 'open', $1, $2, now()) returning id)
         insert into question_import_rows (import_id, place, line, raw) select id, 0, 2, '{"题干":"导入的题？"}' from brought returning import_id as id`,
        [at, somebody],
      ),
      material: text,
      file: await file(text),
      check: [asked.id, asked.version],
      review: await mistake(somebody),
      practice: await practiceOf(somebody),
      match: await matchOf(somebody),
      arena: await arenaOf(at, somebody),
      hall: await hallOf(at, somebody),
      game: await gameOf(somebody, at),
      pointEntry: await pointEntryOf(somebody),
      contest: open.slug,
      paper: await one(
        "insert into papers (title, branch_id, kind, sections, created_at, changed_at) values ('试卷', $1, 'per_person', $2, now(), now()) returning id",
        [at, JSON.stringify([{ title: "第一部分", instructions: "", questions: [], lines: JSON.parse(blueprint) }])],
      ),
      set: await one(
        "insert into question_sets (title, branch_id, kind, question_ids, blueprint, limit_ms, pass_percent, created_at) values ('题组', $1, 'mock', '{}', $2, 600000, 60, now()) returning id",
        [at, JSON.stringify(blueprintSchema.parse([{ count: 1 }]))],
      ),
      contestDraft: (await contest(at, "draft", "1 hour", "1 day", false)).slug,
      ...(await overWithRuling(at, somebody)),
      ...(await sittingOf(somebody, at, open.id)),
      complaint: await one("insert into complaints (person_id, branch_id, body, created_at) values ($1, $2, '意见', now()) returning id", [
        somebody,
        at,
      ]),
      session: await session(somebody),
      programme: running.slug,
      programmeDraft: (await programme(at, "draft-programme", false)).slug,
      meetingItem: running.meetingItem,
      quizItem: running.quizItem,
      openPoint: await one(
        "insert into open_points (programme_id, branch_id, body, created_at) values ($1, $2, '一点', now()) returning id",
        [running.id, at],
      ),
      quizAttempt: await quizAttempt(somebody, running.quizItem),
      ...(await tasksOf(somebody, at)),
      ...(await groupThings(one, tag, somebody, await person(at), at)),
      flag: await one("insert into branch_flags (branch_id, reason, raised_at) values ($1, '进度落后', now()) returning id", [at]),
    };
  };

  const top = await branch(null, "上级");
  const ours = await branch(top, "本级");
  const places: Record<BranchRelation, number> = {
    own: ours,
    child: await branch(ours, "下级"),
    parent: top,
    sibling: await branch(top, "邻级"),
    none: await branch(null, "外树"),
  };
  const people = new Map<Role, number>();
  for (const role of MEMBERS) people.set(role, await person(ours));
  const by = {} as World["by"];
  for (const relation of BRANCH_RELATIONS) by[relation] = await thingsOf(places[relation]);
  const askers = {} as World["askers"];
  askers.visitor = { role: "visitor", caller: new Caller(house.url), personId: 0, own: by.own };
  const ownContest = await one("select id from contests where slug = $1", [by.own.contest]);
  for (const role of MEMBERS) {
    const personId = people.get(role) ?? 0;
    if (role !== "member")
      await client.query("insert into offices (person_id, office, branch_id) values ($1, $2, $3)", [personId, role, ours]);
    const caller = new Caller(house.url);
    caller.cookie = await cookieOf(house, await session(personId));
    const given = await certificate(personId, ours, (await certified(ours)).id);
    const own = { ...by.own, certificate: given.id, serial: given.serial, job: await job(personId) };
    askers[role] = {
      role,
      caller,
      personId,
      own: {
        ...own,
        ...(await annotationsOf(personId, ours, by.own.material)),
        ...(await reflectionsOf(personId, ours)),
        person: personId,
        review: await mistake(personId),
        practice: await practiceOf(personId),
        match: await matchOf(personId),
        hall: await hallOf(ours, personId),
        game: await gameOf(personId, ours),
        ...(await sittingOf(personId, ours, ownContest)),
        session: await session(personId),
        quizAttempt: await quizAttempt(personId, by.own.quizItem),
        ...(await tasksOf(personId, ours)),
        ...(await groupThings(one, tag, personId, by.own.person, ours)),
      },
    };
  }
  await client.end();
  return { tag, by, askers };
}
