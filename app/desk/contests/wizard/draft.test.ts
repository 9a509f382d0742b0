import { expect, test } from "vitest";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { contestFormSchema } from "#server/contests/contest-form.ts";
import { draftOf } from "./draft.ts";
import { bodyOf } from "./draft-body.ts";

const contest = {
  title: "宪法知识竞赛",
  intro: "欢迎参加",
  branchId: 3,
  audienceTags: ["党员", "青年"],
  opensAt: new Date("2026-11-30T11:30:00Z"),
  closesAt: new Date("2026-11-30T12:30:00Z"),
  freezeAt: new Date("2026-11-30T12:00:00Z"),
  rules: contestRulesSchema.parse({
    limitMs: 90_000,
    allowanceMs: 15_000,
    integrity: { leave: "record", toleranceMs: 8_000, handInAfter: 3, watermark: true },
    attempts: 3,
    delayMs: 3_600_000,
    counts: "mean",
    multipleMode: "per_option",
    shuffleQuestions: false,
    shuffleOptions: false,
    earliestHandInMs: 30_000,
    lobbyMs: 0,
    passPercent: 60,
    review: { score: "submitted", answers: "closed", keys: "never" },
    team: { min: 2, max: 4, substitutes: 2, branches: "mixed", play: "everyone", score: "top_n", topN: 2, fixed: "first-attempt" },
    divisions: { names: ["机关组", "基层组"], by: "assigned" },
    promotion: { perBranch: 1, perDivision: 2, top: 3, fillTo: 24, minScore: 60_500, ties: "all", reserve: 4 },
    awards: {
      medals: [
        { medal: "gold", by: "place", number: 1 },
        { medal: "bronze", by: "percent", number: 10 },
      ],
      ...{ perDivision: true, members: "played", organisation: { percent: 60, most: 5 } },
    },
    board: { moves: "hand-in", names: "anonymous", view: "near", places: null, branchFormula: "top_n_mean", topN: 7, branches: false },
  }),
  blueprint: [
    { category: "宪法/总纲", kind: "multiple" as const, difficulty: [2, 4] as [number, number], count: 5, worth: 2_500 },
    { category: null, kind: null, difficulty: [1, 5] as [number, number], count: 10, worth: 1_000 },
  ],
  paperId: 17,
};

test("every value of a contest survives the fields, and the verb accepts what is sent", () => {
  const sent = contestFormSchema.parse(JSON.parse(JSON.stringify(bodyOf(draftOf({ ...contest, paper: { id: contest.paperId } })))));
  expect(sent).toEqual(contest);
});

test("a contest of days keeps its format, and an emptied number of best days means all of them", () => {
  const rules = { ...contest.rules, format: { kind: "daily" as const, perDay: 2, bestDays: 5 } };
  const draft = draftOf({ ...contest, rules });
  expect(contestRulesSchema.parse(bodyOf(draft).rules).format).toEqual(rules.format);
  expect(contestRulesSchema.parse(bodyOf({ ...draft, bestDays: " " }).rules).format).toEqual({ ...rules.format, bestDays: null });
  expect(contestRulesSchema.parse(bodyOf({ ...draft, format: "standard" }).rules)).not.toHaveProperty("format");
});

test.each([
  { kind: "survival" as const, perQuestionMs: 30_000, lives: 3 },
  { kind: "levels" as const, levels: 4, perLevel: 6, gateMilli: 25_500, gateStepMilli: 5_000, perQuestionMs: 30_000 },
  { kind: "ioi" as const, tries: 5, ties: "shared" as const },
  { kind: "icpc" as const, tries: 4, penaltyMs: 600_000 },
])("the format $kind survives the fields", (format) => {
  const draft = draftOf({ ...contest, rules: { ...contest.rules, format } });
  expect(contestRulesSchema.parse(bodyOf(draft).rules).format).toEqual(format);
});

test("a rehearsal keeps its distance to the opening, also when that is moved", () => {
  const HOUR = 3_600_000;
  const rehearsal = { fromMs: -48 * HOUR, untilMs: -HOUR, attempts: 2, fromPool: true };
  const draft = draftOf({ ...contest, rules: { ...contest.rules, rehearsal } });
  expect(contestRulesSchema.parse(bodyOf(draft).rules).rehearsal).toEqual(rehearsal);
  const later = draftOf({
    ...contest,
    opensAt: new Date(contest.opensAt.getTime() + 7 * 24 * HOUR),
    rules: { ...contest.rules, rehearsal },
  });
  expect(later.rehearsalFrom).toBe("2026-12-05T19:30");
  expect(bodyOf({ ...draft, rehearsalFrom: "" }).rules).toMatchObject({ rehearsal: { fromMs: null } });
  expect(bodyOf({ ...draft, rehearses: false }).rules).not.toHaveProperty("rehearsal");
});

test("a freeze that is no longer on the page, the board opening when all is over, does not stand in the way of saving", () => {
  expect(bodyOf({ ...draftOf(contest), moves: "closed" }).freezeAt).toBeNull();
  expect(bodyOf({ ...draftOf(contest), freezeAt: "" }).freezeAt).toBeNull();
});

test("an empty number is sent as none, so that the verb names the field", () => {
  const draft = { ...draftOf(contest), limitMinutes: "", opensAt: "" };
  const refused = contestFormSchema.safeParse(JSON.parse(JSON.stringify(bodyOf(draft))));
  expect(refused.error?.issues.map((issue) => issue.path.join("."))).toEqual(expect.arrayContaining(["rules.limitMs", "opensAt"]));
});

test("tags may be parted by any comma and are said once", () => {
  expect(bodyOf({ ...draftOf(contest), tags: "党员, 青年，党员、 ；" }).audienceTags).toEqual(["党员", "青年"]);
});
