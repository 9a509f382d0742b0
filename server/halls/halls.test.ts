// Above 150 lines: one whole final through every kind of round, and the hard weather around it.
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { hallEvents } from "#db/schema/halls.ts";
import { isRefusal } from "#domain/refusal.ts";
import { exportMyData } from "#server/people/export-my-data.ts";
import { keptQuestionIds } from "#server/reviews/kept-for-contests.ts";
import { aHall, hallTicket, press } from "#tests/world/hall.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { actInHall } from "./act-in-hall.ts";
import { editHall } from "./edit-hall.ts";
import { exportHall } from "./export-hall.ts";
import { getBuzzer } from "./get-buzzer.ts";
import { getHall } from "./get-hall.ts";
import { getHallScreen } from "./get-hall-screen.ts";
import { listHalls } from "./list-halls.ts";
import { makeHall } from "./make-hall.ts";
import { readHallMarks } from "./read-live-hall.ts";
import { takeBuzz } from "./take-buzz.ts";

type World = Awaited<ReturnType<typeof aHall>>;
const START = Date.parse("2026-11-27T06:00:00Z");

/** Two consoles and the sides' buzzers: what they do, a second after one another. */
class Stage {
  atMs = START;
  readonly world: World;
  constructor(world: World) {
    this.world = world;
  }
  async console() {
    return told(getHall, this.world.organizer, { id: this.world.id }, new Date(this.atMs));
  }
  async act(act: object, { reason, acted }: { reason?: string; acted?: number } = {}) {
    this.atMs += 1_000;
    const seen = acted ?? (await this.console()).acted;
    const asked = { id: this.world.id, acted: seen, act, ...(reason && { reason }) };
    return told(actInHall, this.world.organizer, asked, new Date(this.atMs));
  }
  async refuses(act: object, more: object = {}): Promise<string> {
    const { acted } = await this.console();
    const outcome = await tell(actInHall, this.world.organizer, { id: this.world.id, acted, act, ...more }, new Date(this.atMs + 1_000));
    return outcome.ok ? "done" : `${outcome.code}${outcome.fields[0] ? `@${outcome.fields[0].path}` : ""}`;
  }
  async press(seat: number, us = 0) {
    const { view } = await this.console();
    this.atMs += 100;
    const captain = this.world.captains[seat - 1] ?? 0;
    return press(this.world.id, captain, { item: view.item?.seq ?? 1 }, { atMs: this.atMs, us: this.atMs * 1_000 + us });
  }
  async scores(): Promise<number[]> {
    const { view } = await this.console();
    return view.sides.toSorted((one, other) => one.seat - other.seat).map(({ score }) => score / 1_000);
  }
  async turn(seat: number, verdict: string, value?: number) {
    await this.act({ kind: "open", ...(value && { value }) });
    await this.act({ kind: "start" });
    await this.act({ kind: "mark", seat, verdict });
  }
}

const pressCode = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error.code;
    },
  );

