import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#db/embedded/free-port.ts";
import { authoredResponse } from "#domain/papers/authored-response.ts";
import { presentationOf } from "#domain/papers/presentation.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { answerUntil, type Ledger, type Paper } from "#tests/world/ledger-client.ts";
import { inTurns, signedInMembers } from "#tests/world/many-members.ts";
import { childrenOf, type RunningHouse, startHouse } from "#tests/world/running-house.ts";

const MEMBERS = Number(process.env["FAULT_MEMBERS"] ?? 200);
const ROUNDS = Number(process.env["FAULT_ROUNDS"] ?? 1);

let house: RunningHouse;
let env: Record<string, string>;

beforeAll(async () => {
  env = { PORT: String(await freePort()) };
  house = await startHouse({ env });
});
afterAll(() => house?.remove());

const kill = (pids: number[]) => {
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) process.kill(pid, "SIGKILL");
};

/** The postmaster and its children. */
function postgresProcesses(): number[] {
  const recorded = join(house.dataDir, "location");
  const pgdata = existsSync(recorded) ? (readFileSync(recorded, "utf8").split("\n")[0] ?? "") : join(house.dataDir, "postgres");
  const pid = Number(readFileSync(join(pgdata, "postmaster.pid"), "utf8").split("\n")[0]);
  return [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number)];
}

type Row = { slot: number; seq: number; response: unknown; milli: number; is_right: boolean; attempt_id: string };

test("nothing acknowledged is lost or doubled when the app and PostgreSQL are killed while members answer", async () => {
  const members = await signedInMembers(house, MEMBERS);
  const papers = await inTurns(members, 8, async ({ caller }) => {
    const { attemptId } = await caller.read<{ attemptId: number }>(caller.post("/api/contests/welcome/attempts"));
    return caller.read<Paper>(caller.get(`/api/attempts/${attemptId}`));
  });
  const ledgers = papers.map((): Ledger => new Map());
  let acks = 0;
  let stopped = false;
  const answering = papers.map((paper, at) =>
    answerUntil(
      members[at]?.caller as never,
      paper,
      () => stopped,
      ledgers[at] as Ledger,
      () => {
        acks += 1;
      },
    ),
  );
  /** Goes on when so many more saves were acknowledged: the house is answering (again). */
  const moreAcks = async (count: number) => {
    const wanted = acks + count;
    while (acks < wanted) await pause(25);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await moreAcks(MEMBERS);
    kill(childrenOf(house.supervisor, "live/main.ts"));
    await moreAcks(MEMBERS);
    kill(postgresProcesses());
    await moreAcks(MEMBERS);
    kill([house.process.pid as number, ...childrenOf(house.supervisor, "")]);
    house = await startHouse({ dataDir: house.dataDir, env });
    await moreAcks(MEMBERS);
  }
  stopped = true;
  await Promise.all(answering);
  await inTurns(papers, 8, async (paper, at) =>
    members[at]?.caller.read(members[at].caller.post(`/api/attempts/${paper.attemptId}/hand-in`)),
  );

  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const ids = papers.map(({ attemptId }) => attemptId);
  const attempts = await client.query<{ id: string; seed: string; version_ids: string[]; worths: number[] }>(
    "select id, seed, version_ids, worths from attempts where id = any($1)",
    [ids],
  );
  const answers = await client.query<Row>("select * from answers where attempt_id = any($1)", [ids]);
  const totals = await client.query<{ attempt_id: string; score_milli: number }>(
    "select attempt_id, score_milli from attempt_totals where attempt_id = any($1)",
    [ids],
  );
  const versions = await client.query<{ id: string; body: QuestionBody; key: QuestionKey }>(
    "select v.id, v.body, k.key from question_versions v join question_keys k on k.version_id = v.id",
  );
  const standings = await client.query<{ score_milli: number; attempt_id: string }>(
    "select s.score_milli, a.id as attempt_id from standings s join attempts a on a.entry_id = s.entry_id where a.id = any($1)",
    [ids],
  );
  const doubled = await client.query(
    "select attempt_id, slot, seq from answer_events where outcome = 'saved' and attempt_id = any($1) group by 1, 2, 3 having count(distinct response) > 1",
    [ids],
  );
  await client.end();

  const bodies = new Map(versions.rows.map((row) => [Number(row.id), row]));
  let lost = 0;
  for (const [at, paper] of papers.entries()) {
    const attempt = attempts.rows.find(({ id }) => Number(id) === paper.attemptId);
    const own = answers.rows.filter(({ attempt_id }) => Number(attempt_id) === paper.attemptId);
    let score = 0;
    for (const [slot, { seq, answer }] of ledgers[at] ?? []) {
      const stored = own.find((row) => row.slot === slot);
      const version = bodies.get(Number(attempt?.version_ids[slot]));
      if (!stored || stored.seq < seq || !version || !attempt) {
        lost += 1;
        continue;
      }
      const authored = authoredResponse(answer, version.body, presentationOf(version.body, attempt.seed, slot, true));
      if (stored.seq === seq) expect(stored.response).toEqual(authored);
      score += markOf({
        body: version.body,
        key: version.key,
        response: stored.response as never,
        worth: attempt.worths[slot] ?? 0,
        mode: "all_or_nothing",
      }).milli;
    }
    const total = totals.rows.find(({ attempt_id }) => Number(attempt_id) === paper.attemptId);
    const standing = standings.rows.find(({ attempt_id }) => Number(attempt_id) === paper.attemptId);
    expect([total?.score_milli, standing?.score_milli]).toEqual([score, score]);
    expect(own.length).toBe(new Set(own.map(({ slot }) => slot)).size);
  }
  expect(lost).toBe(0);
  expect(doubled.rows).toEqual([]);
  expect(acks).toBeGreaterThan(MEMBERS * 4 * ROUNDS - 1);
});
