import { expect, test } from "vitest";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { type PrintedLine, printedRules } from "./printed-rules.ts";
import { contestRulesSchema } from "./rules.ts";

const opensAt = new Date("2026-12-01T01:00:00Z");
const closesAt = new Date("2026-12-01T03:00:00Z");
const printed = (rules: object, more: object = {}) =>
  printedRules({
    ...{
      rules: contestRulesSchema.parse({ limitMs: 1_800_000, ...rules }),
      questions: 5,
      worth: 50_000,
      opensAt,
      closesAt,
      freezeAt: null,
    },
    ...more,
  });

/** Rules that say something of every kind. */
const EVERY = [
  {},
  { attempts: 3, counts: "mean", delayMs: 60_000, earliestHandInMs: 60_000, lobbyMs: 60_000, passPercent: 60, shuffleQuestions: false },
  { format: { kind: "levels", levels: 1, perLevel: 5 }, passPercent: 10 },
  { format: { kind: "survival", lives: 2 } },
  { format: { kind: "ioi" } },
  { format: { kind: "icpc" } },
  { board: { view: "near", names: "branch", branchFormula: "top_n_mean" }, review: { score: "never" } },
  { board: { view: "band", branches: false, moves: "published" } },
  { board: { places: 10, names: "anonymous" }, integrity: { leave: "off", watermark: false } },
  {
    team: { min: 2, max: 4, substitutes: 1, score: "top_n", topN: 2 },
    divisions: { names: ["成人", "青年"], by: "tag" },
    promotion: { perBranch: 1, top: 3, fillTo: 6, minScore: 30_500, reserve: 2 },
    awards: { medals: [{ medal: "gold", by: "place", number: 1 }], organisation: { percent: 80, most: 3 } },
  },
];

const sentenceOf = (words: object, key: string): unknown =>
  `rules.${key}`.split(".").reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], words);
/** The blanks of a sentence: `{name…` and `<name>`; not the words of one of its numbers, as in `one {once}`. */
const blanksOf = (sentence: string): string[] =>
  [...sentence.matchAll(/(?<!one )\{(\w+)[,}]|<(\w+)>/g)].map(([, blank, tag]) => blank ?? tag ?? "");

test("every line is a sentence of both languages, with all its blanks filled", () => {
  const lines = EVERY.flatMap((rules) => printed(rules, { freezeAt: opensAt, ownClosesAt: opensAt }).flatMap((group) => group.lines));
  expect(lines.length).toBeGreaterThan(100);
  for (const { key, blanks = {}, times = {} } of lines)
    for (const words of [zh, en]) {
      const sentence = sentenceOf(words, key);
      expect(typeof sentence, key).toBe("string");
      expect([...Object.keys(blanks), ...Object.keys(times)], key).toEqual(expect.arrayContaining(blanksOf(String(sentence))));
      for (const blank of Object.values(blanks))
        if (typeof blank === "object" && "word" in blank) expect(typeof sentenceOf(words, blank.word), blank.word).toBe("string");
    }
});

test("what a contest does not have is not printed: no group without a line", () => {
  expect(printed({}).map(({ group }) => group)).toEqual(["time", "marking", "ranking", "showing", "integrity"]);
  const keysOf = (groups: ReturnType<typeof printed>) => groups.flatMap(({ lines }) => lines.map(({ key }: PrintedLine) => key));
  expect(keysOf(printed({}))).not.toContain("freeze");
  expect(keysOf(printed({}, { freezeAt: opensAt }))).toContain("freeze");
  expect(keysOf(printed({ passPercent: 60 }))).toContain("pass");
});

test("levels print their questions, what rows and last ones come to, and their gates; nothing that says the contrary", () => {
  const lines = printed({ format: { kind: "levels" } }, { questions: 40, worth: 400_000 }).flatMap(({ lines }) => lines);
  const of = (key: string) => lines.find((line) => line.key === key)?.blanks;
  expect(of("levels.paper")).toEqual({ levels: 8, perLevel: 5, worth: "10", full: "10470" });
  expect(of("levels.points")).toEqual({ worth: "10" });
  expect(of("levels.row")).toEqual({ worth: "10", second: "20", third: "30" });
  expect(of("levels.gate")).toEqual({ gate: "30", step: 10 });
  expect(of("survival.clock")).toMatchObject({ seconds: 45 });
  const keys = lines.map(({ key }) => key);
  for (const key of ["zero", "parts", "paper", "multiple.all_or_nothing", "survival.lives"]) expect(keys).not.toContain(key);
});

test("what a ruling means is printed for every format that judges at once", () => {
  const keysOf = (format: object) =>
    printed({ format })
      .flatMap(({ lines }) => lines)
      .map(({ key }) => key);
  expect(keysOf({ kind: "survival" })).toContain("survival.rulings");
  expect(keysOf({ kind: "levels", levels: 1, perLevel: 5 })).toContain("levels.rulings");
  expect(keysOf({ kind: "icpc" })).toEqual(expect.arrayContaining(["icpc.rulings", "judged.given", "judged.byHand"]));
  expect(keysOf({ kind: "ioi" })).toEqual(expect.arrayContaining(["ioi.rulings", "judged.given", "judged.byHand"]));
  expect(keysOf({ kind: "ioi", ties: "shared" })).not.toContain("judged.given");
});