describe("a final of six sides", () => {
  test("through every kind of round, with two early buzzes, an undo and a ruling: scores, places and protocol agree", async () => {
    const world = await aHall();
    const stage = new Stage(world);
    // 必答: 1, 2, 3 right; 共答: all right but 6.
    await stage.act({ kind: "round" });
    for (const seat of [1, 2, 3, 4, 5, 6]) await stage.turn(seat, seat <= 3 ? "right" : "wrong");
    expect(await stage.scores()).toEqual([110, 110, 110, 100, 100, 100]);
    await stage.act({ kind: "round" });
    for (const seat of [1, 2, 3, 4, 5, 6]) await stage.turn(seat, seat <= 5 ? "right" : "wrong");
    expect(await stage.scores()).toEqual([120, 120, 120, 110, 110, 100]);
    // 抢答: side 4 twice too early, side 2 wrong and side 5 right after it; nobody; side 1.
    await stage.act({ kind: "round" });
    await stage.act({ kind: "open" });
    expect((await stage.press(4)).outcome).toBe("early");
    await stage.act({ kind: "start" });
    expect(await stage.press(2)).toEqual({ outcome: "first", behindUs: 0 });
    expect((await stage.press(5)).behindUs).toBe(100_000);
    await stage.act({ kind: "mark", seat: 2, verdict: "wrong" });
    await stage.act({ kind: "mark", seat: 5, verdict: "right" });
    expect(await stage.scores()).toEqual([120, 110, 120, 100, 120, 100]);
    await stage.act({ kind: "open" });
    expect((await stage.press(4)).outcome).toBe("early");
    expect((await stage.scores())[3]).toBe(80);
    await stage.act({ kind: "start" });
    stage.atMs += 15_000;
    await stage.act({ kind: "unclaimed" });
    await stage.act({ kind: "reveal" });
    await stage.act({ kind: "open" });
    await stage.act({ kind: "start" });
    await stage.press(1);
    const wrong = await stage.act({ kind: "mark", seat: 1, verdict: "wrong" });
    // It was right: the mark is taken back and made again.
    await stage.act({ kind: "undo", of: wrong.seq }, { reason: "听错了" });
    const marked = await stage.act({ kind: "mark", seat: 1, verdict: "right" });
    expect(await stage.scores()).toEqual([130, 110, 120, 80, 120, 100]);
    // 风险: highest first; everybody for 30, side 3 loses.
    await stage.act({ kind: "round" });
    for (const seat of [1, 3, 5, 2, 6, 4]) await stage.turn(seat, seat === 3 ? "wrong" : "right", 30_000);
    expect(await stage.scores()).toEqual([160, 140, 90, 110, 150, 130]);
    // 擂台: side 1 passes, side 2 answers for it.
    await stage.act({ kind: "round" });
    await stage.act({ kind: "open" });
    await stage.act({ kind: "start" });
    await stage.act({ kind: "pass" });
    await stage.act({ kind: "start" });
    await stage.act({ kind: "mark", seat: 2, verdict: "right" });
    for (const seat of [2, 3, 4, 5, 6]) await stage.turn(seat, "wrong");
    expect(await stage.scores()).toEqual([160, 140, 80, 100, 140, 120]);
    // 观众题, then the jury rules that side 1's answer of the buzzer round was wrong after all.
    await stage.act({ kind: "round" });
    await stage.act({ kind: "open" });
    await stage.act({ kind: "reveal" });
    await stage.act({ kind: "ruling", of: marked.seq, points: -10_000 }, { reason: "仲裁组复核：与原文不符" });
    expect((await stage.scores())[0]).toBe(140);
    // 加赛: 1, 2 and 5 are level at 140; 5 is first, then 2.
    await stage.act({ kind: "round" });
    expect((await stage.console()).view.level).toEqual([1, 2, 5]);
    for (const seat of [5, 2]) {
      await stage.act({ kind: "open" });
      await stage.act({ kind: "start" });
      await stage.press(seat);
      await stage.act({ kind: "mark", seat, verdict: "right" });
    }
    // 5 and 2 are both one up: between these two it goes on.
    expect((await stage.console()).view.level).toEqual([2, 5]);
    await stage.act({ kind: "open" });
    await stage.act({ kind: "start" });
    await stage.press(5);
    await stage.act({ kind: "mark", seat: 5, verdict: "right" });
    await stage.act({ kind: "finish" });
    const { view, ledger } = await stage.console();
    expect(view.phase).toBe("over");
    expect(view.sides.map(({ seat, place, score }) => [place, seat, score / 1_000])).toEqual([
      [1, 5, 140],
      [2, 2, 140],
      [3, 1, 140],
      [4, 6, 120],
      [5, 4, 100],
      [6, 3, 80],
    ]);
    // The ledger's own figures, summed by the database, are the scores.
    const { rows } = await database("desk").execute<{ seat: number; points: string }>(sql`
      select (e->>'seat')::int as seat, sum((e->>'points')::int) as points
      from hall_events, jsonb_array_elements(effects) e where hall_id = ${world.id} group by 1`);
    for (const { seat, score } of view.sides)
      expect(100_000 + Number(rows.find((row) => Number(row.seat) === seat)?.points ?? 0), `side ${seat}`).toBe(score);
    expect(ledger.filter(({ isTakenBack }) => isTakenBack).map(({ kind }) => kind)).toEqual(["mark"]);
    expect(ledger.find(({ kind }) => kind === "ruling")?.reason).toBe("仲裁组复核：与原文不符");
    expect(new Set(ledger.filter(({ kind }) => kind === "open").map(({ seq }) => seq)).size).toBeGreaterThan(25);
    const sheet = await told(exportHall, world.organizer, { id: world.id });
    expect(sheet.bytes.length).toBeGreaterThan(5_000);
    expect((await told(listHalls, world.organizer, {})).halls[0]?.phase).toBe("over");
  }, 60_000);
});

