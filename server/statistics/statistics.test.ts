import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { itemStatisticsOf } from "#domain/statistics/item-statistics.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { as } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { askContestStatistics } from "./ask-contest-statistics.ts";
import { exportContestStatistics } from "./export-contest-statistics.ts";
import { getContestStatistics } from "./get-contest-statistics.ts";
import { getQuestionStatistics } from "./get-question-statistics.ts";
import { makeReviewSet } from "./make-review-set.ts";
import { readSittings } from "./read-sittings.ts";

let world: Awaited<ReturnType<typeof aFinishedContest>>;
const judge = () => database("judge");

async function runJobs(): Promise<void> {
  while (await runNextJob(() => contestTime(300)));
}

beforeAll(async () => {
  world = await aFinishedContest({ people: 60, seed: "statistics" });
  await runJobs();
});

test("a contest that is over is measured by itself, over first attempts, and each wording over all contests", async () => {
  const found = await told(getContestStatistics, world.organizer, { slug: world.slug });
  expect(found.paper).toMatchObject({ attempts: 60, isEnough: true, isSamePaper: false, consistency: null });
  expect(found.items).toHaveLength(12);
  const sittings = [];
  for await (const slice of readSittings(judge(), world.contestId)) sittings.push(...slice);
  const figures = itemStatisticsOf(sittings);
  for (const line of found.items) {
    const own = figures.get(line.versionId);
    expect(line.attempts).toBe(own?.attempts);
    expect(line.isEnough).toBe(line.attempts >= 30);
    if (line.isEnough) expect(line.facility).toBeCloseTo(own?.facility ?? -1, 9);
    if (line.isEnough) expect(line.discrimination).toBeCloseTo(own?.discrimination ?? -1, 9);
  }
  const [facilities] = [found.items.flatMap(({ facility }) => facility ?? [])];
  expect(facilities).toEqual(facilities.toSorted((a, b) => a - b));
  const single = found.items.find(({ kind }) => kind === "single");
  expect(single?.answers).toMatchObject({ form: "options" });
  if (single?.answers?.form === "options") {
    expect(single.answers.options.filter(({ isKey }) => isKey)).toHaveLength(1);
    expect(single.answers.options.reduce((sum, { count }) => sum + count, single.answers.omitted)).toBe(single.attempts);
  }
  const { versions } = await told(getQuestionStatistics, world.organizer, { id: single?.questionId ?? 0 });
  expect(versions).toEqual([single && { ...single, effectiveWeight: versions[0]?.effectiveWeight }]);
});

test("reckoning twice changes nothing but the moment", async () => {
  const before = (await told(getContestStatistics, world.organizer, { slug: world.slug })).items;
  await told(askContestStatistics, world.organizer, { slug: world.slug });
  await told(askContestStatistics, world.organizer, { slug: world.slug });
  await runJobs();
  expect((await told(getContestStatistics, world.organizer, { slug: world.slug })).items).toEqual(before);
});

test("of fewer than thirty there are no figures, in page and file", async () => {
  const small = await aFinishedContest({ people: 12, seed: "small" });
  await runJobs();
  const found = await told(getContestStatistics, small.organizer, { slug: small.slug });
  expect(found.paper).toMatchObject({ attempts: 12, isEnough: false, meanPercent: null, histogram: [], findings: [] });
  for (const line of found.items) {
    expect(line).toMatchObject({ isEnough: false, facility: null, discrimination: null, answers: null, medianMs: null, flags: [] });
  }
  expect(found.hardest).toEqual([]);
});

test("nothing is told before nobody can be answering, nor to anybody who does not run the contest", async () => {
  const during = await getContestStatistics.call(await as(world.organizer, contestTime(60)), { slug: world.slug });
  expect(valueOf(during)).toMatchObject({ isOver: false, paper: null, items: [], hardest: [] });
  expect(await exportContestStatistics.call(await as(world.organizer, contestTime(60)), { slug: world.slug })).toMatchObject({
    code: "not-closed-yet",
  });
  expect(await askContestStatistics.call(await as(world.organizer, contestTime(60)), { slug: world.slug })).toMatchObject({
    code: "not-closed-yet",
  });
  const other = await aFinishedContest({ people: 1, seed: "elsewhere" });
  expect(await codeOf(getContestStatistics, other.organizer, { slug: world.slug })).toBe("not-found");
  expect(await codeOf(getContestStatistics, world.sitters[0]?.personId ?? 0, { slug: world.slug })).toBe("forbidden");
});

test("the file has a row for every wording", async () => {
  const file = await told(exportContestStatistics, world.organizer, { slug: world.slug, language: "zh-CN" });
  expect(file.fileName).toContain("题目统计");
  expect(file.bytes.length).toBeGreaterThan(2_000);
});

test("the hardest questions become one set for the audience, after the results are published and once", async () => {
  expect(await codeOf(makeReviewSet, world.organizer, { slug: world.slug })).toBe("results-not-published");
  await judge().execute(sql`update contests set results_at = ${contestTime(300)} where id = ${world.contestId}`);
  const first = await told(makeReviewSet, world.organizer, { slug: world.slug });
  expect(first.questions).toBeGreaterThan(3);
  expect(await told(makeReviewSet, world.organizer, { slug: world.slug })).toEqual(first);
  const { rows } = await judge().execute(
    sql`select kind, branch_id, published_at is not null as out from question_sets where id = ${first.id}`,
  );
  expect(rows).toEqual([{ kind: "topic", branch_id: String(world.root.id), out: true }]);
});
