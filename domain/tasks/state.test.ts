import fc from "fast-check";
import { expect, test } from "vitest";
import { stateOf, TASK_STATES } from "./state.ts";

const due = new Date("2026-12-01T10:00:00Z");
const around = (ms: number) => new Date(due.getTime() + ms);
const nothing = { dueAt: null, doneAt: null, waivedAt: null, cancelledAt: null };

test("the moment it is due is still in time, a millisecond later is not", () => {
  expect(stateOf({ ...nothing, dueAt: due }, around(0))).toBe("open");
  expect(stateOf({ ...nothing, dueAt: due }, around(1))).toBe("overdue");
  expect(stateOf({ ...nothing, dueAt: due, doneAt: around(0) }, around(9))).toBe("done");
  expect(stateOf({ ...nothing, dueAt: due, doneAt: around(1) }, around(9))).toBe("done_late");
});

test("without a due date nothing is late; waived and cancelled stand whatever was due", () => {
  expect(stateOf(nothing, around(9e9))).toBe("open");
  expect(stateOf({ ...nothing, doneAt: around(9e9) }, around(9e9))).toBe("done");
  expect(stateOf({ ...nothing, dueAt: due, waivedAt: around(5) }, around(9))).toBe("waived");
  expect(stateOf({ ...nothing, dueAt: due, cancelledAt: around(5) }, around(9))).toBe("cancelled");
});

const instants = fc.option(fc.date({ min: around(-1e9), max: around(1e9), noInvalidDate: true }), { nil: null });

test("an ended task never changes its state with time; an open one becomes overdue once and stays so", () => {
  fc.assert(
    fc.property(
      instants,
      instants,
      fc.constantFrom("doneAt", "waivedAt", "cancelledAt", "none"),
      fc.nat(2e9),
      (dueAt, endedAt, how, later) => {
        const task = { ...nothing, dueAt, ...(how !== "none" && { [how]: endedAt }) };
        const [first, second] = [stateOf(task, around(0)), stateOf(task, around(later))];
        expect(TASK_STATES).toContain(first);
        if (how !== "none" && endedAt) expect(second).toBe(first);
        else if (first === "overdue") expect(second).toBe("overdue");
      },
    ),
  );
});