describe("a game of quiz bowl", () => {
  test("two sides, NAQT: power, neg, bonuses, an undo, overtime and sudden death; the database's figures are the score", async () => {
    const world = await aHall({ sides: 2, base: 0, rounds: [{ kind: "bowl", title: "抢断题", items: 3 }] });
    const stage = new Stage(world);
    await stage.act({ kind: "round" });
    const marked = async (seat: number, verdict: string) => {
      await stage.press(seat);
      return stage.act({ kind: "mark", seat, verdict });
    };
    const parts = async (seat: number, verdicts: string[]) => {
      for (const verdict of verdicts) {
        await stage.act({ kind: "bonus" });
        await stage.act({ kind: "start" });
        await stage.act({ kind: "mark", seat, verdict });
      }
    };
    const dead = async () => {
      await stage.act({ kind: "read" });
      stage.atMs += 5_000;
      await stage.act({ kind: "unclaimed" });
    };
    // 1: side 1 interrupts before the mark, 15, and two of three parts, 20.
    await stage.act({ kind: "open" });
    await marked(1, "right");
    await parts(1, ["right", "wrong", "right"]);
    expect(await stage.scores()).toEqual([35, 0]);
    // 2: side 1 interrupts wrongly after the mark, −5; side 2 after the reading, 10, and one part, 10.
    await stage.act({ kind: "open" });
    await stage.act({ kind: "power" });
    await marked(1, "wrong");
    expect(await pressCode(stage.press(1))).toBe("hall-out-of-item");
    await stage.act({ kind: "read" });
    await marked(2, "right");
    expect(await stage.refuses({ kind: "open" })).toBe("hall-not-now");
    await parts(2, ["right", "wrong", "wrong"]);
    expect(await stage.scores()).toEqual([30, 20]);
    // 3: side 2 after the mark, 10; its first mark was a slip of the hand and is taken back; no part of the bonus: 30 to 30.
    await stage.act({ kind: "open" });
    await stage.act({ kind: "power" });
    const slip = await marked(2, "wrong");
    expect(await stage.scores()).toEqual([30, 15]);
    await stage.act({ kind: "undo", of: slip.seq }, { reason: "按错了" });
    await stage.act({ kind: "mark", seat: 2, verdict: "right" });
    await parts(2, ["wrong", "wrong", "wrong"]);
    expect([await stage.scores(), (await stage.console()).view.round?.isDone]).toEqual([[30, 30], false]);
    // Overtime: 10 for side 1 and no bonus, a dead one, 10 for side 2 at 40; then sudden death: side 1 interrupts wrongly and has lost.
    for (const seat of [1, null, 2]) {
      await stage.act({ kind: "open" });
      if (seat === null) await dead();
      else {
        await stage.act({ kind: "power" });
        await marked(seat, "right");
        expect(await stage.refuses({ kind: "bonus" })).toBe("hall-not-now");
      }
    }
    expect([await stage.scores(), (await stage.console()).view.round?.isDone]).toEqual([[40, 40], false]);
    await stage.act({ kind: "open" });
    await marked(1, "wrong");
    await dead();
    await stage.act({ kind: "finish" });
    const { view, ledger } = await stage.console();
    expect(view.sides.map(({ seat, place, score }) => [place, seat, score / 1_000])).toEqual([
      [1, 2, 40],
      [2, 1, 35],
    ]);
    const { rows } = await database("desk").execute<{ seat: number; points: string }>(sql`
      select (e->>'seat')::int as seat, sum((e->>'points')::int) as points
      from hall_events, jsonb_array_elements(effects) e where hall_id = ${world.id} group by 1 order by 1`);
    expect(rows.map(({ points }) => Number(points))).toEqual([35_000, 40_000]);
    expect(ledger.filter(({ isTakenBack }) => isTakenBack).map(({ kind }) => kind)).toEqual(["mark"]);
    expect((await told(exportHall, world.organizer, { id: world.id, language: "en" })).bytes.length).toBeGreaterThan(5_000);
  }, 60_000);

  test("a tossup is heard: screen and buzzers have no word of it until it has been read, the console has all of it", async () => {
    const world = await aHall({ sides: 2, rounds: [{ kind: "bowl", title: "抢断题", items: 1 }] });
    const stage = new Stage(world);
    await stage.act({ kind: "round" });
    await stage.act({ kind: "open" });
    const seen = async () =>
      JSON.stringify([
        await told(getHallScreen, world.organizer, { id: world.id }),
        await told(getBuzzer, world.captains[0] ?? 0, { code: world.code }),
        (await stage.console()).view,
      ]);
    expect(await seen()).not.toContain("现场题 ");
    expect((await stage.console()).body?.stem).toContain("现场题 ");
    await stage.press(1);
    expect(await seen()).not.toContain("现场题 ");
    await stage.act({ kind: "mark", seat: 1, verdict: "wrong" });
    expect(await seen()).not.toContain("现场题 ");
    await stage.act({ kind: "read" });
    expect(await seen()).toContain("现场题 ");
  });
});

