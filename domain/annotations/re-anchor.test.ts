import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchRoughly } from "./approximate-search.ts";
import { FLOOR, reAnchor } from "./re-anchor.ts";
import { type Selectors, selectorsAt, type TextBlock, wholeTextOf } from "./selectors.ts";
import { fromSolid, solidOf, toSolid } from "./solid-offsets.ts";

const HAN = [..."学习贯彻实践理论联系群众组织生活会议记录读书交流问题思考方法历史经验总结提高认识统一行动"];
const sentence = (min: number, max: number) => fc.array(fc.constantFrom(...HAN), { minLength: min, maxLength: max }).map((s) => s.join(""));
const texts = fc
  .array(sentence(60, 160), { minLength: 4, maxLength: 9 })
  .map((paragraphs) => paragraphs.map((text, at) => ({ id: `p${at + 1}`, text })));
/** A text and a quotation from the middle of one of its paragraphs. */
const marked = fc.tuple(texts, fc.nat(), fc.nat(20), fc.integer({ min: 10, max: 30 })).map(([blocks, pick, from, length]) => {
  const at = pick % blocks.length;
  const stretch = { block: `p${at + 1}`, blockStart: from, blockEnd: from + length };
  return { blocks, at, selectors: selectorsAt(blocks, stretch) as Selectors };
});
const numbered = (paragraphs: readonly string[]): TextBlock[] => paragraphs.map((text, at) => ({ id: `p${at + 1}`, text }));
const wordsAt = (blocks: readonly TextBlock[], place: { textStart: number; textEnd: number }) =>
  wholeTextOf(blocks).slice(place.textStart, place.textEnd);

