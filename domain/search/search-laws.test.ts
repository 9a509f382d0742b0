import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "./fold-text.ts";
import { anywhereQuery, containsAll, rankQuery, termsOf, titleQuery } from "./search-query.ts";
import { foldedOf, LONG, searchVectorOf } from "./search-vector.ts";
import { cutAround, marksIn, snippetOf } from "./snippet.ts";

const letters = fc.constantFrom(
  ..."党章宪法民三会一课学习第２2023ABaé𠮷々",
  "ﬁ",
  "①",
  "，",
  "。",
  " ",
  "\u3000",
  "《",
  "'",
  "\\",
  ":",
  "&",
  "\u200b",
);
const texts = fc.array(letters, { minLength: 2, maxLength: 60 });
const line = (text: string) => [{ place: "p1", text }];
const parts = texts.chain((all) =>
  fc.tuple(fc.constant(all), fc.nat(all.length - 1), fc.nat(all.length - 1)).map(([characters, one, other]) => ({
    text: characters.join(""),
    part: characters.slice(Math.min(one, other), Math.max(one, other) + 1).join(""),
  })),
);
/** The lexemes of a literal, without their places. */
const wordsIn = (literal: string): Set<string> =>
  new Set([...literal.matchAll(/'((?:''|\\\\|[^'\\])*)'/gu)].map((match) => match[1] ?? ""));

describe("what is in a text is found in it", () => {
  test("a part of a text folds to a part of its fold", () => {
    fc.assert(
      fc.property(parts, ({ text, part }) => foldText(text).text.includes(foldText(part).text)),
      { numRuns: 1_000 },
    );
  });

  test("every term of every part is in the folded text, and its pairs are in the vector (recall)", () => {
    fc.assert(
      fc.property(parts, ({ text, part }) => {
        const terms = termsOf(part);
        const known = wordsIn(searchVectorOf("", line(text)));
        const needed = terms.flatMap((term) => term.split(" ")).flatMap((run) => [...run].slice(1).map((next, at) => [...run][at] + next));
        return containsAll(foldedOf("", line(text)), terms) && needed.every((pair) => known.has(pair));
      }),
      { numRuns: 1_000 },
    );
  });

  test("marks show the term, as typed or folded, and stand in order", () => {
    fc.assert(
      fc.property(parts, ({ text, part }) => {
        const terms = termsOf(part);
        const marks = marksIn(text, terms);
        let last = -1;
        for (const [from, to] of marks) {
          if (from <= last || to <= from) return false;
          last = to;
        }
        return terms.every((term) => marks.some(([from, to]) => foldText(text.slice(from, to)).text.includes(term)));
      }),
    );
  });

  test("a snippet is whole characters, and its marks are inside it", () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 400 }), texts, (characters, sought) => {
        const shown = characters.join("");
        const { text, marks } = cutAround(shown, marksIn(shown, termsOf(sought.join(""))));
        return text.isWellFormed() && marks.every(([from, to]) => from >= 0 && from < to && to <= text.length);
      }),
    );
  });
});

describe("what a text becomes", () => {
  test("width, case, ligatures and invisible characters fold; traditional stays traditional", () => {
    expect(foldText("ＡＢｃ １２％　ﬁ學习\u200b①").text).toBe("abc 12 fi學习1");
    expect(foldText("第 12 章").text).toBe("第12章");
    expect(foldText("不忘初心、牢记 使命").text).toBe("不忘初心 牢记 使命");
    expect(foldText("一行的末尾是\n词的中间\nand words").text).toBe("一行的末尾是词的中间and words");
    expect(foldText("\ud800 。！").text).toBe("");
  });

  test("pairs, last characters, whole words and titles, with places", () => {
    expect(searchVectorOf("党章", line("第12章"), [":1:7"])).toBe(
      "':1:7' '党章':1A '章':2A,7B '^党章' '^章' '第1':4B '12':5B '2章':6B '=12':5B",
    );
  });

  test("a text of more kinds of pairs than a vector holds says so instead of failing", () => {
    const rich = Array.from({ length: 50_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7_919) % 20_000), 0x20000 + at)).join("");
    const vector = searchVectorOf("题", line(rich));
    expect(vector.length).toBeLessThan(2_000_000);
    expect(wordsIn(vector).has(LONG)).toBe(true);
  });
});

describe("what is typed", () => {
  test("is phrases that must all be there: spaces and commas part them, quotes hold them together", () => {
    expect(termsOf("党章 宪法，民法典")).toEqual(["党章", "宪法", "民法典"]);
    expect(termsOf("“study plan” 2026 党 党章")).toEqual(["study plan", "2026", "党章"]);
    expect(termsOf('"不忘初心、牢记使命"')).toEqual(["不忘初心 牢记使命"]);
    expect(termsOf('"没有结尾')).toEqual(["没有结尾"]);
    expect(termsOf("a b c d e f g h i j")).toHaveLength(8);
    for (const nothing of ["", "  ", "，。！？", "\u200b", "& | ! ( ) : *", "🙂"]) expect(termsOf(nothing)).toEqual([]);
  });

  test("holds no operator", () => {
    expect(anywhereQuery("material", termsOf("党章 & !宪法:* | 'a"))).toBe("':material' & (('党章' & '宪法' & 'a':*) | ':long')");
    expect(titleQuery("meeting", ["党", "宪法"])).toBe("':meeting' & ('^党':* & '^宪法')");
    expect(rankQuery(["民法典", "art"])).toBe("('民法' & '法典') & ('=art' | ('ar' & 'rt'))");
  });
});

test("a snippet is the line with most of the terms, cut around its first hit; without a hit the first line", () => {
  const lines = [
    { place: "", text: "一份摘要。" },
    { place: "p1", text: "这里只有学习。" },
    { place: "p2", text: `${"很长的话。".repeat(30)}学习党章和学习宪法${"以及别的话。".repeat(30)}` },
  ];
  const folded = lines.map(({ text }) => foldText(text).text);
  const snippet = snippetOf(lines, folded, ["党章", "学习"]);
  expect(snippet.place).toBe("p2");
  expect(snippet.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(["学习党章", "学习"]);
  expect(snippet.text).toMatch(/^….*…$/);
  expect(snippetOf(lines, folded, ["没有"])).toEqual({ place: "", text: "一份摘要。", marks: [] });
  expect(snippetOf([], [], ["没有"])).toEqual({ place: "", text: "", marks: [] });
});
