import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getAttempt } from "#server/attempts/get-attempt.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { extendContest } from "./extend-contest.ts";
import { startAttempt } from "./start-attempt.ts";

const start = async (personId: number, slug: string, minutes: number) => startAttempt.call(await as(personId, at(minutes)), { slug });

test("fifty starts at once make one attempt and fifty equal replies (I7)", async () => {
  const { slug, left } = await aContest();
  const ada = await aPerson(left.id);
  const context = await as(ada, at(1));
  // A house that is too busy says so and is asked again, as pages do.
  const started = async (): ReturnType<typeof startAttempt.call> => {
    const reply = await startAttempt.call(context, { slug });
    return !reply.ok && reply.code === "unavailable" ? started() : reply;
  };
  const replies = await Promise.all(Array.from({ length: 50 }, started));
  const ids = new Set(replies.map((reply) => valueOf(reply).attemptId));
  expect(ids.size).toBe(1);
  const { rows } = await database("desk").execute(sql`select 1 from attempts where person_id = ${ada}`);
  expect(rows.length).toBe(1);
});

test("starting obeys the window, half-open, and the number of attempts", async () => {
  const { slug, left } = await aContest({ closesAfterMinutes: 60 });
  const ada = await aPerson(left.id);
  const opening = async (instant: Date) => refusalOf(await startAttempt.call(await as(ada, instant), { slug }));
  expect(await opening(at(0, -1))).toBe("not-open");
  expect(await opening(at(60))).toBe("closed");
  const { attemptId } = valueOf(await startAttempt.call(await as(ada, at(60, -1)), { slug }));
  const { dueAt, endsAt } = valueOf(await getAttempt.call(await as(ada, at(60, -1)), { id: attemptId }));
  expect([dueAt, endsAt]).toEqual([at(60), at(60, 10_000)]);
  valueOf(await handIn.call(await as(ada, at(60, 5_000)), { id: attemptId }));
  expect(refusalOf(await start(ada, slug, 59))).toBe("no-attempts-left");
});

test("racing at the last attempt never makes one too many (TB2)", async () => {
  const { slug, left } = await aContest({ rules: { attempts: 2 } });
  const ada = await aPerson(left.id);
  const first = valueOf(await start(ada, slug, 1));
  valueOf(await handIn.call(await as(ada, at(2)), { id: first.attemptId }));
  const context = await as(ada, at(3));
  await Promise.allSettled(
    Array.from({ length: 10 }, async () => {
      const { attemptId } = valueOf(await startAttempt.call(context, { slug }));
      await handIn.call(context, { id: attemptId });
    }),
  );
  const { rows } = await database("desk").execute(sql`select 1 from attempts where person_id = ${ada}`);
  expect(rows.length).toBe(2);
});

test("another's attempt does not exist, neither to read nor to hand in", async () => {
  const { slug, left, organizer } = await aContest();
  const [ada, ben] = [await aPerson(left.id), await aPerson(left.id)];
  const { attemptId } = valueOf(await start(ada, slug, 1));
  for (const other of [ben, organizer]) {
    expect(refusalOf(await getAttempt.call(await as(other, at(2)), { id: attemptId }))).toBe("not-found");
    expect(refusalOf(await handIn.call(await as(other, at(2)), { id: attemptId }))).toBe("not-found");
  }
  const { rows } = await database("desk").execute<{ state: string }>(sql`select state from attempts where id = ${attemptId}`);
  expect(rows[0]?.state).toBe("in_progress");
});

test("only those it is for may enter", async () => {
  const { slug, left } = await aContest({ audienceTags: ["青年"] });
  const [young, other] = [await aPerson(left.id, { tags: ["青年"] }), await aPerson(left.id)];
  expect(refusalOf(await start(other, slug, 1))).toBe("not-found");
  expect(refusalOf(await start(young, slug, 1))).toBe("ok");
});

test("an extension moves the due time of those it reaches, adds up, and opens the door again (I25)", async () => {
  const { slug, left, right, organizer } = await aContest({ closesAfterMinutes: 60 });
  const [ada, ben] = [await aPerson(left.id), await aPerson(right.id)];
  const [one, two] = [valueOf(await start(ada, slug, 50)), valueOf(await start(ben, slug, 50))];
  const extend = async (body: object) => valueOf(await extendContest.call(await as(organizer, at(55)), { slug, reason: "停电", ...body }));
  expect(await extend({ to: "branch", branchId: left.id, minutes: 10 })).toEqual({ moved: 1 });
  expect(await extend({ to: "branch", branchId: left.id, minutes: 5 })).toEqual({ moved: 1 });
  const due = async (person: number, id: number) => valueOf(await getAttempt.call(await as(person, at(56)), { id })).dueAt;
  expect(await due(ada, one.attemptId)).toEqual(at(75));
  expect(await due(ben, two.attemptId)).toEqual(at(60));
  const late = await aPerson(left.id);
  expect(refusalOf(await start(late, slug, 70))).toBe("ok");
  expect(refusalOf(await start(await aPerson(right.id), slug, 70))).toBe("closed");
});
