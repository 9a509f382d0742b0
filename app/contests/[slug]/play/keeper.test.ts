import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Response } from "#domain/questions/question.ts";
import { Keeper } from "./keeper.ts";
import { saveShown } from "./keeper-state.ts";
import { localAnswers } from "./local-answers.ts";
import type { Pending, Saved } from "./outbox.ts";
import type { Told } from "./send-answer.ts";

/** The server's side of a slot, as store-answers tells it: higher sequence stands, an equal one with the same response is told again. */
class Door {
  readonly held = new Map<number, { seq: number; response: string }>();
  readonly heard: { slot: number; seq: number; isLeaving: boolean }[] = [];
  state: "open" | "down" | "late" | "ended" | "signed-out" | "refusing" = "open";

  readonly send = async ({ slot, seq, response }: Pending, _ticket: string, isLeaving: boolean): Promise<Told> => {
    this.heard.push({ slot, seq, isLeaving });
    if (this.state === "down") return { kind: "unreached", retryAfterMs: 0 };
    if (this.state === "signed-out") return { kind: "signed-out" };
    if (this.state === "refusing") return { kind: "refused", code: "answer-shape" };
    const receivedAt = "2026-11-22T06:03:22.000Z";
    if (this.state !== "open") return { kind: "told", outcome: this.state, seq: 0, receivedAt };
    const known = this.held.get(slot);
    const text = JSON.stringify(response);
    if (!known || seq > known.seq) this.held.set(slot, { seq, response: text });
    const standing = this.held.get(slot);
    const isSaved = standing?.seq === seq && standing.response === text;
    return { kind: "told", outcome: isSaved ? "saved" : "stale", seq: standing?.seq ?? 0, receivedAt };
  };

  items(slots: number): Saved[] {
    return Array.from({ length: slots }, (_, slot) => {
      const held = this.held.get(slot);
      return { slot, seq: held?.seq ?? 0, response: held ? (JSON.parse(held.response) as Response) : null };
    });
  }
}

/** The Storage of a browser, in memory. */
function deviceStorage(): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (at) => [...map.keys()][at] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  };
}

const pick = (place: number): Response => ({ picks: [place] });
let door: Door;
let storage: Storage;
let doubts: number;

