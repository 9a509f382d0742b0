import fc from "fast-check";
import { problemsOf } from "#domain/questions/check-question.ts";
import { normalised } from "#domain/questions/normalise.ts";
import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { BLANK, type QuestionBody, type QuestionKey, questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";

/** Pieces of text that mean something in one of the formats. */
const TRAPS = [
  ...[
    "甲",
    "学习",
    "第一个",
    "北京",
    "Party",
    "v1.0",
    " ",
    "\n",
    "\n\n",
    "“引”",
    "《书》",
    "😀",
    "é",
    "　",
    "\\",
    "\\\\",
    "/",
    "//",
    "，",
    "。",
  ],
  ...[
    "|",
    "；",
    ";",
    "（",
    "）",
    "(",
    ")",
    "：",
    ":",
    "、",
    "->",
    "→",
    "=",
    "~",
    "#",
    "####",
    "{",
    "}",
    "::",
    "%50%",
    "[html]",
    "$CATEGORY: x",
  ],
  ...[
    "A. ",
    "B．乙",
    "(C) ",
    "1. ",
    "2、",
    "（3）",
    "一、单选题",
    "【答案】",
    "【解析】",
    "答案：A",
    "ANSWER: A",
    "<b>",
    "</b>",
    "&amp;",
    "&",
    "<",
    ">",
  ],
  ...[
    '"',
    "'",
    ",",
    "\t",
    "=1+1",
    "+",
    "-",
    "@",
    "]]>",
    "<!--",
    "--",
    "{1:SA:=x}",
    "T",
    "TRUE",
    "F",
    "*",
    "±",
    "~3",
    "_",
    "__",
    "全文：",
    "要点：",
  ],
];

const text = (most = 6) =>
  fc
    .array(fc.constantFrom(...TRAPS), { minLength: 1, maxLength: most })
    .map((pieces) => `文${pieces.join("")}`.trim().replaceAll("\t", " "));
const line = fc.constantFrom("甲", "乙丙", "Party history", "a:b", "c=d", "e~f", "{g}", "#h", "选 项").map((one) => one.trim());
const distinct = (least: number, most: number) => fc.uniqueArray(text(4), { minLength: least, maxLength: most, selector: normalised });
const percent = fc.constantFrom(100, 50, 33.33333, 25, 12.5);
const said = (count: number) =>
  fc.option(
    fc.array(fc.oneof(fc.constant(""), text(3)), { minLength: count, maxLength: count }).filter((all) => all.some((one) => one !== "")),
    { nil: undefined },
  );
const placed = (count: number) =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, at) => at),
    { minLength: 1, maxLength: count },
  );
type Pair = { body: unknown; key: unknown };

const WEIGHTS: Readonly<Record<number, readonly number[]>> = {
  1: [100],
  2: [50, 50],
  3: [33.33333, 33.33333, 33.33333],
  4: [40, 30, 20, 10],
};

const choice = (kind: "single" | "multiple" | "indefinite"): fc.Arbitrary<Pair> =>
  distinct(2, 6).chain((texts) =>
    fc
      .tuple(
        kind === "single" ? placed(texts.length).map((places) => places.slice(0, 1)) : placed(texts.length),
        fc.array(fc.constantFrom("first" as const, "last" as const, "fixed" as const, undefined, undefined), {
          minLength: texts.length,
          maxLength: texts.length,
        }),
        said(texts.length),
        fc.boolean(),
      )
      .chain(([correct, pins, feedback, weighs]) => {
        const shares = WEIGHTS[correct.length];
        const weights =
          weighs && shares
            ? texts.map((_, at) => (correct.includes(at) ? (shares[correct.indexOf(at)] ?? 0) : at % 2 ? -50 : 0))
            : undefined;
        return text().map((stem) => ({
          body: { kind, stem, options: texts.map((one, at) => ({ text: one, pin: pins[at] })) },
          key: { kind, correct: kind === "single" ? correct[0] : correct, weights, feedback },
        }));
      }),
  );

