import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { imbalanceOf, type Led, type RotaAbsence, type RotaMeeting, type RotaMember, rotaOf } from "./rota-of.ts";

const start = Date.parse("2027-01-07T06:30:00Z");
const at = (week: number) => new Date(start + week * 7 * 86_400_000);
const weeks = (from: number, count: number): RotaMeeting[] =>
  Array.from({ length: count }, (_one, step) => ({
    startsAt: at(from + step),
    day: at(from + step)
      .toISOString()
      .slice(0, 10),
  }));
const five: RotaMember[] = [1, 2, 3, 4, 5].map((id) => ({ id, joinedAt: at(-10) }));
const leaders = (wishes: Partial<Parameters<typeof rotaOf>[0]>) =>
  rotaOf({ members: five, meetings: weeks(0, 6), history: [], absences: [], seed: "group", ...wishes }).map(({ personId }) => personId);
const away = (personId: number, week: number): RotaAbsence => {
  const day = at(week).toISOString().slice(0, 10);
  return { personId, fromDay: day, toDay: day };
};

describe("the rota", () => {
  test("six sessions for five: everybody once, one twice", () => {
    const found = leaders({});
    expect(new Set(found).size).toBe(5);
    expect(imbalanceOf([1, 2, 3, 4, 5], found)).toBe(1);
    expect(found[5]).toBe(found[0]);
  });

  test("who led least comes first, then whom it is longest since", () => {
    const history: Led[] = [3, 1, 2, 5, 4, 3, 1].map((personId, week) => ({ personId, at: at(week - 8) }));
    expect(leaders({ history })).toEqual([2, 5, 4, 3, 1, 2]);
  });

  test("an absence passes the turn on, and it comes back", () => {
    const [first, second] = leaders({}).map(Number);
    const found = leaders({ absences: [away(first ?? 0, 0)] });
    expect(found[0]).toBe(second);
    expect(found[1]).toBe(first);
  });

  test("what was announced or swapped stays, counts, and nobody leads beside their own", () => {
    const meetings = weeks(0, 6).map((meeting, place) => (place === 2 ? { ...meeting, fixed: 4 } : meeting));
    const found = leaders({ meetings });
    expect(found[2]).toBe(4);
    expect(found[1]).not.toBe(4);
    expect(found[3]).not.toBe(4);
    expect(imbalanceOf([1, 2, 3, 4, 5], found)).toBe(1);
  });

  test("two take turns, one leads alone, nobody leads an empty group", () => {
    const [one, other] = five;
    const two = leaders({ members: [one, other].flatMap((member) => member ?? []), meetings: weeks(0, 4) });
    expect(two[0]).toBe(two[2]);
    expect(two[1]).toBe(two[3]);
    expect(two[0]).not.toBe(two[1]);
    expect(rotaOf({ members: five.slice(0, 1), meetings: weeks(0, 2), history: [], absences: [], seed: "" })).toEqual([
      { personId: 1, note: null },
      { personId: 1, note: null },
    ]);
    expect(leaders({ members: [] })).toEqual(Array(6).fill(null));
  });

  test("when nobody can on a day, somebody leads all the same and it is said; a pair gives way before an absence does", () => {
    const everybody = five.map(({ id }) => away(id, 1));
    const all = rotaOf({ members: five, meetings: weeks(0, 3), history: [], absences: everybody, seed: "group" });
    expect(all.map(({ note }) => note)).toEqual([null, "absent", null]);
    const first = Number(leaders({})[0]);
    const others = five.filter(({ id }) => id !== first).map(({ id }) => away(id, 1));
    expect(rotaOf({ members: five, meetings: weeks(0, 3), history: [], absences: others, seed: "group" })[1]).toEqual({
      personId: first,
      note: "repeat",
    });
  });

  test("the same two do not follow each other twice running", () => {
    const three = five.slice(0, 3);
    const history: Led[] = [3, 1, 2, 1].map((personId, week) => ({ personId, at: at(week - 5) }));
    const found = leaders({ members: three, history, absences: [away(3, 0)], meetings: weeks(0, 1) });
    // 2 is next and not away, but 1 2 1 2 would be the same pair twice; only 1 is left, who led last: the one who did not is taken.
    expect(found).toEqual([2]);
    expect(rotaOf({ members: three, history, absences: [away(3, 0)], meetings: weeks(0, 1), seed: "" })[0]?.note).toBe("repeat");
    expect(leaders({ members: three, history, meetings: weeks(0, 1) })).toEqual([3]);
  });
});

