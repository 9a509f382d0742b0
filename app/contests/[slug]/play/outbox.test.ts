import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Response } from "#domain/questions/question.ts";
import { acknowledged, adopted, changed, contested, openedOutbox, outrun, reread, type Saved, sendable, unsaved } from "./outbox.ts";

const pick = (place: number): Response => ({ picks: [place] });
const item = (slot: number, seq = 0, response: Response = null): Saved => ({ slot, seq, response });

describe("sequences", () => {
  test("start above the server's and grow with every change", () => {
    let box = openedOutbox([item(0, 5, pick(0))], []);
    box = changed(box, 0, pick(1), 1);
    expect(box[0]?.pending?.seq).toBe(6);
    box = changed(box, 0, pick(2), 2);
    expect(sendable(box)).toEqual([{ slot: 0, seq: 7, response: pick(2), changedAt: 2 }]);
  });

  test("an acknowledgement of an older change leaves the newer one pending", () => {
    let box = changed(changed(openedOutbox([item(0)], []), 0, pick(1), 1), 0, pick(2), 2);
    box = acknowledged(box, 0, 1);
    expect(unsaved(box)).toEqual([0]);
    expect(unsaved(acknowledged(box, 0, 2))).toEqual([]);
  });

  test("after a stale reply the next change lies above what stands", () => {
    const box = outrun(changed(openedOutbox([item(0)], []), 0, pick(1), 1), 0, 1, 8);
    expect(contested(box)).toEqual([0]);
    expect(sendable(box)).toEqual([]);
    expect(changed(box, 0, pick(2), 2)[0]?.pending?.seq).toBe(9);
  });
});

describe("reading the attempt again", () => {
  test("takes over another device's answers where nothing is pending", () => {
    expect(reread(openedOutbox([item(0, 1, pick(0))], []), [item(0, 3, pick(2))])[0]).toMatchObject({ shown: pick(2), standing: 3 });
  });

  test("a reply that was overtaken by an acknowledgement changes nothing", () => {
    const box = acknowledged(changed(openedOutbox([item(0)], []), 0, pick(3), 1), 0, 1);
    expect(reread(box, [item(0, 0, null)])[0]).toMatchObject({ shown: pick(3), standing: 1 });
  });

  test("never replaces what is on the screen while it is unsent", () => {
    const box = changed(openedOutbox([item(0)], []), 0, pick(3), 1);
    expect(reread(box, [item(0, 0, null)])[0]?.shown).toEqual(pick(3));
    expect(reread(box, [item(0, 1, pick(1))])[0]).toMatchObject({ shown: pick(3), theirs: { response: pick(1) } });
  });
});

test("copies from two storages: the higher sequence, then the later change", () => {
  const copy = (seq: number, place: number, changedAt: number) => ({ slot: 0, seq, response: pick(place), changedAt });
  expect(openedOutbox([item(0)], [copy(2, 0, 9), copy(3, 1, 1)])[0]?.shown).toEqual(pick(1));
  expect(openedOutbox([item(0)], [copy(2, 0, 9), copy(2, 1, 10)])[0]?.shown).toEqual(pick(1));
});

test("another tab's older change is not taken over", () => {
  const box = changed(openedOutbox([item(0, 4, pick(0))], []), 0, pick(3), 1);
  expect(adopted(box, { slot: 0, seq: 4, response: pick(1), changedAt: 9 })).toEqual(box);
});

test("whatever is lost, repeated or reordered, the server ends with the last answer on the screen (I8)", () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("change" as const), place: fc.nat(7) }),
    fc.record({ do: fc.constant("send" as const), isReplyLost: fc.boolean(), times: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ do: fc.constant("reload" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let held = item(0);
      let box = openedOutbox([held], []);
      const send = (isReplyLost: boolean, times: number): void => {
        const [change] = sendable(box);
        if (!change) return;
        for (let time = 0; time < times; time++) if (change.seq > held.seq) held = change;
        if (!isReplyLost && times > 0)
          box = held.seq === change.seq ? acknowledged(box, 0, change.seq) : outrun(box, 0, change.seq, held.seq);
      };
      for (const each of steps) {
        if (each.do === "change") box = changed(box, 0, pick(each.place), 1);
        else if (each.do === "send") send(each.isReplyLost, each.times);
        else box = openedOutbox([held], box[0]?.pending ? [box[0].pending] : []);
      }
      const last = box[0]?.shown;
      send(false, 1);
      expect(unsaved(box)).toEqual([]);
      expect(held.response).toEqual(last);
    }),
  );
});
