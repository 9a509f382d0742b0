import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { settleTasks } from "#server/outcomes/settle-tasks.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { reckonAnew } from "#tests/world/reckon-anew.ts";
import { told } from "#tests/world/tell.ts";
import { applyRuling } from "./apply-ruling.ts";
import { decideRuling } from "./decide-ruling.ts";
import { getRuling } from "./get-ruling.ts";
import { proposeRuling } from "./propose-ruling.ts";

type World = Awaited<ReturnType<typeof aFinishedContest>>;
const MASTERY = 7_000;
const FULL = 120_000;

/** Proposes, approves, looks, applies; the preview is what was done. */
async function rule({ slug, organizer, approver, versions }: World, kind: string, answer: unknown) {
  const { id } = await told(proposeRuling, organizer, { slug, versionId: versions[1], kind, reason: "答案有争议", answer });
  await told(decideRuling, approver, { id, verdict: "approve" });
  const { effect: preview } = await told(getRuling, approver, { id });
  const { effect } = await told(applyRuling, approver, { id });
  expect(effect).toEqual(preview);
  return effect;
}

test("a make-up counts for the first contest also when one of the two is ruled on: outcome, task and preview say so", async () => {
  const first = await aFinishedContest({ people: 30, seed: "first" });
  const personIds = first.sitters.map(({ personId }) => personId);
  const second = await aFinishedContest({ people: 30, seed: "second", makesUpFor: { contestId: first.contestId, personIds } });
  const items = [{ kind: "contest" as const, contestId: first.contestId, moveOn: "Passed" as const, mastery: MASTERY }];
  const { id: programmeId } = await aProgramme({ branchId: first.root.id, opensAt: contestTime(-60), peopleIds: personIds, items });
  await database("judge").transaction((tx) => settleTasks(tx, sql`t.programme_id = ${programmeId}`));

  type Ruled = Parameters<typeof reckonAnew>[1];
  const bestOf = async (firstRuled: Ruled, secondRuled: Ruled) => {
    const [one, two] = [await reckonAnew(first, firstRuled), await reckonAnew(second, secondRuled)];
    const shareOf = (world: World, reckoned: typeof one, at: number) =>
      Math.floor(((reckoned.get(world.sitters[at]?.attemptIds[0] ?? 0)?.scoreMilli ?? 0) * 10_000) / FULL);
    return new Map(personIds.map((person, at) => [person, Math.max(shareOf(first, one, at), shareOf(second, two, at))]));
  };
  const stored = async () => {
    const { rows } = await database("judge").execute<{ person_id: string; best: number; done: boolean }>(sql`
      select o.person_id, o.best, t.done_at is not null as done from outcomes o join tasks t on t.person_id = o.person_id and t.programme_id = ${programmeId}
      where o.kind = 'contest' and o.subject_id = ${first.contestId}`);
    return new Map(rows.map(({ person_id, best, done }) => [Number(person_id), [best, done]]));
  };
  const asStored = (best: ReadonlyMap<number, number>) => new Map([...best].map(([person, share]) => [person, [share, share >= MASTERY]]));
  const changed = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>) =>
    [...one].filter(([person, share]) => other.get(person) !== share).length;

  const before = await bestOf(null, null);
  expect(await stored()).toEqual(asStored(before));
  // On the first: whom the make-up had bettered keeps that.
  const ruled = { at: 1, kind: "change_key", key: 3 };
  const one = await rule(first, "change_key", { picks: [3] });
  const between = await bestOf(ruled, null);
  expect(await stored()).toEqual(asStored(between));
  expect(one.outcomes).toBe(changed(before, between));
  // On the make-up: the first contest's outcome and its tasks follow.
  const two = await rule(second, "change_key", { picks: [3] });
  const after = await bestOf(ruled, ruled);
  expect(await stored()).toEqual(asStored(after));
  expect(changed(between, after)).toBeGreaterThan(0);
  const moved = two.programmes.find((programme) => programme.programmeId === programmeId);
  const wasDone = [...between].filter(([, share]) => share >= MASTERY).map(([person]) => person);
  const isDone = [...after].filter(([, share]) => share >= MASTERY).map(([person]) => person);
  const newly = isDone.filter((person) => !wasDone.includes(person)).length;
  const again = wasDone.filter((person) => !isDone.includes(person)).length;
  expect(newly + again).toBeGreaterThan(0);
  expect(moved).toMatchObject({ completed: newly, reopened: again });
  expect(await recompute(contestTime(400))).toMatchObject({ differences: 0 });
});