describe("hard weather", () => {
  test("two consoles press “next” at once, ten times: it happens once, the others hear that it has moved on", async () => {
    const world = await aHall();
    const stage = new Stage(world);
    await stage.act({ kind: "round" });
    const { acted } = await stage.console();
    const asked = { id: world.id, acted, act: { kind: "open" } };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => codeOf(actInHall, world.organizer, asked, new Date(stage.atMs))));
    expect(outcomes.toSorted()).toEqual([...Array(9).fill("already-moved-on"), "done"]);
    expect((await stage.console()).view.round?.opened).toBe(1);
  });

  test("six buzzers in the same instant: the first received has it, each is written once, a retry is told the same", async () => {
    const world = await aHall({ rounds: [{ kind: "buzz", title: "抢答题", items: 3 }] });
    const stage = new Stage(world);
    await stage.act({ kind: "round" });
    const { seq } = await stage.act({ kind: "open" });
    await stage.act({ kind: "start" });
    const order = [3, 1, 6, 2, 5, 4];
    const tickets = await Promise.all(order.map((seat) => hallTicket(world.id, world.captains[seat - 1] ?? 0, new Date(stage.atMs))));
    const pressed = tickets.map((ticket, at) =>
      takeBuzz(world.id, { ticket, item: seq }, { atMs: stage.atMs + 300, us: 7_000_000 + at * 40 }),
    );
    expect((await Promise.all(pressed)).map(({ outcome, behindUs }) => [outcome, behindUs])).toEqual(
      order.map((_seat, at) => [at === 0 ? "first" : "noted", at * 40]),
    );
    const again = await press(world.id, world.captains[2] ?? 0, { item: seq }, { atMs: stage.atMs + 900, us: 9_000_000 });
    expect(again).toEqual({ outcome: "first", behindUs: 0 });
    const { view, acted } = await stage.console();
    expect([view.item?.seat, view.item?.buzzes.map(({ seat }) => seat), view.item?.buzzes[1]?.behindUs]).toEqual([3, order, 40]);
    // Buzzes move no console on: the mark that was about to be made is still made.
    await stage.act({ kind: "mark", seat: 3, verdict: "right" }, { acted });
    // A packet for the question before, and one for a question that nobody has opened.
    await stage.act({ kind: "open" });
    for (const item of [seq, 999])
      expect(await pressCode(press(world.id, world.captains[1] ?? 0, { item }, { atMs: stage.atMs, us: 1 }))).toBe("hall-no-buzz");
    expect((await database("desk").select().from(hallEvents).where(eq(hallEvents.hallId, world.id))).length).toBe(6 + 5);
  });

  test("who may press: the side's own person, the console for any side; nobody else, and no forged or foreign ticket", async () => {
    const world = await aHall({ rounds: [{ kind: "buzz", title: "抢答题" }] });
    const other = await aHall({ rounds: [{ kind: "buzz", title: "抢答题" }] });
    const stage = new Stage(world);
    await stage.act({ kind: "round" });
    const { seq } = await stage.act({ kind: "open" });
    const received = { atMs: stage.atMs + 50, us: 1 };
    expect(await pressCode(press(world.id, await aPerson(world.root.id), { item: seq }, received))).toBe("not-found");
    expect(await pressCode(press(world.id, world.captains[0] ?? 0, { item: seq, seat: 2 }, received))).toBe("not-found");
    expect(await pressCode(press(world.id, other.organizer, { item: seq, seat: 2 }, received))).toBe("not-found");
    expect((await press(world.id, world.organizer, { item: seq, seat: 6 }, received)).outcome).toBe("early");
    const { ticket } = await told(getBuzzer, world.captains[0] ?? 0, { code: world.code });
    expect(await pressCode(takeBuzz(other.id, { ticket, item: seq }, received))).toBe("not-found");
    expect(await pressCode(takeBuzz(world.id, { ticket: `${ticket}x`, item: seq }, received))).toBe("not-signed-in");
    expect(await pressCode(takeBuzz(world.id, { ticket, item: "no" }, received))).toBe("invalid");
  });

  test("a reason is asked for at its field; leaving a round before its end needs one", async () => {
    const stage = new Stage(await aHall());
    await stage.act({ kind: "round" });
    expect(await stage.refuses({ kind: "round" })).toBe("hall-needs-reason@reason");
    expect(await stage.refuses({ kind: "adjust", seat: 1, points: 5_000 })).toBe("hall-needs-reason@reason");
    expect(await stage.refuses({ kind: "adjust", seat: 9, points: 5_000 }, { reason: "礼仪分" })).toBe("hall-no-such-side");
    expect(await stage.refuses({ kind: "mark", seat: 1, verdict: "right" })).toBe("hall-not-now");
    await stage.act({ kind: "adjust", seat: 1, points: 5_000 }, { reason: "礼仪分" });
    expect((await stage.scores())[0]).toBe(105);
  });
});

