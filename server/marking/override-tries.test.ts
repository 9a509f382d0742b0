import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { at } from "#tests/world/contest.ts";
import { told } from "#tests/world/tell.ts";
import { aTriedContest } from "#tests/world/tried-contest.ts";
import { overrideMark } from "./override-mark.ts";

const PENALTY_MS = 20 * 60_000;

test("in ICPC style a mark set by hand is of the try that stands, by its time and the wrong tries before it; a corrected key judges all of them", async () => {
  const format = { kind: "icpc", tries: 3, penaltyMs: PENALTY_MS };
  const { slug, organizer, approver, versions, sitters } = await aTriedContest({ format, seed: "by hand", short: true, people: 4 });
  const { attemptId, personId } = sitters[1] ?? { attemptId: 0, personId: 0 };
  const standing = async () => {
    const { rows } = await database("judge").execute<{ score_milli: number; right_count: number; total_ms: number }>(sql`
      select s.score_milli, s.right_count, s.total_ms from standings s join entries e on e.id = s.entry_id where e.person_id = ${personId}`);
    return rows[0] ?? { score_milli: 0, right_count: 0, total_ms: 0 };
  };
  const { rows } = await database("judge").execute<{ ms: number }>(sql`
    select (extract(epoch from t.received_at - a.started_at) * 1000)::int as ms from item_tries t join attempts a on a.id = t.attempt_id
    where t.attempt_id = ${attemptId} and t.slot = 5 order by t.number`);
  const [first, second] = rows.map(({ ms }) => ms);
  const was = await standing();
  const change = { slug, attemptId, slot: 5, reason: "意思相同" };
  await told(overrideMark, organizer, { ...change, percent: 100 }, at(130));
  const solved = { score_milli: was.score_milli + 10_000, right_count: was.right_count + 1 };
  expect(await standing()).toEqual({ ...solved, total_ms: was.total_ms + (first ?? 0) });
  expect((await recompute(at(131))).differences).toBe(0);
  await told(overrideMark, organizer, { ...change, percent: 0 }, at(132));
  expect(await standing()).toEqual(was);

  const asked = { slug, versionId: versions[5], kind: "change_key", reason: "答案有误", answer: { text: "民意" } };
  const { id } = await told(proposeRuling, organizer, asked, at(133));
  await told(decideRuling, approver, { id, verdict: "approve" }, at(133, 1));
  await told(applyRuling, approver, { id }, at(133, 2));
  expect(await standing()).toEqual({ ...solved, total_ms: was.total_ms + (second ?? 0) + PENALTY_MS });
  expect((await recompute(at(134))).differences).toBe(0);
});