const group = fc.record({
  size: fc.integer({ min: 3, max: 12 }),
  held: fc.integer({ min: 0, max: 30 }),
  planned: fc.integer({ min: 1, max: 30 }),
  seed: fc.string({ maxLength: 6 }),
});
const membersOf = (size: number): RotaMember[] => Array.from({ length: size }, (_one, id) => ({ id: id + 1, joinedAt: at(-60) }));
const ledIn = (from: number, ids: readonly (number | null)[]): Led[] =>
  ids.flatMap((personId, step) => (personId === null ? [] : [{ personId, at: at(from + step) }]));
/** A history such as the rota itself makes. */
const heldBy = (members: readonly RotaMember[], held: number, seed: string): Led[] =>
  ledIn(-held, leaders({ members, meetings: weeks(-held, held), seed }));

describe("laws of the rota", () => {
  test("nobody away: shares differ by one at most, over what is planned and over all of it, and no pair runs twice", () => {
    fc.assert(
      fc.property(group, ({ size, held, planned, seed }) => {
        const members = membersOf(size);
        const history = heldBy(members, held, seed);
        const turns = rotaOf({ members, meetings: weeks(0, planned), history, absences: [], seed });
        const ids = members.map(({ id }) => id);
        const found = turns.map(({ personId }) => personId);
        const all: (number | null)[] = [...history.map(({ personId }) => personId), ...found];
        expect(imbalanceOf(ids, found)).toBeLessThanOrEqual(1);
        expect(imbalanceOf(ids, all)).toBeLessThanOrEqual(1);
        expect(turns.every(({ note }) => note === null)).toBe(true);
        all.slice(1).forEach((id, step) => {
          expect(id).not.toBe(all[step]);
          expect(step >= 2 && all[step] === all[step - 2] && id === all[step - 1]).toBe(false);
        });
      }),
    );
  });

  test("nobody leads on a day they cannot unless nobody else can, and then it is said", () => {
    const absences = fc.array(fc.record({ personId: fc.integer({ min: 1, max: 12 }), week: fc.integer({ min: 0, max: 29 }) }), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(group, absences, ({ size, planned, seed }, gone) => {
        const members = membersOf(size);
        const known = gone.map(({ personId, week }) => away(personId, week));
        const isAway = (id: number, day: string) => known.some((one) => one.personId === id && one.fromDay === day);
        const meetings = weeks(0, planned);
        rotaOf({ members, meetings, history: [], absences: known, seed }).forEach(({ personId, note }, place) => {
          const day = meetings[place]?.day ?? "";
          const everybodyIs = members.every(({ id }) => isAway(id, day));
          expect(isAway(personId ?? 0, day)).toBe(everybodyIs);
          expect(note === "absent").toBe(everybodyIs);
        });
      }),
    );
  });

  test("somebody joins: the order of the others stays, the newcomer has no row to catch up", () => {
    fc.assert(
      fc.property(group, ({ size, held, planned, seed }) => {
        const members = membersOf(size);
        const history = heldBy(members, held, seed);
        const before = leaders({ members, meetings: weeks(0, planned), history, seed });
        const newcomer = { id: 99, joinedAt: new Date(start - 3_600_000) };
        const after = leaders({ members: [...members, newcomer], meetings: weeks(0, planned), history, seed });
        const others = after.filter((id) => id !== 99);
        expect(others).toEqual(before.slice(0, others.length));
        expect(planned - others.length).toBeLessThanOrEqual(Math.ceil(planned / (size + 1)));
      }),
    );
  });

  test("planning again with the first ones fixed gives the same plan", () => {
    fc.assert(
      fc.property(group, fc.integer({ min: 0, max: 30 }), ({ size, held, planned, seed }, announced) => {
        const members = membersOf(size);
        const history = heldBy(members, held, seed);
        const once = leaders({ members, meetings: weeks(0, planned), history, seed });
        const meetings = weeks(0, planned).map((meeting, place) =>
          place < announced ? { ...meeting, fixed: once[place] ?? null } : meeting,
        );
        expect(leaders({ members, meetings, history, seed })).toEqual(once);
      }),
    );
  });
});
