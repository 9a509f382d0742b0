// One file, long because one world is made in one go, in the order in which its rows refer to each other.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { Caller } from "#tests/world/browser-less.ts";
import { cookieOf } from "#tests/world/many-members.ts";
import { canaryCorrections } from "./canary-corrections.ts";
import { canaryStages } from "./canary-stages.ts";
import type { House } from "./five-branches.ts";

export const STATES = ["before", "open", "closed", "published"] as const;
export type State = (typeof STATES)[number];
const WINDOWS: Readonly<Record<State, readonly [string, string]>> = {
  before: ["1 day", "2 days"],
  open: ["-1 hour", "1 day"],
  closed: ["-2 days", "-1 day"],
  published: ["-2 days", "-1 day"],
};

export type CanaryWorld = {
  /** Every secret by its name. */
  secrets: Record<string, string>;
  contests: Record<State | "draft" | "foreign", string>;
  materials: string[];
  /** A meeting of a private group that the member is not in, over and recorded. */
  meetings: number[];
  /** The asker's own group and another's; a meeting of each. */
  groups: string[];
  groupMeetings: number[];
  /** Annotations and pieces of writing, by number. */
  writings: number[];
  attempts: { mine: Record<string, number>; theirs: Record<string, number> };
  questions: number[];
  /** What is played before people, and stands frozen or has not begun; codes of the final and of the quiz; a sanction that waits. */
  stages: { frozen: string; halls: number[]; games: number[]; codes: string[]; sanctions: number[] };
  /** Rulings: one that waits, one that was applied, one of another tree. */
  rulings: number[];
  /** Files of questions on their way: one of the member's own branch, one of another tree. */
  imports: number[];
  people: number[];
  complaints: number[];
  /** One of the member's and one of another's, for the same programme. */
  certificates: number[];
  serials: string[];
  certified: string;
  /** Given by hand to the member and to another; a flag of their branch and one of another tree. */
  tasks: number[];
  flags: number[];
  openContestId: number;
  visitor: Caller;
  member: Caller;
  other: Caller;
  admin: Caller;
  /** An administrator of the other tree. */
  stranger: Caller;
};

const RULES = JSON.stringify(contestRulesSchema.parse({ limitMs: 3_600_000, board: { moves: "hand-in", places: null } }));
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * One tree with a member, another member, and an administrator; a second tree that none of them belongs to; four contests, one in each
 * state. Everything somebody must not see carries a word of its own: plain hex, which reads the same in HTML, JSON and addresses.
 */
