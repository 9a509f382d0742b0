import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listed, makeDocx, paragraph, picture, run, table } from "#tests/fixtures/make-docx.ts";
import { type MadeEntry, makeZip } from "#tests/fixtures/make-zip.ts";
import { openZip } from "#tests/fixtures/open-zip.ts";
import { anyQuestion } from "#tests/world/any-question.ts";
import { expectWhole } from "#tests/world/expect-whole.ts";
import { MUTATIONS, mutatedBytes, mutatedText } from "#tests/world/mutations.ts";
import { readQuestions } from "./read-questions.ts";
import { writeQuestionFile } from "./write-question-file.ts";

const LIMIT_MS = 2_000;
const questions = fc.sample(anyQuestion, { numRuns: 12, seed: 7 });

const document = makeDocx({
  body: [
    ...["一、单选题（每题 2 分）", "1. 图上是谁？", "A. 甲", "B. 乙", "【答案】B", "【解析】第一行"].map((text) => paragraph(run(text))),
    paragraph(run("2. 再看一张") + picture("rP", "图")),
    ...["甲", "乙", "丙"].map(listed),
    table([
      ["3. 表里的题？", "A. 一", "B. 二"],
      ["答案：A", "难度：中", ""],
    ]),
    ...["二、判断题", "4. 对吗？", "答案：对", "参考答案", "1-2 BA 4. √"].map((text) => paragraph(run(text))),
  ].join(""),
  media: { rP: { name: "p.png", bytes: Buffer.from("89504e470d0a1a0a", "hex") } },
});
const workbook = (await writeQuestionFile("sheet", questions, { answers: true })).bytes;

const ENTITY = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>';

/** One part of an office file broken: its XML, its name, its declared size, or a bomb put in its place. */
function brokenPart(parts: readonly MadeEntry[], number: number): Buffer {
  const at = number % parts.length;
  return makeZip(
    parts.map((part, place) => {
      if (place !== at) return part;
      const text = Buffer.from(part.data).toString();
      const kinds: (() => MadeEntry)[] = [
        () => ({ ...part, data: mutatedText(text, number) }),
        () => ({ ...part, data: text.slice(0, (number * 37) % (text.length + 1)) }),
        () => ({ ...part, data: ENTITY + text.replace(">", ">&b;") }),
        () => ({ ...part, declared: (number * 7_919) % 4_000_000_000 }),
        () => ({ ...part, name: `../${part.name}` }),
        () => ({ ...part, data: text + " ".repeat(number % 2 === 0 ? 30e6 : 1_000) }),
      ];
      // Broken XML is what most of them are about; a bomb takes time to pack.
      const kind = number % 50 === 0 ? 5 : number % 3 === 0 ? 1 + (number % 4) : 0;
      return (kinds[kind] ?? (() => part))();
    }),
  );
}

describe("office files with something broken in them are read to their end or refused", () => {
  test.each([
    ["docx", document],
    ["xlsx", workbook],
  ] as const)("%s", { timeout: 3_600_000 }, async (ending, bytes) => {
    const parts = openZip(bytes);
    const outcomes = { read: 0, refused: 0 };
    for (let number = 1; number <= MUTATIONS; number++) {
      const broken = number % 4 === 0 ? mutatedBytes(bytes, number) : brokenPart(parts, number);
      const startedAt = performance.now();
      const read = await readQuestions({ bytes: broken, name: `a.${ending}` }).catch((error: { isRefusal?: boolean }) => {
        if (error.isRefusal !== true) throw new Error(`file ${number}`, { cause: error });
        return null;
      });
      expect(performance.now() - startedAt, `file ${number}`).toBeLessThan(LIMIT_MS);
      outcomes[read ? "read" : "refused"]++;
      if (read) expectWhole(read.parsed);
    }
    // Neither is everything refused, nor everything taken.
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(MUTATIONS / 20);
  });
});