describe("an annotation is found again", () => {
  test("an unchanged text: at the same place, by range", () => {
    fc.assert(
      fc.property(marked, ({ blocks, selectors }) => {
        expect(reAnchor(blocks, selectors)).toMatchObject({
          ...{ how: "range", score: 1_000 },
          ...{ block: selectors.block, blockStart: selectors.blockStart, textStart: selectors.textStart },
        });
      }),
    );
  });

  test("a paragraph that moved: at its new place", () => {
    fc.assert(
      fc.property(marked, fc.nat(), ({ blocks, at, selectors }, to) => {
        const paragraphs = blocks.map(({ text }) => text);
        const [moved] = paragraphs.splice(at, 1);
        paragraphs.splice(to % (paragraphs.length + 1), 0, moved as string);
        const after = numbered(paragraphs);
        const anchor = reAnchor(after, selectors);
        expect(anchor).not.toBeNull();
        expect(wordsAt(after, anchor as NonNullable<typeof anchor>)).toBe(selectors.exact);
      }),
    );
  });

  test("a whole paragraph that moved away from its neighbours is still the same words", () => {
    const before = numbered(["清晨的露水落在田埂上。", "先把书读完再坐下来议一议各人的体会。", "屋外的雨停了，有人起身开窗。", "散会。"]);
    const text = before[1]?.text ?? "";
    const selectors = selectorsAt(before, { block: "p2", blockStart: 0, blockEnd: text.length }) as Selectors;
    const after = numbered(["新写的开头。", "记录员小声念着名单。", "大家听了都点头。", "再往下读。", text]);
    expect(reAnchor(after, selectors)).toMatchObject({ block: "p5", how: "quote" });
    // Short words are not that sure of themselves.
    const short = selectorsAt(before, { block: "p2", blockStart: 0, blockEnd: 5 }) as Selectors;
    expect(reAnchor(numbered(["记录员念着名单。", "大家都说先把书读完就散会。"]), short)).toBeNull();
  });

  test("a paragraph with a changed character inside the quotation: near it, with a lower score", () => {
    fc.assert(
      fc.property(marked, fc.nat(), ({ blocks, at, selectors }, where) => {
        const changed = selectors.blockStart + 1 + (where % (selectors.exact.length - 2));
        const after = blocks.map((block, n) =>
          n === at ? { ...block, text: `${block.text.slice(0, changed)}囗${block.text.slice(changed + 1)}` } : block,
        );
        const anchor = reAnchor(after, selectors);
        expect(anchor).toMatchObject({ how: "quote", block: selectors.block });
        expect(anchor?.score).toBeLessThan(1_000);
        expect(anchor?.score).toBeGreaterThanOrEqual(FLOOR);
        expect(Math.abs((anchor?.blockStart ?? 0) - selectors.blockStart)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("a paragraph that is gone: an orphan", () => {
    fc.assert(
      fc.property(
        marked,
        fc.array(fc.constantFrom(..."云汀县图书馆雨后初晴稻田渔船桥"), { minLength: 60, maxLength: 60 }),
        (text, other) => {
          const after = text.blocks.map((block, n) => (n === text.at ? { ...block, text: other.join("") } : block));
          expect(reAnchor(after, text.selectors)).toBeNull();
        },
      ),
    );
  });

  test("of two passages with the same words, the one with the old neighbours", () => {
    const [left, right, quote] = ["清晨的露水落在田埂上，老支书走过来说：", "大家听了都点头，又坐下来接着往下读。", "先把书读完再议"];
    const [other, end] = ["会议室里坐满了人，年轻的记录员小声念：", "屋外的雨停了，有人起身去开窗透一口气。"];
    const before = numbered([`${other}${quote}${end}`, `${left}${quote}${right}`]);
    const selectors = selectorsAt(before, { block: "p2", blockStart: left.length, blockEnd: left.length + quote.length }) as Selectors;
    const after = numbered(["新添的一段开头，说明来由。", `${left}${quote}${right}`, "又添了一段。", `${other}${quote}${end}`]);
    expect(reAnchor(after, selectors)).toMatchObject({ block: "p2", blockStart: left.length });
    const turned = numbered([`前言。${other}${quote}${end}`, "又添了一段。", "再添一段。", `${left}${quote}${right}`]);
    expect(reAnchor(turned, selectors)).toMatchObject({ block: "p4", blockStart: left.length });
  });

  test("neighbours count on both sides: one of two passages that differ only before, or only after", () => {
    const quote = "先把书读完再议";
    const long = "这里是一段足够长的文字用来占满三十二个字的位置，前后都一样长";
    for (const [own, other] of [
      [`老支书走过来轻声说：${quote}${long}`, `屋外雨停了有人开窗：${quote}${long}`],
      [`${long}${quote}，大家点头坐下接着读。`, `${long}${quote}；屋外雨停了有人开窗。`],
    ] as const) {
      const blockStart = own.indexOf(quote);
      const selectors = selectorsAt(numbered([own]), { block: "p1", blockStart, blockEnd: blockStart + quote.length }) as Selectors;
      expect(reAnchor(numbered(["甲".repeat(3), other, "乙".repeat(3), own]), selectors)).toMatchObject({ block: "p4" });
    }
  });

  test("words that are only half alike among strangers are below the floor", () => {
    const selectors = selectorsAt(numbered(["前面说了许多别的话。先读书再讨论最后写体会。后面又说了许多话。"]), {
      ...{ block: "p1", blockStart: 10, blockEnd: 21 },
    }) as Selectors;
    expect(reAnchor(numbered(["雨后初晴。先看书再讲论最后交体悟。稻田渔船。"]), selectors)).toBeNull();
    expect(reAnchor(numbered(["前面说了许多别的话。先看书再讲论最后交体悟。后面又说了许多话。"]), selectors)).toMatchObject({
      how: "quote",
    });
  });

  test("the same words in a renamed paragraph at the same place of the whole: by position", () => {
    const before = numbered(["第一段文字。", "第二段文字在这里。"]);
    const selectors = selectorsAt(before, { block: "p2", blockStart: 0, blockEnd: 5 }) as Selectors;
    const after = [
      { id: "s1", text: "第一段文字。" },
      { id: "p1", text: "第二段文字在这里。" },
    ];
    expect(reAnchor(after, selectors)).toMatchObject({ block: "p1", how: "position", blockStart: 0, blockEnd: 5 });
  });
});

/** Sellers's table, the plain way: the distance of the pattern to the best stretch ending at each place. */
function plainDistances(text: string, pattern: string): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, n) => n);
  const ends = [pattern.length];
  for (const sign of text) {
    const next = [0];
    for (let n = 1; n <= pattern.length; n += 1)
      next[n] = Math.min(
        (column[n] as number) + 1,
        (next[n - 1] as number) + 1,
        (column[n - 1] as number) + (pattern[n - 1] === sign ? 0 : 1),
      );
    column = next;
    ends.push(column[pattern.length] as number);
  }
  return ends;
}

describe("the approximate search", () => {
  test("finds the best distance that the plain table finds, for patterns of one word and of several", () => {
    const few = (max: number) => fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: max });
    fc.assert(
      fc.property(few(200), few(80), (text, pattern) => {
        const least = Math.min(...plainDistances(text, pattern).slice(1));
        const [best] = searchRoughly(text, pattern, pattern.length);
        expect(best?.errors).toBe(least);
        const found = text.slice(best?.start, best?.end);
        expect(plainDistances(found, pattern).at(-1)).toBeLessThanOrEqual(least);
      }),
      { numRuns: 500 },
    );
  });

  test("a quotation of 500 characters in a text of 20,000 takes a few hundredths of a second", () => {
    const signs = Array.from({ length: 20_000 }, (_, n) => HAN[(n * 7919 + Math.floor(n / 13) * 31) % HAN.length] as string).join("");
    const blocks = Array.from({ length: 100 }, (_, n) => ({ id: `p${n + 1}`, text: signs.slice(n * 200, n * 200 + 200) }));
    const long = { id: "p101", text: [...signs.slice(3_000, 3_500)].map((sign, n) => (n % 9 === 0 ? "囗" : sign)).join("") };
    const selectors = selectorsAt([...blocks, long], { block: "p101", blockStart: 0, blockEnd: 500 }) as Selectors;
    const took = Array.from({ length: 5 }, () => {
      const begun = performance.now();
      reAnchor(blocks, selectors);
      return performance.now() - begun;
    });
    const median = took.sort((one, other) => one - other)[2] as number;
    // Measured: 13 ms on two cores with others at work.
    expect(median).toBeLessThan(150);
  });
});

test("an address in solid characters comes back to the same words, whatever white space lies between", () => {
  const loose = fc.string({ unit: fc.constantFrom("字", "a", " ", "\n", "，"), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(loose, fc.nat(), fc.nat(), (text, one, other) => {
      const solid = solidOf(text).length;
      const [start, end] = [one % (solid + 1), other % (solid + 2)];
      const found = fromSolid(text, start, end);
      if (start >= end || end > solid) {
        expect(found).toBeNull();
        return;
      }
      expect(solidOf(text.slice(found?.start, found?.end))).toBe(solidOf(text).slice(start, end));
      expect(toSolid(text, found?.start ?? -1)).toBe(start);
    }),
  );
});
