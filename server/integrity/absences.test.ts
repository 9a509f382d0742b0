import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getAttempt } from "#server/attempts/get-attempt.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { anOrganisation, aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { listAbsencesDesk } from "./list-absences-desk.ts";
import { listMyAbsences } from "./list-my-absences.ts";
import { noteAbsence } from "./note-absence.ts";
import { recordAbsences } from "./record-absences.ts";

/** Ada in a contest, whose rules say this of honesty. */
async function aSitting(integrity?: object) {
  const world = await aContest({ rules: integrity ? { integrity } : {} });
  const ada = await aPerson(world.left.id);
  const { attemptId } = await told(startAttempt, ada, { slug: world.slug }, at(1));
  const record = (absences: object[], minutes = 10) => told(recordAbsences, ada, { id: attemptId, absences }, at(minutes));
  return { ...world, ada, attemptId, record };
}
const away = (mark: string, more: object = {}) => ({ mark, agoMs: 0, lastedMs: 30_000, hidden: true, cause: "unknown", ...more });

test("what the page saw is kept once, with its cause, its moment by the server's clock and no other consequence", async () => {
  const { ada, attemptId, record } = await aSitting({});
  const absences = [
    away("a"),
    away("b", { lastedMs: 3_000 }),
    away("c", { cause: "file-picker", hidden: false }),
    away("d", { cause: "input-method", hidden: false, lastedMs: 6_000 }),
    away("e", { agoMs: 3_600_000 }),
  ];
  expect(await record(absences)).toEqual({ kept: 5, handedIn: false });
  expect(await record(absences)).toEqual({ kept: 0, handedIn: false });
  const mine = await told(listMyAbsences, ada, { id: attemptId }, at(11));
  expect(mine.absences.map(({ cause }) => cause).toSorted()).toEqual(["file-picker", "input-method", "short", "unknown", "unknown"]);
  // An hour ago the attempt had not begun: whatever the device says, it left no sooner than it entered.
  expect(mine.absences[0]?.leftAt).toEqual(at(1));
  expect((await told(getAttempt, ada, { id: attemptId }, at(12))).state).toBe("in_progress");
});

test("only where the printed rules say so do so many long absences hand the paper in; short and known ones never count", async () => {
  const { ada, attemptId, record } = await aSitting({ handInAfter: 2 });
  const harmless = [away("s", { lastedMs: 4_000 }), away("f", { cause: "file-picker" }), away("b", { hidden: false })];
  expect((await record([...harmless, away("1")])).handedIn).toBe(false);
  expect(await record([away("1")])).toEqual({ kept: 0, handedIn: false });
  expect((await record([away("2")], 12)).handedIn).toBe(true);
  const { rows } = await database("judge").execute(sql`select state, ended_by, finished_at from attempts where id = ${attemptId}`);
  expect(rows[0]).toMatchObject({ state: "finished", ended_by: "rules" });
  expect((await told(listMyAbsences, ada, { id: attemptId }, at(13))).absences).toHaveLength(5);
});

test("what came too late for the paper is still kept, and where nothing is recorded nothing is", async () => {
  const silent = await aSitting({ leave: "off" });
  expect(await silent.record([away("a")])).toEqual({ kept: 0, handedIn: false });
  expect(await told(listMyAbsences, silent.ada, { id: silent.attemptId }, at(11))).toMatchObject({ records: false, absences: [] });
  const { record } = await aSitting({});
  expect((await record([away("late", { agoMs: 60_000 })], 90)).kept).toBe(1);
});

test("the person explains, the organizer reads it, and nobody else does either", async () => {
  const { ada, attemptId, record, organizer, left } = await aSitting({});
  await record([away("a")]);
  const [one] = (await told(listMyAbsences, ada, { id: attemptId }, at(11))).absences;
  const id = one?.id ?? 0;
  await told(noteAbsence, ada, { id, note: "接了一个电话" }, at(20));
  await told(noteAbsence, ada, { id, note: "接了派出所的电话" }, at(21));
  expect(await told(listAbsencesDesk, organizer, { id: attemptId }, at(22))).toMatchObject({
    records: true,
    absences: [{ note: "接了派出所的电话", cause: "unknown", lastedMs: 30_000 }],
  });
  const bob = await aPerson(left.id, { held: [{ office: "leader", branchId: left.id }] });
  for (const [verb, input] of [
    [listMyAbsences, { id: attemptId }],
    [recordAbsences, { id: attemptId, absences: [away("x")] }],
    [noteAbsence, { id, note: "不是我" }],
  ] as const) {
    expect(await codeOf(verb, bob, input, at(23))).toBe("not-found");
  }
  expect(await codeOf(listAbsencesDesk, bob, { id: attemptId }, at(23))).toBe("forbidden");
});

test("in light-burden mode a contest that says nothing of it records nothing; elsewhere it records", async () => {
  await anOrganisation(true);
  const before = await database("desk").execute<{ on: boolean }>(sql`select light_burden as on from organisation`);
  try {
    for (const [lightBurden, leave] of [
      [true, "off"],
      [false, "record"],
    ] as const) {
      await database("desk").execute(sql`update organisation set light_burden = ${lightBurden}`);
      const { slug } = await aContest();
      const { rows } = await database("desk").execute<{ leave: string }>(
        sql`select rules->'integrity'->>'leave' as leave from contests where slug = ${slug}`,
      );
      expect(rows[0]?.leave).toBe(leave);
    }
  } finally {
    await database("desk").execute(sql`update organisation set light_burden = ${before.rows[0]?.on ?? true}`);
  }
});
