import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAiken } from "#domain/questions/formats/read-aiken.ts";
import { readGift } from "#domain/questions/formats/read-gift.ts";
import { readMoodleXml } from "#domain/questions/formats/read-moodle-xml.ts";
import { readText } from "#domain/questions/formats/read-text.ts";
import type { QuestionFormat } from "#domain/questions/parsed-file.ts";
import { anyQuestion } from "#tests/world/any-question.ts";
import { expectWhole } from "#tests/world/expect-whole.ts";
import { MUTATIONS, mutatedBytes, mutatedText } from "#tests/world/mutations.ts";
import { readQuestionFile } from "./read-question-file.ts";
import { readQuestions } from "./read-questions.ts";
import { writeQuestionFile } from "./write-question-file.ts";

const LIMIT_MS = 2_000;
const questions = fc.sample(anyQuestion, { numRuns: 30, seed: 7 });
const fileOf = async (format: QuestionFormat) => (await writeQuestionFile(format, questions, { answers: true })).bytes;

/** By what the processor worked: the wall's clock would tell of whatever else the machine does. */
function expectSwift(read: () => void): void {
  const before = process.cpuUsage();
  read();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(LIMIT_MS);
}

describe("files with something broken in them are read to their end or refused", () => {
  test.each([
    ["text", readText],
    ["gift", readGift],
    ["aiken", readAiken],
    ["moodle-xml", readMoodleXml],
  ] as const)("%s", { timeout: 1_200_000 }, async (format, read) => {
    const source = new TextDecoder().decode(await fileOf(format));
    for (let number = 0; number < MUTATIONS; number++) expectSwift(() => expectWhole(read(mutatedText(source, number))));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("sheet, its bytes and the bytes of a CSV", { timeout: 3_600_000 }, async () => {
    const workbook = await fileOf("sheet");
    const csv = new TextEncoder().encode(
      "题型,题干,选项A,选项B,答案\n单选题,甲？,一,二,A\n判断题,“乙”。,,,对\n填空题,丙____,,,（一|二）\n",
    );
    for (let number = 0; number < MUTATIONS; number++) {
      const source =
        number % 2 ? { bytes: mutatedBytes(workbook, number), name: "a.xlsx" } : { bytes: mutatedBytes(csv, number), name: "a.csv" };
      const read = await readQuestions(source).catch((error: { isRefusal?: boolean }) => {
        if (error.isRefusal !== true) throw error;
        return null;
      });
      if (read) expectWhole(read.parsed);
    }
  });
});

test("texts made to hang are read within two seconds", () => {
  const long = 100_000;
  for (const piece of [
    "{",
    "}",
    "{=",
    "~",
    "#",
    "->",
    "\\",
    "<a ",
    '<a "',
    "<!--",
    "&#",
    "%1",
    "::",
    "（",
    "【",
    "【答案】",
    "A. ",
    " B. ",
    "_",
    "(1)",
    "1. \n",
    "A. x\n",
    "\n\n",
    "{1:MC:",
    "=a->",
    "：",
    "$CATEGORY:\n\n",
    "参考答案\n",
    "参考答案\n1.A 2.B\n\n",
    "答案：1.A 2.B\n",
    "1-5 ABCDA ",
    "1-99 A\n",
    "题号 1 2\n",
    "题号 1111 ",
    "一、单选题\n",
    "1 ",
  ]) {
    const text = piece.repeat(Math.floor(long / piece.length));
    for (const read of [readText, readGift, readAiken]) expectSwift(() => read(text));
    expectSwift(() => readText(`1. ${text}\nA. ${text}\nB. 乙\n【答案】${text}`));
    expectSwift(() => readGift(`[html]${text}{T}`));
    expectSwift(() =>
      readMoodleXml(
        `<quiz><question type="cloze"><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext></question></quiz>`,
      ),
    );
  }
});

// The house itself gives a thread sixty seconds of the wall (work-in-thread.ts), which a busy machine may need: the test waits for its word.
test("a thread that takes too much memory dies alone", { timeout: 90_000 }, async () => {
  const bomb = `<quiz>${"<a>x</a>".repeat(2_400_000)}</quiz>`;
  const answer = await readQuestionFile({ text: bomb, format: "moodle-xml" }).then(
    ({ parsed }) => parsed.problems[0]?.code,
    (error: { code?: string }) => error.code,
  );
  expect(["questions-too-heavy", "file-without-questions"]).toContain(answer);
});