describe("who sees what", () => {
  test("no key before its reveal, to the screen, the buzzer and the stream alike; the console has it", async () => {
    const world = await aHall();
    const stage = new Stage(world);
    await stage.act({ kind: "round" });
    await stage.act({ kind: "open" });
    const seen = async () =>
      JSON.stringify([
        await told(getHallScreen, world.organizer, { id: world.id }),
        await told(getBuzzer, world.captains[0] ?? 0, { code: world.code.toLowerCase() }),
      ]);
    expect(await seen()).toContain("现场题 ");
    for (const secret of ['"correct"', "现场题的解析"]) expect(await seen()).not.toContain(secret);
    expect((await stage.console()).answer?.key).toEqual({ kind: "single", correct: 1 });
    await stage.act({ kind: "start" });
    await stage.act({ kind: "mark", seat: 1, verdict: "right" });
    await stage.act({ kind: "reveal" });
    for (const secret of ['"correct"', "现场题的解析"]) expect(await seen()).toContain(secret);
    expect((await readHallMarks([world.id])).get(world.id)).toBe(5);
  });

  test("organizers of another branch, members and captains see no console; nobody without a side has a buzzer", async () => {
    const world = await aHall();
    const far = await aBranch();
    const stranger = await aPerson(far.id, { held: [{ office: "organizer", branchId: far.id }] });
    for (const verb of [getHall, getHallScreen, exportHall]) expect(await codeOf(verb, stranger, { id: world.id })).toBe("not-found");
    expect(await codeOf(actInHall, stranger, { id: world.id, acted: 0, act: { kind: "round" } })).toBe("not-found");
    expect(await codeOf(getHall, world.captains[0] ?? 0, { id: world.id })).toBe("forbidden");
    expect(await codeOf(getBuzzer, world.organizer, { code: world.code })).toBe("not-found");
    expect((await told(listHalls, stranger, {})).halls.map(({ id }) => id)).not.toContain(world.id);
    const mine = await told(exportMyData, world.captains[0] ?? 0, {});
    expect(JSON.stringify(mine)).toContain("第1代表队");
  });
});

