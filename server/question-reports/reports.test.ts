import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { exportMyData } from "#server/people/export-my-data.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { answerReports } from "./answer-reports.ts";
import { listQuestionReports } from "./list-question-reports.ts";
import { listMyReports } from "./my-reports.ts";
import { reportQuestion } from "./report-question.ts";

type World = Awaited<ReturnType<typeof aFinishedContest>>;
const now = contestTime(300);
let world: World;
let reviewer: number;

beforeAll(async () => {
  world = await aFinishedContest({ people: 12, seed: "reported", attempts: 1 });
  reviewer = await aPerson(world.root.id, { held: [{ office: "reviewer", branchId: world.root.id }] });
});

const placeOf = async (at: number, versionId: number | undefined) => {
  const attempt = world.sitters[at]?.attemptIds[0] ?? 0;
  const { rows } = await database("judge").execute<{ slot: number }>(
    sql`select array_position(version_ids, ${versionId}::bigint) - 1 as slot from attempts where id = ${attempt}`,
  );
  return { from: "attempt", id: attempt, slot: rows[0]?.slot ?? -1 };
};
const sitterOf = (at: number) => world.sitters[at]?.personId ?? 0;
/** Who was asked a question, by their number. */
const askedOf = async (versionId: number | undefined) => {
  const { rows } = await database("judge").execute<{ person_id: string }>(
    sql`select a.person_id from attempts a where ${versionId}::bigint = any(a.version_ids) and a.entry_id in (select id from entries where contest_id = ${world.contestId})`,
  );
  return rows.map(({ person_id }) => world.sitters.findIndex(({ personId }) => personId === Number(person_id)));
};
const said = { reason: "key", note: "与第三章原文不符" };
const groupsOf = async (by: number) => (await told(listQuestionReports, by, {}, now)).groups;
const publish = (moment: Date | null) =>
  database("judge").execute(sql`update contests set results_at = ${moment} where id = ${world.contestId}`);

