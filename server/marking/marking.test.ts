import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { publishResults } from "#server/contests/publish-results.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { aPerson } from "#tests/world/people.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { getMarking } from "./get-marking.ts";
import { getNextEssay } from "./get-next-essay.ts";
import { giveMark } from "./give-mark.ts";
import { planMarking } from "./plan-marking.ts";

let world: Awaited<ReturnType<typeof aFinishedContest>>;
let markers: number[];

beforeAll(async () => {
  world = await aFinishedContest({ people: 6, seed: "essays", perPerson: 3, essays: 1 });
  markers = [await aPerson(world.root.id), await aPerson(world.root.id), await aPerson(world.root.id)];
  const { rows } = await database("judge").execute<{ staff_no: string }>(
    sql`select staff_no from people where id = any(${sql.param(markers)}::bigint[])`,
  );
  const plan = { slug: world.slug, perAnswer: 2, gapPercent: 20 };
  const all = rows.map(({ staff_no }) => staff_no);
  expect(await codeOf(planMarking, world.organizer, { ...plan, markers: all.slice(0, 2) })).toBe("too-few-markers");
  expect(await codeOf(planMarking, world.organizer, { ...plan, markers: ["nobody"] })).toBe("no-such-marker");
  await told(planMarking, world.organizer, { ...plan, markers: all });
});

const nextOf = (marker: number) => told(getNextEssay, marker, { slug: world.slug });

async function markAll(marker: number, percent: number): Promise<void> {
  for (let next = await nextOf(marker); next.essay; next = await nextOf(marker))
    await told(giveMark, marker, { slug: world.slug, handle: next.essay.handle, percent });
}

test("the queue is blind, stable and for named markers only", async () => {
  const [one = 0, two = 0] = markers;
  const first = await nextOf(one);
  expect(first.essay).toMatchObject({ guide: "要点：初心；担当。" });
  expect((await nextOf(two)).essay).toEqual(first.essay);
  expect(Object.keys(first.essay ?? {}).sort()).toEqual(["guide", "handle", "sample", "stem", "text", "worth"]);
  expect(await codeOf(getNextEssay, world.organizer, { slug: world.slug })).toBe("not-found");
  expect(await codeOf(getMarking, world.sitters[0]?.personId ?? 0, { slug: world.slug })).toBe("forbidden");
});

test("results wait for marks and say for how many; near marks give their mean, far ones call for a third, and the recompute agrees", async () => {
  const [one = 0, two = 0, three = 0] = markers;
  const { answers } = await told(getMarking, world.organizer, { slug: world.slug });
  expect(answers).toBeGreaterThan(3);
  expect(await tell(publishResults, world.organizer, { slug: world.slug })).toMatchObject({
    ...{ code: "answers-wait", params: { count: answers } },
  });
  await markAll(one, 60);
  const near = await nextOf(two);
  await told(giveMark, two, { slug: world.slug, handle: near.essay?.handle, percent: 70 });
  expect(await codeOf(giveMark, two, { slug: world.slug, handle: near.essay?.handle, percent: 90 })).toBe("essay-not-waiting");
  await markAll(two, 100);
  expect(await told(getMarking, world.organizer, { slug: world.slug })).toMatchObject({ settled: 1, apart: answers - 1, waiting: 0 });
  await markAll(three, 80);
  expect(await told(getMarking, world.organizer, { slug: world.slug })).toMatchObject({ settled: answers, apart: 0, waiting: 0 });
  const { rows } = await database("judge").execute<{ share: number }>(sql`
    select n.milli * 100 / a.worths[n.slot + 1] as share from answers n join attempts a on a.id = n.attempt_id join entries e on e.id = a.entry_id
    where e.contest_id = ${world.contestId} and n.slot = 3 order by 1`);
  expect(rows.map(({ share }) => share)).toEqual([65, ...Array.from({ length: answers - 1 }, () => 80)]);
  expect(await recompute(contestTime(400))).toMatchObject({ differences: 0 });
  const { resultsAt } = await told(publishResults, world.organizer, { slug: world.slug, appealHours: 48 });
  const kept = await database("judge").execute<{ appeal_until: Date }>(
    sql`select appeal_until from contests where id = ${world.contestId}`,
  );
  expect(new Date(kept.rows[0]?.appeal_until ?? 0).getTime() - resultsAt.getTime()).toBe(48 * 3_600_000);
  expect(await nextOf(one)).toMatchObject({ isOut: true, essay: null });
  expect(await codeOf(giveMark, three, { slug: world.slug, handle: near.essay?.handle, percent: 1 })).toBe("already-published-results");
});