const truefalse: fc.Arbitrary<Pair> = fc.tuple(text(), fc.boolean(), said(2)).map(([stem, correct, feedback]) => ({
  body: { kind: "truefalse", stem },
  key: { kind: "truefalse", correct, feedback },
}));
const fill: fc.Arbitrary<Pair> = fc
  .tuple(
    text(3).map((one) => one.replaceAll("_", "")),
    fc.array(fc.uniqueArray(text(3), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    fc.record({
      match: fc.constantFrom("exact", "contains"),
      anyOrder: fc.boolean(),
      allOrNothing: fc.boolean(),
      foldDigits: fc.boolean(),
    }),
  )
  .map(([start, blanks, rules]) => ({
    body: { kind: "fill", stem: `${start}${blanks.map((_, at) => `${BLANK}中${at}`).join("")}`, blanks: blanks.length },
    key: { kind: "fill", blanks, ...rules },
  }));
const ordering: fc.Arbitrary<Pair> = fc.tuple(text(), distinct(2, 6), fc.boolean()).chain(([stem, items, adjacentPairs]) =>
  fc
    .shuffledSubarray(
      items.map((_, at) => at),
      { minLength: items.length },
    )
    .map((order) => ({
      body: { kind: "ordering", stem, items },
      key: { kind: "ordering", order, adjacentPairs },
    })),
);
const matching: fc.Arbitrary<Pair> = fc.tuple(text(), distinct(2, 5), distinct(2, 6)).chain(([stem, lefts, rights]) =>
  fc.array(fc.nat(rights.length - 1), { minLength: lefts.length, maxLength: lefts.length }).map((pairs) => ({
    body: { kind: "matching", stem, lefts, rights },
    key: { kind: "matching", pairs },
  })),
);
const numeric: fc.Arbitrary<Pair> = fc
  .tuple(
    text(),
    fc.option(fc.constantFrom("千米", "kg", "；吨", ""), { nil: undefined }),
    fc.array(
      fc.record({
        value: fc.oneof(fc.integer({ min: -9_999, max: 9_999 }), fc.constantFrom(Math.PI, 0.001, -2.5, 1e-7, 1e12)),
        tolerance: fc.constantFrom(0, 0.5, 2, 0.0005),
        percent,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .chain(([stem, unit, answers]) =>
    said(answers.length).map((feedback) => ({ body: { kind: "numeric", stem, unit }, key: { kind: "numeric", answers, feedback } })),
  );
const short: fc.Arbitrary<Pair> = fc
  .tuple(
    text(),
    fc.array(fc.record({ text: fc.oneof(text(3), line), percent }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.record({ words: fc.uniqueArray(text(2), { minLength: 1, maxLength: 3 }), percent }), { maxLength: 3 }),
    fc.boolean(),
  )
  .chain(([stem, accepted, keywords, caseSensitive]) =>
    said(accepted.length).map((feedback) => ({
      body: { kind: "short", stem },
      key: { kind: "short", accepted, keywords, caseSensitive, feedback },
    })),
  );
const essay: fc.Arbitrary<Pair> = fc.tuple(text(), fc.oneof(fc.constant(""), text())).map(([stem, guide]) => ({
  body: { kind: "essay", stem },
  key: { kind: "essay", guide },
}));
const part = fc.oneof(choice("single"), choice("multiple"), choice("indefinite"), truefalse, fill, ordering, matching, numeric, short);
const group: fc.Arbitrary<Pair> = fc.tuple(text(), fc.array(part, { minLength: 1, maxLength: 4 })).map(([stem, parts]) => ({
  body: { kind: "group", stem, parts: parts.map(({ body }) => body) },
  key: { kind: "group", parts: parts.map(({ key }) => key) },
}));

const isSound = (body: QuestionBody, key: QuestionKey) => !problemsOf(body, key).some(({ severity }) => severity === "error");

/** A question of any kind that may stand in the bank, its texts full of what the formats themselves are written with. */
export const anyQuestion: fc.Arbitrary<QuestionDraftContent> = fc
  .tuple(
    fc.oneof(part, essay, group),
    fc.record({
      explanation: fc.oneof(fc.constant(""), text()),
      category: fc.constantFrom("", "党史", "组织建设/会议制度"),
      difficulty: fc.constantFrom(null, 1, 3, 5),
      tags: fc.constantFrom([], ["三会一课"], ["制度", "A类 标签"]),
      title: fc.constantFrom("", "第一题", "Q::2 {x}"),
      source: fc.constantFrom("", "《党章》第十条", "A. 出处 <1>"),
      worth: fc.constantFrom(null, 2_000, 500),
    }),
  )
  .map(([{ body, key }, rest]) => ({ body: questionBodySchema.parse(body), key: questionKeySchema.parse(key), ...rest, media: [] }))
  .map((question): QuestionDraftContent => JSON.parse(JSON.stringify(question)))
  .filter(({ body, key }) => isSound(body, key));
