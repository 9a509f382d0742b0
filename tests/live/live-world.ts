import { randomUUID } from "node:crypto";
import pg from "pg";
import { databaseUrl } from "#db/connection.ts";
import { type ContestRules, contestRulesSchema } from "#domain/contests/rules.ts";
import { closeAnswerPool } from "#server/attempts/answer-pool.ts";

const HOUR_MS = 3_600_000;

/** Rows for tests of the fast door, in the test file's own database. */
export async function openLiveWorld() {
  const db = new pg.Pool({ connectionString: databaseUrl(), max: 4 });
  db.on("error", () => undefined); // the test file's database is dropped under whoever still sits in it
  return {
    db,
    ...seeds(db),
    async end() {
      await closeAnswerPool();
      await db.end();
    },
  };
}
export type LiveWorld = Awaited<ReturnType<typeof openLiveWorld>>;

type AttemptSeed = { startedAt: Date; endsAt?: Date; contestId?: number; personId?: number; questions?: number };

function seeds(db: pg.Pool) {
  const one = async (text: string, values: unknown[]): Promise<number> =>
    Number((await db.query<{ id: string }>(text, values)).rows[0]?.id);
  let serial = 0;

  const person = async (branchId?: number): Promise<number> => {
    const place = branchId ?? (await branch());
    serial += 1;
    return one("insert into people (staff_no, account, name, branch_id) values ($1, $1, $2, $3) returning id", [
      `P${serial}`,
      `人${serial}`,
      place,
    ]);
  };
  const branch = async (parentId: number | null = null): Promise<number> => {
    serial += 1;
    return one("insert into branches (parent_id, code, name) values ($1, $2, $3) returning id", [parentId, `B${serial}`, `支部${serial}`]);
  };
  const session = async (personId: number, now: Date): Promise<string> => {
    const id = randomUUID();
    await db.query("insert into sessions (id, person_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)", [
      id,
      personId,
      now,
      new Date(now.getTime() + 24 * HOUR_MS),
    ]);
    return id;
  };
  /** A single choice of four whose right place is the first, or a fill. */
  const question = async (kind: "single" | "fill" = "single"): Promise<number> => {
    const questionId = await one("insert into questions (state) values ('published') returning id", []);
    const body =
      kind === "single"
        ? { kind, stem: "题", options: ["甲", "乙", "丙", "丁"].map((text) => ({ text })) }
        : { kind, stem: "题____", blanks: 1 };
    const key =
      kind === "single"
        ? { kind, correct: 0 }
        : { kind, blanks: [["四强"]], match: "exact", anyOrder: false, allOrNothing: false, foldDigits: false };
    const versionId = await one(
      "insert into question_versions (question_id, number, kind, body, stem, stem_key, difficulty, content_hash) values ($1, 1, $2, $3, '题', $4, 1, $4) returning id",
      [questionId, kind, JSON.stringify(body), `q${questionId}`],
    );
    await db.query("insert into question_keys (version_id, key) values ($1, $2)", [versionId, JSON.stringify(key)]);
    return versionId;
  };
  const contest = async (opensAt: Date, rules: Partial<ContestRules> = {}, branchId?: number): Promise<number> => {
    const whole = contestRulesSchema.parse({ limitMs: 600_000, shuffleOptions: false, ...rules });
    const place = branchId ?? (await branch());
    serial += 1;
    return one(
      "insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at) values ($1, '赛', $2, $3, '[]', $4, $5, $4) returning id",
      [`c${serial}`, place, JSON.stringify(whole), opensAt, new Date(opensAt.getTime() + HOUR_MS)],
    );
  };
  const attempt = async ({ startedAt, endsAt, contestId, personId, questions = 3 }: AttemptSeed) => {
    const who = personId ?? (await person());
    const where = contestId ?? (await contest(startedAt));
    const versions: number[] = [];
    for (let at = 0; at < questions; at += 1) versions.push(await question(at === 2 ? "fill" : "single"));
    const end = endsAt ?? new Date(startedAt.getTime() + 610_000);
    const entryId = await one(
      `insert into entries (contest_id, person_id, branch_id, entered_at) select $1, $2, branch_id, $3 from people where id = $2
       on conflict (contest_id, person_id) do update set entered_at = entries.entered_at returning id`,
      [where, who, startedAt],
    );
    const id = await one(
      `insert into attempts (person_id, entry_id, number, seed, version_ids, worths, started_at, due_at, ends_at, seen_at)
       values ($1, $2, (select count(*) + 1 from attempts where entry_id = $2), 'seed', $3, $4, $5, $6, $7, $5) returning id`,
      [who, entryId, versions, versions.map(() => 1_000), startedAt, new Date(end.getTime() - 10), end],
    );
    return { id, personId: who, entryId, contestId: where, sessionId: await session(who, startedAt) };
  };
  return { person, branch, session, question, contest, attempt };
}