describe("preparing a final", () => {
  test("no question twice; too few are refused at their round; unknown and doubled people at their side", async () => {
    const world = await aHall();
    const { rows } = await database("desk").execute<{ all: string; different: string }>(sql`
      select count(*) as all, count(distinct version_id) as different from hall_questions where hall_id = ${world.id}`);
    expect(Number(rows[0]?.all)).toBe(Number(rows[0]?.different));
    expect(Number(rows[0]?.all)).toBeGreaterThan(40);
    const refused = async (change: object) => {
      const outcome = await tell(makeHall, world.organizer, { ...world.form, ...change });
      return outcome.ok ? "done" : outcome.fields.map(({ path, code }) => `${path} ${code}`).join();
    };
    const source = { from: "bank", category: world.category };
    expect(
      await refused({
        rules: {
          rounds: [
            { kind: "buzz", title: "抢答题", items: 40, source },
            { kind: "risk", title: "风险题", perSide: 10, source },
          ],
        },
      }),
    ).toBe("rules.rounds.1.source hall-bank-too-small");
    expect(await refused({ rules: { rounds: [{ kind: "risk", title: "风险题", source: { from: "paper", paperId: 999_999 } }] } })).toBe(
      "rules.rounds.0.source.paperId not-found",
    );
    const side = (name: string, staffNos: string[]) => ({ name, staffNos });
    expect(await refused({ sides: [side("甲队", ["nobody"]), side("乙队", [])] })).toBe("sides.0.staffNos no-such-person");
    const one = world.staffNo(world.captains[0] ?? 0);
    expect(await refused({ sides: [side("甲队", [one]), side("甲队", [one])] })).toBe(
      "sides.1.name side-twice,sides.1.staffNos person-in-two-sides",
    );
  });

  test("its questions are left out of all practice until it is over", async () => {
    const world = await aHall({ rounds: [{ kind: "audience", title: "观众题", items: 2 }] });
    const stage = new Stage(world);
    const kept = async (): Promise<number> => {
      const { rows } = await database("play").execute<{ kept: string }>(sql`
        select count(*) as kept from questions where category = ${world.category} and id in ${keptQuestionIds(new Date())}`);
      return Number(rows[0]?.kept);
    };
    expect(await kept()).toBe(4); // the spares too
    await stage.act({ kind: "round" });
    await stage.act({ kind: "finish" }, { reason: "停电" });
    expect(await kept()).toBe(0);
  });

  test("changed until it begins, and not after; its code stays, its people are told where their buzzer is", async () => {
    const world = await aHall();
    const rounds = [{ kind: "audience", title: "观众题", items: 2, source: { from: "bank", category: world.category } }];
    const changed = { ...world.form, title: "改过的决赛", rules: { rounds }, sides: world.form.sides.slice(0, 2), id: world.id };
    await told(editHall, world.organizer, changed);
    const { view, code, rules, members } = await told(getHall, world.organizer, { id: world.id });
    expect([view.title, code, rules.rounds.length, view.sides.length, members.length]).toEqual(["改过的决赛", world.code, 1, 2, 2]);
    expect(await codeOf(getBuzzer, world.captains[5] ?? 0, { code })).toBe("not-found");
    const { rows } = await database("desk").execute<{ path: string }>(sql`select path from notices where person_id = ${world.captains[0]}`);
    expect(rows.map(({ path }) => path)).toEqual([`/hall/${world.code}/buzz`]);
    await told(actInHall, world.organizer, { id: world.id, acted: 0, act: { kind: "round" } });
    expect(await codeOf(editHall, world.organizer, changed)).toBe("hall-has-begun");
  });
});