describe("a member", () => {
  test("reports a question of the own paper once its answer was told, and not a moment before", async () => {
    const [at = 0] = await askedOf(world.versions[1]);
    const place = await placeOf(at, world.versions[1]);
    expect(await codeOf(reportQuestion, sitterOf(at), { ...place, ...said }, now)).toBe("not-found");
    await publish(contestTime(250));
    expect(await tell(reportQuestion, sitterOf(at), { ...place, ...said }, now)).toMatchObject({ ok: true, value: { isAgain: false } });
    // Not about a place of somebody else's paper, nor one that is not there.
    expect(await codeOf(reportQuestion, sitterOf(at === 0 ? 1 : 0), { ...place, ...said }, now)).toBe("not-found");
    expect(await codeOf(reportQuestion, sitterOf(at), { ...place, slot: 99, ...said }, now)).toBe("not-found");
    expect(await codeOf(reportQuestion, sitterOf(at), { from: "review", id: 1, ...said }, now)).toBe("not-found");
    expect(await codeOf(reportQuestion, sitterOf(at), { from: "practice", id: 1, ...said }, now)).toBe("not-found");
    expect(await tell(reportQuestion, sitterOf(at), { ...place, slot: place.slot === 0 ? 1 : 0, reason: "other" }, now)).toMatchObject({
      ...{ code: "report-needs-words", fields: [{ path: "note" }] },
    });
  });

  test("has one open report of a wording, also when ten are sent at once, and twenty a day", async () => {
    const [, at = 0] = await askedOf(world.versions[1]);
    const place = await placeOf(at, world.versions[1]);
    const sent = await Promise.all(Array.from({ length: 10 }, () => told(reportQuestion, sitterOf(at), { ...place, ...said }, now)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent.filter(({ isAgain }) => !isAgain)).toHaveLength(1);
    await database("desk").execute(sql`
      insert into question_reports (person_id, version_id, reason, state, reported_at)
      select ${sitterOf(at)}, ${world.versions[2]}, 'other', 'declined', ${now} from generate_series(1, 19)`);
    const other = { ...place, slot: place.slot === 0 ? 1 : 0 };
    expect(await codeOf(reportQuestion, sitterOf(at), { ...other, ...said }, now)).toBe("too-many");
    expect(await codeOf(reportQuestion, sitterOf(at), { ...other, ...said }, contestTime(300 + 24 * 60 + 1))).toBe("done");
  });
});

describe("the bank", () => {
  test("sees them grouped by wording, with the words and no names, where it may see the question; elsewhere there is nothing", async () => {
    const elsewhere = await aBranch();
    const far = await aPerson(elsewhere.id, { held: [{ office: "reviewer", branchId: elsewhere.id }] });
    const groups = await groupsOf(reviewer);
    const own = groups.find(({ versionId }) => versionId === world.versions[1]);
    expect(own?.reports.map(({ reason, note }) => [reason, note])).toEqual([
      ["key", said.note],
      ["key", said.note],
    ]);
    expect(own).toMatchObject({ mayAnswer: true, contests: [] });
    expect((await groupsOf(world.organizer)).find(({ versionId }) => versionId === world.versions[1])?.contests).toMatchObject([
      { slug: world.slug },
    ]);
    expect(JSON.stringify(groups)).not.toContain("correct");
    expect(await groupsOf(far)).toEqual([]);
    expect(await codeOf(listQuestionReports, sitterOf(0), {}, now)).toBe("not-found");
    const answer = { id: world.versions[1], verdict: "declined", reply: "越权" };
    expect(await codeOf(answerReports, far, answer, now)).toBe("not-found");
    expect(await codeOf(answerReports, sitterOf(0), answer, now)).toBe("not-found");
  });

  test("answers all of them with one sentence; each reporter is told and reads it, and may report again", async () => {
    const asked = (await askedOf(world.versions[1])).slice(0, 2);
    const answer = { id: world.versions[1], verdict: "declined", reply: "已核对原文，答案无误。" };
    expect(await told(answerReports, reviewer, answer, now)).toEqual({ answered: 2 });
    expect(await codeOf(answerReports, reviewer, answer, now)).toBe("report-not-open");
    for (const at of asked) {
      const { reports } = await told(listMyReports, sitterOf(at), {}, now);
      const own = reports.filter(({ reply }) => reply === answer.reply);
      expect(own).toMatchObject([{ state: "declined", isRuled: false, note: said.note }]);
    }
    const { rows } = await database("judge").execute<{ person_id: string }>(
      sql`select person_id from notices where kind = 'report-declined' and path = '/me/reports' order by 1`,
    );
    expect(rows.map(({ person_id }) => Number(person_id))).toEqual(asked.map(sitterOf).sort((a, b) => a - b));
    const audit = await database("desk").execute(sql`select after, reason from audit where action = 'question.report-answer'`);
    expect(audit.rows).toMatchObject([{ after: { verdict: "declined", reports: 2 }, reason: answer.reply }]);
    const [at = 0] = asked;
    expect(await told(reportQuestion, sitterOf(at), { ...(await placeOf(at, world.versions[1])), ...said }, now)).toMatchObject({
      isAgain: false,
    });
  });

  test("a ruling that is applied answers what was reported; the own export has every report of one's own and nobody else's", async () => {
    const { slug, organizer, approver, versions } = world;
    const { id } = await told(proposeRuling, organizer, { slug, versionId: versions[1], kind: "void_full", reason: "答案有误" });
    await told(decideRuling, approver, { id, verdict: "approve" });
    await told(applyRuling, approver, { id });
    const [at = 0] = await askedOf(versions[1]);
    const { reports } = await told(listMyReports, sitterOf(at), {}, now);
    expect(reports[0]).toMatchObject({ state: "accepted", isRuled: true, reply: "" });
    const data = (await told(exportMyData, sitterOf(at), {})) as unknown as { questionReports: { id: number }[] };
    expect(data.questionReports.map((one) => one.id)).toEqual(reports.map((one) => one.id));
    expect(await groupsOf(reviewer)).not.toContainEqual(expect.objectContaining({ versionId: versions[1] }));
  });
});
