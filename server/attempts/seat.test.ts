import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { findViewer } from "#server/people/find-viewer.ts";
import { openSession } from "#server/people/sessions.ts";
import type { Context, Verb } from "#server/verb.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson } from "#tests/world/people.ts";
import { getAttempt } from "./get-attempt.ts";
import { handIn } from "./hand-in.ts";
import { takeAnswer } from "./take-answers.ts";
import { takeSeat } from "./take-seat.ts";

type Device = { context: (minutes: number) => Promise<Context>; save: (seq: number, pick: number, minutes: number) => Promise<string> };
let attemptId: number;
let phone: Device;
let desktop: Device;
let slug: string;

/** One sign-in of a person, as a device that answers. */
async function device(personId: number): Promise<Device> {
  const sessionId = await openSession(personId, "test", new Date());
  const context = async (minutes: number): Promise<Context> => ({
    ...{ viewer: await findViewer(sessionId, new Date()), now: at(minutes) },
    ...{ requestId: "test", address: "127.0.0.1", device: "test" },
  });
  const save = async (seq: number, pick: number, minutes: number): Promise<string> => {
    const { ticket } = valueOf(await getAttempt.call(await context(minutes), { id: attemptId }));
    try {
      return (await takeAnswer(attemptId, { ticket, slot: 0, seq, response: { picks: [pick] } }, at(minutes))).outcome;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  return { context, save };
}

const ask = async <T>(verb: Verb<T>, { context }: Device, minutes: number) => verb.call(await context(minutes), { id: attemptId });
const seatOf = async (of: Device, minutes: number) => valueOf(await ask(getAttempt, of, minutes)).seat;
const stored = async () => {
  const { rows } = await database("judge").execute(sql`select seq, response from answers where attempt_id = ${attemptId}`);
  return rows;
};

beforeEach(async () => {
  const world = await aContest({ rules: { shuffleQuestions: false, shuffleOptions: false } });
  const ada = await aPerson(world.left.id);
  slug = world.slug;
  phone = await device(ada);
  desktop = await device(ada);
  attemptId = valueOf(await startAttempt.call(await phone.context(1), { slug })).attemptId;
});

test("whoever enters later answers, the earlier device is refused and its words stay evidence", async () => {
  valueOf(await ask(takeSeat, phone, 1));
  expect(await phone.save(1, 0, 2)).toBe("saved");
  expect(valueOf(await ask(takeSeat, desktop, 3))).toEqual({ tookOver: true });
  expect([await seatOf(phone, 3), await seatOf(desktop, 3)]).toEqual(["elsewhere", "here"]);
  expect(await phone.save(2, 1, 4)).toBe("taken-over");
  expect(await stored()).toEqual([{ seq: 1, response: { picks: [0] } }]);
  expect(await desktop.save(2, 2, 5)).toBe("saved");
  const { rows } = await database("judge").execute(sql`select seq, outcome from answer_events where attempt_id = ${attemptId} order by id`);
  expect(rows).toEqual([
    { seq: 1, outcome: "saved" },
    { seq: 2, outcome: "taken-over" },
    { seq: 2, outcome: "saved" },
  ]);
});

test("one tap takes it back, and then the other one is refused", async () => {
  valueOf(await ask(takeSeat, phone, 1));
  valueOf(await ask(takeSeat, desktop, 2));
  expect(valueOf(await ask(takeSeat, phone, 3))).toEqual({ tookOver: true });
  expect(await phone.save(1, 3, 4)).toBe("saved");
  expect(await desktop.save(2, 0, 5)).toBe("taken-over");
  const { rows } = await database("judge").execute(
    sql`select count(*)::int as n from live_changes c join contests k on k.id = c.contest_id where k.slug = ${slug} and c.change = 'time'`,
  );
  expect(rows[0]).toEqual({ n: 2 });
});

test("two devices that take the seat at once: one of them has it", async () => {
  await Promise.all([ask(takeSeat, phone, 1), ask(takeSeat, desktop, 1)]);
  expect([await seatOf(phone, 2), await seatOf(desktop, 2)].toSorted()).toEqual(["elsewhere", "here"]);
  const saved = [await phone.save(1, 0, 2), await desktop.save(1, 0, 2)];
  expect(saved.toSorted()).toEqual(["saved", "taken-over"]);
});

test("before anybody takes it every device of the person saves, and a seat whose sign-in ended is free", async () => {
  expect([await phone.save(1, 0, 2), await desktop.save(2, 1, 2)]).toEqual(["saved", "saved"]);
  valueOf(await ask(takeSeat, phone, 3));
  const { viewer } = await phone.context(3);
  await database("play").execute(sql`update sessions set revoked_at = now() where id = ${"sessionId" in viewer ? viewer.sessionId : ""}`);
  expect(await seatOf(desktop, 4)).toBe("free");
});

test("nobody else takes it, and after handing in nobody does", async () => {
  const other = await device(await aPerson((await aContest()).left.id));
  expect(refusalOf(await ask(takeSeat, other, 2))).toBe("not-found");
  valueOf(await ask(handIn, phone, 3));
  expect(refusalOf(await ask(takeSeat, desktop, 4))).toBe("attempt-over");
});
