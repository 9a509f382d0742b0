import pg from "pg";
import { expect } from "vitest";
import { authoredResponse } from "#domain/papers/authored-response.ts";
import { presentationOf } from "#domain/papers/presentation.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import type { Ledger, Paper } from "./ledger-client.ts";

type Row = { slot: number; seq: number; response: unknown; milli: number; is_right: boolean; attempt_id: string };

/** Of attempts that were handed in: every acknowledged answer is stored, none twice, and totals and standings are the sums of what is stored. */
export async function expectNothingLost(databaseUrl: string, papers: readonly Paper[], ledgers: readonly Ledger[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
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
}