export async function canaryWorld(house: House): Promise<CanaryWorld> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const secrets: Record<string, string> = {};
  const secret = (name: string) => (secrets[name] ??= `zq${randomBytes(12).toString("hex")}`);
  const tag = `c${randomBytes(4).toString("hex")}`;
  const one = async (text: string, values: unknown[] = []): Promise<number> =>
    Number(Object.values((await client.query<Record<string, unknown>>(text, values)).rows[0] ?? {})[0]);
  let made = 0;

  const branch = (parent: number | null) =>
    one("insert into branches (parent_id, code, name) values ($1, $2, $2) returning id", [parent, `${tag}${++made}`]);
  const top = await branch(null);
  const ours = await branch(top);
  const elsewhere = await branch(null);
  const person = (name: string, at: number) =>
    one(
      "insert into people (staff_no, account, name, branch_id, password_hash, oidc_subject) values ($1, $2, $3, $4, $5, $6) returning id",
      [
        secret(`${name} staff number`),
        secret(`${name} account`),
        `人${++made}`,
        at,
        `$argon2id$${secret(`${name} password hash`)}`,
        secret(`${name} subject`),
      ],
    );
  const [me, they, chief] = [await person("own", ours), await person("other", ours), await person("chief", ours)];
  const far = await person("stranger", elsewhere);
  await client.query("insert into offices (person_id, office, branch_id) values ($1, 'admin', $2), ($3, 'admin', $4)", [
    ...[chief, top, far, elsewhere],
  ]);
  const signedIn = async (name: string, of: number): Promise<Caller> => {
    const session = randomUUID();
    await client.query(
      "insert into sessions (id, person_id, created_at, seen_at, expires_at, device) values ($1, $2, now(), now(), now() + interval '1 day', $3)",
      [session, of, secret(`${name} device`)],
    );
    const caller = new Caller(house.url);
    caller.cookie = await cookieOf(house, session);
    return caller;
  };
  await client.query(
    "insert into invitations (person_id, code_hash, created_at, expires_at) values ($1, $2, now(), now() + interval '1 day')",
    [they, secret("invitation hash")],
  );

  const question = async (name: string, state: string) => {
    const id = await one("insert into questions (state) values ($1) returning id", [state]);
    const stem = `${secret(`${name} stem`)}是____？`;
    const version = await one(
      "insert into question_versions (question_id, number, kind, body, stem, stem_key, category, difficulty, content_hash) values ($1, 1, 'fill', $2, $3, $3, $4, 1, $5) returning id",
      [id, JSON.stringify({ kind: "fill", stem, blanks: 1 }), stem, `${tag}/${name}`, hashOf(stem)],
    );
    await client.query("insert into question_keys (version_id, key, explanation) values ($1, $2, $3)", [
      version,
      JSON.stringify({
        kind: "fill",
        blanks: [[secret(`${name} key`)]],
        match: "exact",
        anyOrder: false,
        allOrNothing: false,
        foldDigits: false,
      }),
      `因为${secret(`${name} explanation`)}。`,
    ]);
    await client.query(
      "update questions set latest_version_id = $2::bigint, published_version_id = case when state = 'published' then $2::bigint end where id = $1",
      [id, version],
    );
    return { id, version };
  };
  const contest = async (name: string, at: number, window: readonly [string, string], stage: "draft" | "open" | "published") => {
    const slug = `${tag}-${name}`;
    const id = await one(
      `insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at, roster_taken_at, results_at)
       values ($1, $2, $3, $4, $5, now() + $6::interval, now() + $7::interval, case when $8 <> 'draft' then now() - interval '3 days' end, case when $8 <> 'draft' then now() - interval '2 days' end, case when $8 = 'published' then now() end) returning id`,
      [
        slug,
        `竞赛${secret(`${name} title`)}`,
        at,
        RULES,
        JSON.stringify([{ category: `${tag}/${name}`, kind: null, difficulty: [1, 5], count: 1, worth: 1000 }]),
        window[0],
        window[1],
        stage,
      ],
    );
    return { id, slug };
  };

  const contests = {} as CanaryWorld["contests"];
  const attempts: CanaryWorld["attempts"] = { mine: {}, theirs: {} };
  const questions: number[] = [];
  let openContestId = 0;
  const sit = async (whose: "mine" | "theirs", of: number, state: State, contestId: number, version: number) => {
    const entry = await one("insert into entries (contest_id, person_id, branch_id, entered_at) values ($1, $2, $3, now()) returning id", [
      contestId,
      of,
      ours,
    ]);
    const isOpen = state === "open";
    const attempt = await one(
      `insert into attempts (person_id, entry_id, number, seed, version_ids, worths, started_at, due_at, ends_at, seen_at, state, finished_at, ended_by)
       values ($1, $2, 1, $3, array[$4::bigint], array[1000], now() - $5::interval, now() - $5::interval + interval '1 hour', now() - $5::interval + interval '1 hour', now(), $6, case when $7 then null else now() - interval '30 hours' end, case when $7 then null else 'person' end) returning id`,
      [of, entry, secret(`${whose} ${state} seed`), version, isOpen ? "1 minute" : "31 hours", isOpen ? "in_progress" : "finished", isOpen],
    );
    const response = JSON.stringify({ texts: [secret(`${whose} ${state} answer`)] });
    await client.query(
      "insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right) values ($1, 0, $2, 1, now(), 0, false)",
      [attempt, response],
    );
    await client.query("insert into attempt_totals (attempt_id, answered, score_milli, right_count) values ($1, 1, 0, 0)", [attempt]);
    attempts[whose][state] = attempt;
  };
  for (const state of STATES) {
    const { id, version } = await question(state, "published");
    questions.push(id);
    const { id: contestId, slug } = await contest(state, ours, WINDOWS[state], state === "published" ? "published" : "open");
    contests[state] = slug;
    if (state === "open") openContestId = contestId;
    await client.query("insert into contest_pool (contest_id, version_id) values ($1, $2)", [contestId, version]);
    for (const of of [me, they])
      await client.query("insert into contest_roster (contest_id, person_id, branch_id) values ($1, $2, $3)", [contestId, of, ours]);
    if (state !== "before")
      for (const [whose, of] of [
        ["mine", me],
        ["theirs", they],
      ] as const)
        await sit(whose, of, state, contestId, version);
  }
  contests.draft = (await contest("draft", ours, ["1 hour", "1 day"], "draft")).slug;
  contests.foreign = (await contest("foreign", elsewhere, ["-1 hour", "1 day"], "open")).slug;
  for (const state of ["draft", "in_review", "retired"]) questions.push((await question(`${state} question`, state)).id);
  const imports: number[] = [];
  for (const [name, at, by] of [
    ["import", ours, they],
    ["foreign import", elsewhere, await person("foreign maker", elsewhere)],
  ] as const) {
    const stem = secret(`${name} stem`);
    const draft = {
      ...{ explanation: "", category: "", difficulty: null, tags: [], title: "", source: secret(`${name} source`), worth: null, media: [] },
      body: { kind: "truefalse", stem },
      key: { kind: "truefalse", correct: true, feedback: [secret(`${name} key`), ""] },
    };
    const id = await one(
      "insert into question_imports (file_name, format, state, branch_id, created_by, created_at) values ($1, 'sheet', 'open', $2, $3, now()) returning id",
      [`${secret(`${name} file`)}.xlsx`, at, by],
    );
    await client.query("insert into question_import_rows (import_id, place, line, raw, draft) values ($1, 0, 2, $2, $3)", [
      id,
      JSON.stringify({ 题干: stem }),
      JSON.stringify(draft),
    ]);
    imports.push(id);
  }
  await client.query(
    "insert into question_reviews (version_id, verdict, note, reviewed_at) select latest_version_id, 'returned', $2, now() from questions where id = $1",
    [questions.at(-3), secret("review note")],
  );
  await client.query(
    "insert into contest_overrides (contest_id, person_id, extension_ms, reason, created_at) values ($1, $2, 60000, $3, now())",
    [openContestId, they, secret("extension reason")],
  );

  const material = async (name: string, at: number | null, wordings: readonly string[], published: number) => {
    const slug = `${tag}-${name}`;
    const id = await one("insert into materials (slug, branch_id) values ($1, $2) returning id", [slug, at]);
    for (const [place, wording] of wordings.entries()) {
      const version = await one(
        "insert into material_versions (material_id, number, title, body, characters, content_hash) values ($1, $2, $3, $4, 9, $5) returning id",
        [id, place + 1, `${name}`, `正文${secret(wording)}。`, hashOf(slug + place)],
      );
      if (place + 1 === published) await client.query("update materials set published_version_id = $2 where id = $1", [id, version]);
    }
    return slug;
  };
  const materials = [
    await material("shown", ours, ["text shown", "text of the next wording"], 1),
    await material("kept", ours, ["text of a draft"], 0),
    await material("far", elsewhere, ["text of another tree"], 1),
  ];
  // What the other member wrote for oneself, for a group the asker is not in, and for the branch.
  const group = await one("insert into groups (slug, name, branch_id, created_at) values ($1, $2, $3, now()) returning id", [
    ...[`${tag}-group`, secret("other group name"), ours],
  ]);
  await client.query("insert into group_members (group_id, person_id, joined_at) values ($1, $2, now())", [group, they]);
  const meeting = await one(
    `insert into meetings (kind, title, group_id, branch_id, starts_at, ends_at, chair_id, announced_at, opened_at, closed_at, created_at)
     values ('reading', $1, $2, $3, now() - interval '3 hours', now() - interval '1 hour', $4, now() - interval '9 days', now() - interval '3 hours',
       now() - interval '1 hour', now() - interval '10 days') returning id`,
    [secret("private meeting title"), group, ours, they],
  );
  await one(
    `insert into meeting_people (meeting_id, person_id, branch_id, attend, reply, reply_reason) values ($1, $2, $3, 'required', 'leave', $4) returning person_id`,
    [meeting, they, ours, secret("reason of a leave")],
  );
  await one(
    `insert into speeches (meeting_id, person_id, key, body, noted_by, created_at, saved_at) values ($1, $2, $3, $4, $2, now(), now()) returning id`,
    [meeting, they, randomUUID(), secret("speech in a private group")],
  );
  await one(`insert into takeaways (meeting_id, person_id, body, created_at) values ($1, $2, $3, now()) returning id`, [
    ...[meeting, they, secret("takeaway of a private group")],
  ]);
  await one(`insert into meeting_records (meeting_id, fields, created_at, saved_at) values ($1, $2, now(), now()) returning meeting_id`, [
    meeting,
    JSON.stringify({ summary: secret("record of a private group") }),
  ]);
  // What that group plans, votes and swaps; and a group of the asker's own, whose meeting on the shown text the asker leads.
  const ownGroup = await one("insert into groups (slug, name, branch_id, created_at) values ($1, '小组', $2, now()) returning id", [
    ...[`${tag}-own-group`, ours],
  ]);
  await client.query("insert into group_members (group_id, person_id, role, joined_at) values ($1, $2, 'leader', now())", [ownGroup, me]);
  const planned = async (of: number, leader: number, title: string, section: string, text: string | undefined) => {
    const rule = JSON.stringify({
      ...{ every: "week", interval: 1, weekdays: [4], nth: [], startClock: "14:30", minutes: 90 },
      ...{ zone: "Asia/Shanghai", except: [], also: [] },
    });
    const plan = await one(
      `insert into group_plans (group_id, title, starts_on, ends_on, rule, kind, created_at)
       values ($1, $2, current_date, current_date + 30, $3, 'reading', now()) returning id`,
      [of, title, rule],
    );
    const read = await one(
      "insert into plan_sections (plan_id, place, title, material_id) values ($1, 0, $2, (select id from materials where slug = $3)) returning id",
      [plan, section, text ?? null],
    );
    return one(
      `insert into meetings (kind, title, group_id, branch_id, plan_id, section_id, number, starts_at, ends_at, lead_reader_id, chair_id, created_at)
       values ('reading', $1, $2, $3, $4, $5, 1, now() + interval '5 days', now() + interval '5 days 1 hour', $6, $6, now()) returning id`,
      [section, of, ours, plan, read, leader],
    );
  };
  const meetings = [
    await planned(ownGroup, me, "安排", "第一讲", materials[0]),
    await planned(group, they, secret("other plan title"), secret("other section title"), undefined),
  ];
  // Rooms that run: codes and right options are nobody's, words of the private group are not the member's.
  for (const [at, id] of meetings.entries()) {
    await client.query("update meetings set announced_at = now(), opened_at = now() where id = $1", [id]);
    await client.query("insert into meeting_secrets (meeting_id, secret, code) values ($1, $2, '000000')", [
      id,
      secret(`check-in secret ${at}`),
    ]);
    const poll = await one(
      "insert into meeting_polls (meeting_id, kind, question, options, created_at, opened_at) values ($1, 'quiz', '问', array['甲', '乙'], now(), now()) returning id",
      [id],
    );
    await client.query('insert into meeting_poll_keys (poll_id, "right", explanation) values ($1, array[0], $2)', [
      poll,
      secret(`quiz why ${at}`),
    ]);
  }
  await client.query(
    "insert into speeches (meeting_id, person_id, key, body, noted_by, created_at, saved_at) values ($1, $2, gen_random_uuid(), $3, $2, now(), now())",
    [meetings[1], they, secret("other room speech")],
  );
  await client.query("insert into book_nominees (group_id, title, why, nominated_by, nominated_at) values ($1, $2, $3, $4, now())", [
    ...[group, secret("other nominee title"), secret("other nominee reason"), they],
  ]);
  const note = async (name: string, visibility: string) => {
    const id = await one(
      `insert into annotations (person_id, material_id, version_id, kind, body, visibility, group_id, branch_id, block, block_start, block_end, text_start, text_end, exact, prefix, suffix, created_at)
       select $1, id, published_version_id, 'question', $2, $3, case when $3 = 'group' then $4::bigint end, $5, 'p1', 0, 2, 0, 2, '正文', '', '', now() from materials where slug = $6 returning id`,
      [they, secret(`other ${name} note`), visibility, group, ours, materials[0]],
    );
    const said = "insert into annotation_replies (annotation_id, person_id, body, created_at) values ($1, $2, $3, now())";
    await client.query(said, [id, they, secret(`other ${name} reply`)]);
    return id;
  };
  const piece = (name: string, handedIn: boolean) =>
    one(
      `insert into reflections (person_id, branch_id, title, body, characters, created_at, saved_at, handed_in_at)
       values ($1, $2, '一得', $3, 9, now(), now(), case when $4 then now() end) returning id`,
      [they, ours, secret(`other ${name} piece`), handedIn],
    );
  const writings = [
    ...[await note("private", "private"), await note("group", "group"), await note("branch", "branch")],
    ...[await piece("draft", false), await piece("handed-in", true)],
  ];
  // Two questions in the text that is shown: one that nobody has answered, one that both members have tried in vain.
  const shownVersion = await one("select published_version_id from materials where slug = $1", [materials[0]]);
  for (const [place, name] of ["check", "tried check"].entries()) {
    const { id, version } = await question(name, "published");
    questions.push(id);
    await client.query("insert into material_checks (version_id, place, question_id) values ($1, $2, $3)", [shownVersion, place, id]);
    if (name === "check") continue;
    for (const [whose, of] of [
      ["mine", me],
      ["theirs", they],
    ] as const)
      await client.query(
        `insert into check_answers (person_id, material_id, version_id, question_version_id, response, mark, is_right, answered_at)
         select $1, material_id, id, $2, $3, 0, false, now() from material_versions where id = $4`,
        [of, version, JSON.stringify({ texts: [secret(`${whose} check answer`)] }), shownVersion],
      );
  }
  const complaint = (name: string, of: number) =>
    one("insert into complaints (person_id, branch_id, body, created_at) values ($1, $2, $3, now()) returning id", [
      of,
      ours,
      secret(`${name} complaint`),
    ]);
  const complaints = [await complaint("own", me), await complaint("other", they)];
  const certified = `${tag}-certified`;
  const programmeId = await one(
    "insert into programmes (slug, title, branch_id, opens_at, closes_at, certificate_title, created_at) values ($1, $1, $2, now() - interval '2 days', now() + interval '1 day', '结业证书', now()) returning id",
    [certified, ours],
  );
  const serials: string[] = [];
  const certificate = (name: string, of: number) => {
    const serial = `ZQ-2026-${String(100_000_000 + Math.floor(Math.random() * 899_999_999))}`;
    serials.push(serial);
    const day = "2026-03-08";
    const snapshot = {
      ...{ serial, organisation: "单位", name: secret(`${name} certificate name`), branch: secret(`${name} certificate branch`) },
      ...{ title: "结业证书", titleEn: "", programme: "计划", programmeEn: "", finishedOn: day, issuedOn: day },
      verifyUrl: `${house.url}/verify/${serial}`,
    };
    return one(
      "insert into certificates (serial, person_id, programme_id, branch_id, snapshot, issued_at) values ($1, $2, $3, $4, $5, now()) returning id",
      [serial, of, programmeId, ours, JSON.stringify(snapshot)],
    );
  };
  const certificates = [await certificate("own", me), await certificate("other", they)];
  const taskOf = async (name: string, of: number) => {
    const task = await one("insert into tasks (person_id, branch_id, title, created_at) values ($1, $2, $3, now()) returning id", [
      of,
      ours,
      secret(`${name} task title`),
    ]);
    await client.query("insert into task_evidence (task_id, person_id, body, created_at) values ($1, $2, $3, now())", [
      task,
      of,
      secret(`${name} evidence`),
    ]);
    await client.query(
      "insert into notices (person_id, kind, params, path, created_at) values ($1, 'task-assigned', $2, '/tasks', now())",
      [of, JSON.stringify({ title: secret(`${name} notice`) })],
    );
    await client.query("insert into contacts (person_id, email, wants_email, saved_at) values ($1, $2, true, now())", [
      of,
      `${secret(`${name} email`)}@example.test`,
    ]);
    return task;
  };
  const tasks = [await taskOf("own", me), await taskOf("other", they)];
  const flag = (name: string, at: number) =>
    one("insert into branch_flags (branch_id, reason, raised_at) values ($1, $2, now()) returning id", [at, secret(`${name} flag reason`)]);
  const flags = [await flag("branch", ours), await flag("foreign", elsewhere)];
  await client.query(
    "insert into audit (done_at, actor_id, action, object, object_id, branch_id, reason) values (now(), $1, 'person.edit', 'person', $2, $3, $4)",
    [chief, they, ours, secret("audit reason")],
  );
  await client.query("insert into guesses (subject, failures, window_ends_at) values ($1, 1, now() + interval '1 hour')", [
    secret("wrong guess"),
  ]);
  const rulings = await canaryCorrections({ one, secret }, { contests, attempts, questionId: questions[4] ?? 0, me, they, chief });
  const attempt = attempts.theirs["closed"] ?? 0;
  const stages = await canaryStages({ one, secret, question, contest }, { tag, top, ours, they, chief, attempt });
  const world = {
    secrets,
    stages,
    rulings,
    contests,
    materials,
    meetings: [meeting],
    groups: [`${tag}-own-group`, `${tag}-group`],
    groupMeetings: meetings,
    writings,
    attempts,
    questions,
    imports,
    complaints,
    certificates,
    serials,
    certified,
    tasks,
    flags,
    openContestId,
    people: [me, they, chief],
    visitor: new Caller(house.url),
    member: await signedIn("own", me),
    other: await signedIn("other", they),
    admin: await signedIn("chief", chief),
    stranger: await signedIn("stranger", far),
  };
  await client.end();
  return world;
}
