import { beforeAll, expect, test } from "vitest";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { editQuestion } from "#server/questions/edit-question.ts";
import { getQuestion } from "#server/questions/get-question.ts";
import { aQuestionDesk } from "#tests/world/questions.ts";
import { told } from "#tests/world/tell.ts";
import { getQuestionImport } from "./get-question-import.ts";
import { mendImportRow } from "./mend-import-row.ts";
import { startQuestionImport } from "./start-question-import.ts";
import { writeQuestionImport } from "./write-question-import.ts";

let world: Awaited<ReturnType<typeof aQuestionDesk>>;
beforeAll(async () => {
  world = await aQuestionDesk();
});

const work = async () => {
  while (await runNextJob(() => new Date()));
};
/** One point, whole. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const CUT = "iVBORw0KGgo=";
const question = (stem: string, file: string) =>
  `<question type="truefalse"><questiontext format="html"><text><![CDATA[${stem}<img src="@@PLUGINFILE@@/a.png">]]></text>${file}</questiontext><answer fraction="100"><text>true</text></answer></question>`;
const holding = (base64: string) => `<file name="a.png" encoding="base64">${base64}</file>`;

test("a picture that is broken or missing keeps its own row out, with the reason; saved once, the row comes in without it", async () => {
  const text = `<quiz>${question("完好的图里写了什么", holding(PNG))}${question("坏掉的图里写了什么", holding(CUT))}${question("丢掉的图里写了什么", "")}</quiz>`;
  const { id } = await told(startQuestionImport, world.author, { file: { name: "题.xml", bytes: new TextEncoder().encode(text) } });
  await work();
  const file = await told(getQuestionImport, world.author, { id });
  const errors = file.rows.map(({ problems }) => problems.filter(({ severity }) => severity === "error"));
  expect(errors).toMatchObject([
    [],
    [{ code: "picture-damaged", params: { name: "a.png" } }],
    [{ code: "medium-missing", params: { name: "a.png" } }],
  ]);
  expect(file.rows.map(({ draft }) => draft?.media.length)).toEqual([1, 0, 0]);

  const broken = file.rows[1];
  const { body, key, explanation, category, tags } = broken?.draft ?? {};
  const mended = await told(mendImportRow, world.author, {
    ...{ id, place: broken?.place, revision: file.revision },
    question: { body, key, explanation, category, tags, source: "第一页" },
  });
  expect(mended.row.problems).toEqual([]);
  await told(writeQuestionImport, world.author, { id, revision: mended.revision, mode: "skip_bad" });
  await work();
  const after = await told(getQuestionImport, world.author, { id });
  expect(after).toMatchObject({ state: "imported", course: { imported: 2, bad: 1 } });
});

test("the source a file told is the editor's to write; not sent, it stays", async () => {
  const { id } = await told(startQuestionImport, world.author, { text: "1. 出处从哪里来的呢？\nA. 书\nB. 报\n【答案】A\n【出处】第一页" });
  await work();
  const file = await told(getQuestionImport, world.author, { id });
  await told(writeQuestionImport, world.author, { id, revision: file.revision, mode: "all_or_nothing" });
  await work();
  const questionId = (await told(getQuestionImport, world.author, { id })).rows[0]?.questionId as number;
  const edit = async (from: number, more: object) => {
    const { latest } = await told(getQuestion, world.author, { id: questionId });
    const { body, key, explanation, category, difficulty, tags } = latest;
    await told(editQuestion, world.author, { ...{ id: questionId, from, body, key, explanation, category, difficulty, tags }, ...more });
    return (await told(getQuestion, world.author, { id: questionId })).latest.source;
  };
  expect(await edit(1, {})).toBe("第一页");
  expect(await edit(2, { source: "第二页" })).toBe("第二页");
  expect(await edit(3, { source: "" })).toBe("");
});
