// Above 150 lines: what the ledger of points may and may not do stands together.
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { organisation } from "#db/schema/people.ts";
import { exportMyData } from "#server/people/export-my-data.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { pointFields } from "#tests/world/point-fields.ts";
import { ledgerOf, switchPointsOn } from "#tests/world/points.ts";
import { correctPoints } from "./correct-points.ts";
import { getMyPoints } from "./get-my-points.ts";
import { getMyStudyYear } from "./get-my-study-year.ts";
import { getPointRules } from "./get-point-rules.ts";
import { getPointsDesk } from "./get-points-desk.ts";
import { type Grant, grantPoints } from "./grant-points.ts";
import { listPersonPoints } from "./list-person-points.ts";
import { publishStudyYear } from "./publish-study-year.ts";
import { setPointsPolicy } from "./set-points-policy.ts";

const at = (moment: string) => new Date(`2027-${moment}+08:00`);
/** A Monday. */
const monday = (hours = 9, minute = 0) => at(`03-01T${String(hours).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00`);
const later = (days: number) => new Date(monday().getTime() + days * 86_400_000);

let branch: { id: number };
let admin: number;
let person: number;
beforeAll(async () => {
  await anOrganisation();
  branch = await aBranch();
  admin = await aPerson(branch.id, { held: [{ office: "admin", branchId: branch.id }] });
});
beforeEach(async () => {
  person = await aPerson(branch.id);
});

const grant = (grants: Grant | Grant[], now: Date) =>
  database("judge").transaction((tx) => grantPoints(tx, Array.isArray(grants) ? grants : [grants], now));
const of = (rule: Grant["rule"], source: string, share?: number): Grant => ({
  ...{ personId: person, rule, source },
  ...(share === undefined ? {} : { share }),
});
let owes = 0;
/** The person owes another item of a programme by that day. */
async function owe(dueAt: Date, doneAt: Date | null): Promise<void> {
  const title = `第${++owes}项`;
  await database("desk").execute(sql`
    with p as (insert into programmes (slug, title, branch_id, opens_at, closes_at, created_at, published_at)
        values (${`owed-${owes}`}, ${title}, ${branch.id}, ${monday()}, ${later(90)}, ${monday()}, ${monday()}) returning id),
      m as (insert into programme_modules (programme_id, place, title) select id, 0, 'm' from p returning id, programme_id),
      i as (insert into programme_items (programme_id, module_id, place, kind, title, move_on) select programme_id, id, 0, 'quiz', ${title}, 'Passed' from m
        returning id, programme_id)
    insert into tasks (programme_id, item_id, person_id, branch_id, created_at, due_at, done_at)
    select programme_id, id, ${person}, ${branch.id}, ${monday()}, ${dueAt}, ${doneAt} from i`);
}

const mine = async (now: Date, who = person) => valueOf(await getMyPoints.call(await as(who, now), {}));

test("off by default: nothing is given, and everybody is told so", async () => {
  await grant(of("daily", "practice 1"), monday());
  expect(await ledgerOf(person)).toEqual([]);
  expect(await mine(monday())).toMatchObject({ isOn: false, entries: [], year: { points: 0, stars: 0 } });
  expect(valueOf(await getPointRules.call(await as(person, monday()), {}))).toEqual({ isPrivate: true, current: null, coming: [] });
  const desk = valueOf(await getPointsDesk.call(await as(admin, monday()), {}));
  expect(desk).toMatchObject({ current: { id: null, policy: { isOn: false, dayCap: 20, weekCap: 100 } }, history: [], years: [] });
});