/** A page that opens on this device. */
async function page(slots = 3, own: Storage = storage): Promise<Keeper> {
  const kept = localAnswers(own, 7);
  const keeper: Keeper = new Keeper({
    items: door.items(slots),
    ticket: "t",
    kept,
    keptBefore: await kept.list(),
    send: door.send,
    onDoubt: () => {
      doubts += 1;
      if (door.state !== "signed-out") keeper.read(door.items(slots), "t2");
    },
    wallNow: () => Date.now(),
    random: () => 0.5,
  });
  return keeper;
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const shown = (keeper: Keeper) => saveShown(keeper.state());

beforeEach(() => {
  vi.useFakeTimers();
  door = new Door();
  storage = deviceStorage();
  doubts = 0;
});
afterEach(() => vi.useRealTimers());

describe("saving", () => {
  test("is said to be saved only after the acknowledgement, with the server's time, and the copy is gone", async () => {
    const keeper = await page();
    expect(shown(keeper)).toBe("untouched");
    keeper.change(0, pick(1));
    expect(shown(keeper)).toBe("saving");
    expect(storage.length).toBe(1);
    await pass(10);
    expect(shown(keeper)).toBe("saved");
    expect(keeper.state().savedAt).toBe("2026-11-22T06:03:22.000Z");
    expect(storage.length).toBe(0);
  });

  test("typing is kept at every stroke and sent once when the fingers rest", async () => {
    const keeper = await page();
    for (const text of ["知", "知行", "知行合一"]) {
      keeper.change(1, { texts: [text] }, true);
      await pass(100);
    }
    expect(door.heard).toEqual([]);
    expect(storage.getItem("zx-answer:7:1")).toContain("知行合一");
    await pass(700);
    expect(door.heard).toEqual([{ slot: 1, seq: 3, isLeaving: false }]);
    expect(shown(keeper)).toBe("saved");
  });

  test("a change made while the former is under way follows it, newest only", async () => {
    const keeper = await page();
    keeper.change(0, pick(0));
    await pass(0);
    keeper.change(0, pick(1));
    keeper.change(0, pick(2));
    await pass(50);
    expect(door.held.get(0)).toEqual({ seq: 3, response: '{"picks":[2]}' });
    expect(shown(keeper)).toBe("saved");
  });
});

describe("sixty seconds without network", () => {
  test("nothing is lost, nothing is called saved, and it goes out by itself when the door answers", async () => {
    const keeper = await page();
    door.state = "down";
    for (const slot of [0, 1, 2]) keeper.change(slot, pick(slot));
    await pass(60_000);
    expect(shown(keeper)).toBe("offline");
    expect(storage.length).toBe(3);
    // Backed off to one knock in 4–8 s: no storm.
    expect(door.heard.length).toBeLessThan(20);
    door.state = "open";
    await pass(8_000);
    expect(shown(keeper)).toBe("recovered");
    expect([...door.held.keys()].sort()).toEqual([0, 1, 2]);
    expect(storage.length).toBe(0);
  });

  test("hurry (the network is back, the tab is seen again) does not wait for the next knock", async () => {
    const keeper = await page();
    door.state = "down";
    keeper.change(0, pick(1));
    await pass(30_000);
    door.state = "open";
    keeper.hurry();
    await pass(1);
    expect(shown(keeper)).toBe("recovered");
  });

  test("a reload sends what was kept (N2), above what the server has", async () => {
    door.held.set(0, { seq: 4, response: '{"picks":[0]}' });
    const first = await page();
    door.state = "down";
    first.change(0, pick(2));
    first.stop();
    door.state = "open";
    const second = await page();
    expect(second.state().box[0]?.shown).toEqual(pick(2));
    expect(shown(second)).toBe("saving");
    second.hurry();
    await pass(1);
    expect(door.held.get(0)).toEqual({ seq: 5, response: '{"picks":[2]}' });
  });

  test("leaving the page sends once more in requests that outlive it; the copy stays, and the next page finds it saved", async () => {
    const first = await page();
    first.change(1, { texts: ["行"] }, true);
    first.leave();
    first.stop();
    await pass(1);
    expect(door.heard.at(-1)).toEqual({ slot: 1, seq: 1, isLeaving: true });
    expect(storage.length).toBe(1);
    const second = await page();
    expect(second.state().box[1]?.pending).toBeNull();
    await pass(1);
    expect(storage.length).toBe(0);
  });
});

describe("two devices", () => {
  test("the one that was overtaken is told, keeps its text and overwrites nothing", async () => {
    const phone = await page(3, deviceStorage());
    const laptop = await page();
    phone.change(0, pick(0));
    await pass(10);
    phone.change(0, pick(1));
    await pass(10);
    laptop.change(0, pick(3));
    await pass(10);
    expect(doubts).toBe(1);
    expect(shown(laptop)).toBe("contested");
    expect(laptop.state().box[0]).toMatchObject({ shown: pick(3), theirs: { response: pick(1) } });
    expect(door.held.get(0)?.response).toBe('{"picks":[1]}');
    expect(storage.length).toBe(1);
    laptop.keepMine(0);
    await pass(10);
    expect(door.held.get(0)).toEqual({ seq: 3, response: '{"picks":[3]}' });
    expect(shown(laptop)).toBe("saved");
  });

  test("taking over theirs drops the own copy", async () => {
    const laptop = await page();
    door.held.set(0, { seq: 9, response: '{"picks":[1]}' });
    laptop.change(0, pick(3));
    await pass(10);
    laptop.takeTheirs(0);
    await pass(10);
    expect(laptop.state().box[0]).toMatchObject({ shown: pick(1), pending: null, theirs: null });
    expect(storage.length).toBe(0);
    laptop.change(0, pick(2));
    await pass(10);
    expect(door.held.get(0)?.seq).toBe(10);
  });

  test("the same answer given twice is no conflict", async () => {
    const laptop = await page();
    door.held.set(0, { seq: 9, response: '{"picks":[1]}' });
    laptop.change(0, pick(1));
    await pass(10);
    expect(laptop.state().box[0]).toMatchObject({ pending: null, theirs: null, standing: 9 });
  });
});

describe("two tabs of one browser", () => {
  test("share their changes; the second sends only what the first left behind", async () => {
    const first = await page();
    const second = await page();
    door.state = "down";
    first.change(0, pick(2));
    await pass(1);
    first.stop();
    const [copy] = await localAnswers(storage, 7).list();
    if (!copy) throw new Error("the first tab kept its change");
    second.adopt(copy);
    expect(second.state().box[0]?.shown).toEqual(pick(2));
    door.state = "open";
    const before = door.heard.length;
    await pass(5_000);
    expect(door.heard.length).toBe(before);
    await pass(2_000);
    expect(door.held.get(0)?.response).toBe('{"picks":[2]}');
  });
});

describe("refusals", () => {
  test.each(["late", "ended"] as const)("%s: nothing is sent any more and nothing is called saved", async (outcome) => {
    const keeper = await page();
    door.state = outcome;
    keeper.change(0, pick(1));
    await pass(60_000);
    expect(shown(keeper)).toBe("closed");
    expect(keeper.state().closed).toBe(outcome);
    expect(door.heard.length).toBe(1);
  });

  test("a lost sign-in keeps the text, stops knocking, and goes on with the new ticket", async () => {
    const keeper = await page();
    door.state = "signed-out";
    keeper.change(0, pick(1));
    await pass(60_000);
    expect(shown(keeper)).toBe("signed-out");
    expect(door.heard.length).toBe(1);
    expect(storage.length).toBe(1);
    door.state = "open";
    keeper.read(door.items(3), "t3");
    await pass(1_000);
    expect(shown(keeper)).toBe("saved");
  });

  test("a change the server cannot take is not sent for ever, and the next change is", async () => {
    const keeper = await page();
    door.state = "refusing";
    keeper.change(0, pick(9));
    await pass(60_000);
    expect(shown(keeper)).toBe("refused");
    expect(door.heard.length).toBe(1);
    door.state = "open";
    keeper.change(0, pick(1));
    await pass(10);
    expect(shown(keeper)).toBe("saved");
  });
});