describe("switched on", () => {
  beforeAll(() => switchPointsOn(admin, at("02-01T08:00:00")));

  test("D10: granted = min(earned, cap − Σ) of the day, told entry by entry; the next day has room again", async () => {
    await grant([of("daily", "practice 1"), of("review", "review 1"), of("meeting", "meeting 1")], monday(9));
    await grant(of("contest", "contest 1", 9_000), monday(10));
    await grant(of("contribution", "question 1"), monday(11));
    expect(await ledgerOf(person)).toEqual([
      ["daily", "practice 1", "2027-03-01", 5, 5],
      ["review", "review 1", "2027-03-01", 3, 3],
      ["meeting", "meeting 1", "2027-03-01", 5, 5],
      ["contest", "contest 1", "2027-03-01", 9, 7],
      ["contribution", "question 1", "2027-03-01", 5, 0],
    ]);
    const seen = await mine(monday(12));
    expect(seen).toMatchObject({ isOn: true, today: { granted: 20, left: 0 }, week: { granted: 20, left: 80 }, year: { points: 20 } });
    expect(seen.entries.slice(0, 2)).toMatchObject([
      { rule: "contribution", granted: 0, cutBy: "day" },
      { rule: "contest", earned: 9, granted: 7, cutBy: "day", share: 9_000 },
    ]);
    await grant(of("daily", "practice 2"), later(1));
    expect(await mine(later(1))).toMatchObject({ today: { granted: 5, left: 15 }, week: { granted: 25 } });
  });

  test("a day ends at midnight on the organisation's clock, and the week with Sunday", async () => {
    await grant(of("daily", "practice 1"), new Date("2027-03-07T15:59:59Z"));
    await grant(of("daily", "practice 2"), new Date("2027-03-07T16:00:00Z"));
    expect((await ledgerOf(person)).map(([, , day]) => day)).toEqual(["2027-03-07", "2027-03-08"]);
    expect(await mine(new Date("2027-03-07T16:00:01Z"))).toMatchObject({ week: { granted: 5 }, today: { granted: 5 } });
  });

  test("a hundred a week, however the days are filled", async () => {
    for (let day = 0; day < 6; day += 1)
      for (let source = 0; source < 5; source += 1) await grant(of("meeting", `meeting ${day} ${source}`), later(day));
    const granted = (await ledgerOf(person)).map(([, , , , points]) => points);
    expect(granted.reduce((sum, points) => sum + points, 0)).toBe(100);
    expect((await mine(later(5))).entries[0]).toMatchObject({ granted: 0, cutBy: "week" });
    expect(await mine(later(7))).toMatchObject({ week: { granted: 0, left: 100 }, today: { left: 20 } });
  });

  test("thirty grants at once from thirty connections never pass the cap, and one source pays once ever", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, source) => grant(of("meeting", `meeting ${source % 15}`), monday())));
    const ledger = await ledgerOf(person);
    expect(ledger).toHaveLength(15);
    expect(ledger.reduce((sum, [, , , , points]) => sum + points, 0)).toBe(20);
    await grant(of("meeting", "meeting 3"), later(8));
    expect(await ledgerOf(person)).toHaveLength(15);
  });

  test("a crowd granted in one statement and single grants at the same time keep every cap too", async () => {
    const crowd = await Promise.all(Array.from({ length: 60 }, () => aPerson(branch.id)));
    const together = (name: string) =>
      grant(
        crowd.map((personId) => ({ personId, rule: "contest", source: name, share: 10_000 })),
        monday(),
      );
    const singles = crowd.flatMap((personId) => [0, 1].map((n) => grant({ personId, rule: "meeting", source: `meeting ${n}` }, monday())));
    await Promise.all([together("contest 1"), together("contest 2"), together("contest 1"), ...singles]);
    for (const each of crowd) {
      const ledger = await ledgerOf(each);
      expect(ledger).toHaveLength(4);
      expect(ledger.reduce((sum, [, , , , points]) => sum + points, 0)).toBe(20);
    }
  });

  test("points of an event that does not come about are not given either", async () => {
    const failing = database("judge").transaction(async (tx) => {
      await grantPoints(tx, [of("daily", "practice 9")], monday());
      throw new Error("the event failed");
    });
    await expect(failing).rejects.toThrow("the event failed");
    expect(await ledgerOf(person)).toEqual([]);
  });

  test("the ledger is append only, for every role", async () => {
    await grant(of("daily", "practice 1"), monday());
    for (const statement of [
      sql`update point_entries set granted = 99`,
      sql`delete from point_entries`,
      sql`update point_policies set policy = '{}'`,
    ])
      for (const door of ["play", "judge", "desk"] as const) await expect(database(door).execute(statement)).rejects.toThrow();
  });

  test("new rules hold from their day on and change nothing that was given; a day that has passed is refused, at its field", async () => {
    await grant(of("daily", "practice 1"), later(20));
    const set = async (fields: object, now: Date, who = admin) => setPointsPolicy.call(await as(who, now), { ...pointFields, ...fields });
    valueOf(await set({ daily: 2, validFrom: "2027-03-22" }, later(20)));
    expect(valueOf(await getPointRules.call(await as(person, later(20)), {})).coming).toMatchObject([
      { policy: { rules: { daily: { points: 2 } } } },
    ]);
    await grant(of("daily", "practice 2"), new Date("2027-03-21T15:59:59Z"));
    await grant(of("daily", "practice 3"), new Date("2027-03-21T16:00:00Z"));
    expect((await ledgerOf(person)).map(([, , , earned]) => earned)).toEqual([5, 5, 2]);
    expect(refusalOf(await set({ validFrom: "2027-03-21" }, later(20)))).toBe("points-not-back@validFrom");
    expect(refusalOf(await set({ weekCap: 10 }, later(20)))).toBe("points-week-cap@weekCap");
    expect(refusalOf(await set({ star2: 100 }, later(20)))).toBe("points-stars@star2");
    expect(refusalOf(await set({ contestWeight: 11 }, later(20)))).toBe("points-weights@completionWeight");
    expect(refusalOf(await set({ daily: 1_001 }, later(20)))).toBe("invalid@daily");
    expect(refusalOf(await set({}, later(20), person))).toBe("forbidden");
    valueOf(await set({ validFrom: "" }, new Date("2027-03-21T16:00:01Z")));
    const { history } = valueOf(await getPointsDesk.call(await as(admin, later(30)), {}));
    expect(history.map(({ policy }) => policy.rules.daily.points)).toEqual([5, 2, 5]);
    const written = await database("desk").select().from(audit).where(sql`action = 'points.policy'`);
    expect(written).toHaveLength(3);
  });

  test("a correction is an entry below nothing, with its reason, never more than the entry, told and in the ledger of changes", async () => {
    await grant(of("meeting", "meeting 1"), monday());
    const [entry] = (await mine(monday())).entries;
    const correct = async (fields: object, who = admin) =>
      correctPoints.call(await as(who, monday(10)), { entry: entry?.id, points: 3, reason: "签到有误", ...fields });
    expect(refusalOf(await correct({}, person))).toBe("not-found");
    expect(refusalOf(await correct({ points: 6 }))).toBe("points-more-than-entry@points");
    expect(refusalOf(await correct({ reason: "" }))).toBe("invalid@reason");
    const twice = await Promise.all([correct({}), correct({})]);
    expect(twice.map(refusalOf).toSorted()).toEqual(["ok", "points-more-than-entry@points"]);
    const made = twice.find(({ ok }) => ok);
    expect(refusalOf(await correct({ entry: made?.ok ? made.value.id : 0 }))).toBe("not-found");
    const seen = await mine(monday(10));
    expect(seen.entries[0]).toMatchObject({
      rule: "correction",
      granted: -3,
      reason: "签到有误",
      corrects: { id: entry?.id, rule: "meeting" },
    });
    // What was taken back frees no room: the cap is of what was given.
    expect(seen).toMatchObject({ year: { points: 2 }, today: { granted: 5, left: 15 } });
    const { rows } = await database("desk").execute(
      sql`select params from notices where person_id = ${person} and kind = 'points-corrected'`,
    );
    expect(rows).toEqual([{ params: { points: 3, reason: "签到有误" } }]);
    const [written] = await database("desk").select().from(audit).where(sql`action = 'points.correct' and object_id = ${entry?.id}`);
    expect(written).toMatchObject({ actorId: admin, after: { points: -3 }, reason: "签到有误" });
  });

  test("in light-burden mode points are the person's alone: no administrator is shown any; the own export keeps them", async () => {
    await grant(of("meeting", "meeting 1"), monday());
    const { rows } = await database("desk").execute<{ staff_no: string }>(sql`select staff_no from people where id = ${person}`);
    const staffNo = rows[0]?.staff_no;
    const look = async (who = admin) => listPersonPoints.call(await as(who, monday()), { staffNo });
    expect(refusalOf(await look())).toBe("points-are-private");
    await database("desk").update(organisation).set({ lightBurden: false });
    expect(valueOf(await look()).entries).toMatchObject([{ rule: "meeting", granted: 5 }]);
    expect(refusalOf(await look(person))).toBe("forbidden");
    const elsewhere = await aBranch();
    const other = await aPerson(elsewhere.id, { held: [{ office: "admin", branchId: elsewhere.id }] });
    expect(refusalOf(await look(other))).toBe("not-found");
    await database("desk").update(organisation).set({ lightBurden: true });
    expect(valueOf(await exportMyData.call(await as(person), {})).points).toMatchObject([
      { rule: "meeting", source: "meeting 1", granted: 5 },
    ]);
    expect((await mine(monday(), await aPerson(branch.id))).entries).toEqual([]);
  });

  test("R27: a study year is published with its weights; each reads his own, part by part and entry by entry, as it stood then", async () => {
    await grant([of("daily", "practice 1"), of("meeting", "meeting 1")], monday());
    await grant(of("contest", "contest 1", 10_000), later(1));
    const read = async (now: Date) => getMyStudyYear.call(await as(person, now), { year: 2027 });
    expect(refusalOf(await read(later(2)))).toBe("not-found");
    const publish = async (year: number, who = admin) => publishStudyYear.call(await as(who, later(2)), { year, reason: "年度公布" });
    expect(refusalOf(await publish(2027, person))).toBe("forbidden");
    expect(refusalOf(await publish(2028))).toBe("points-year-to-come");
    valueOf(await publish(2027));
    const [entry] = (await mine(later(3))).entries;
    await grant(of("contribution", "question 1"), later(3));
    const statement = valueOf(await read(later(4)));
    expect(statement).toMatchObject({ year: 2027, from: "2027-01-01", until: "2028-01-01", tasks: [] });
    expect(statement.parts.map(({ dimension, reached, of, weight }) => [dimension, reached, of, weight])).toEqual([
      ["completion", 0, 0, 0],
      ["practice", 5, 500, 20],
      ["contribution", 0, 50, 10],
      ["meeting", 5, 60, 20],
      ["contest", 10, 50, 10],
    ]);
    expect(statement.total).toBe(Math.round((100 * 20 + 833 * 20 + 2_000 * 10) / 60));
    expect(statement.parts[3]?.entries).toMatchObject([{ rule: "meeting", granted: 5 }]);
    valueOf(await correctPoints.call(await as(admin, later(5)), { entry: entry?.id, points: 4, reason: "更正" }));
    expect(valueOf(await read(later(6))).parts[4]).toMatchObject({ reached: 10 });
    valueOf(await publishStudyYear.call(await as(admin, later(7)), { year: 2027 }));
    const anew = valueOf(await read(later(8)));
    expect(anew.parts.map(({ reached }) => reached)).toEqual([0, 5, 5, 5, 6]);
    expect(anew.parts[4]?.entries).toMatchObject([{ rule: "correction", granted: -4 }, { rule: "contest" }]);
    expect((await mine(later(8))).statements).toEqual([2027]);
    await owe(later(0), later(1));
    await owe(later(1), null);
    await owe(later(60), null);
    await owe(later(61), later(5));
    const owed = valueOf(await read(later(8)));
    expect(owed.tasks.map(({ title, doneAt }) => [title, doneAt !== null])).toEqual([
      ["第1项", true],
      ["第2项", false],
      ["第4项", true],
    ]);
    expect(owed.parts[0]).toMatchObject({ reached: 2, of: 3, weight: 40, share: 6_666, adds: 2_666 });
  });
});
