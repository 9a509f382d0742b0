import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { getQuestionImport } from "#server/question-imports/get-question-import.ts";
import { startQuestionImport } from "#server/question-imports/start-question-import.ts";
import { aQuestionDesk, single } from "#tests/world/questions.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { createQuestion } from "./create-question.ts";
import { checkExport, exportQuestions } from "./export-questions.ts";
import { EXPORT_FORMATS, type ExportFormat } from "./written-questions.ts";

let world: Awaited<ReturnType<typeof aQuestionDesk>>;
const about = { explanation: "见教材。", category: "导出/往返", difficulty: 4, tags: ["党章", "组织"] };
const BANK = [
  {
    body: { kind: "single", stem: "单选一问？", options: [{ text: "甲" }, { text: "乙" }, { text: "以上都对", pin: "last" }] },
    key: { kind: "single", correct: 1 },
  },
  {
    body: { kind: "multiple", stem: "多选一问：\n换了一行？", options: [{ text: "＝甲" }, { text: "乙" }, { text: "丙" }] },
    key: { kind: "multiple", correct: [0, 2] },
  },
  { body: { kind: "truefalse", stem: "判断一问。" }, key: { kind: "truefalse", correct: false } },
  {
    body: { kind: "fill", stem: "填空____和____。", blanks: 2 },
    key: { kind: "fill", blanks: [["一", "壹"], ["二"]], match: "exact", anyOrder: true, allOrNothing: false, foldDigits: false },
  },
  {
    body: { kind: "ordering", stem: "排序一问", items: ["丙", "甲", "乙"] },
    key: { kind: "ordering", order: [1, 2, 0], adjacentPairs: false },
  },
  {
    body: { kind: "matching", stem: "连线一问", lefts: ["甲", "乙"], rights: ["一", "二", "三"] },
    key: { kind: "matching", pairs: [1, 0] },
  },
  {
    body: { kind: "numeric", stem: "数值一问", unit: "千米" },
    key: { kind: "numeric", answers: [{ value: 25_000, tolerance: 10, percent: 100 }] },
  },
  { body: { kind: "essay", stem: "论述一问" }, key: { kind: "essay", guide: "按要点评分。" } },
];

beforeAll(async () => {
  world = await aQuestionDesk();
  for (const question of BANK) await told(createQuestion, world.author, { ...about, ...question });
  await told(createQuestion, world.author, { ...single("右边支部的题？"), ...about, branchId: world.right });
});

const taken = (by: number, format: ExportFormat, more: object = {}) =>
  told(exportQuestions, by, { category: about.category, format, answers: true, ...more });

/** What stands in a file when it is brought in again, by the stem of each question. */
async function broughtBack(by: number, { fileName, bytes }: { fileName: string; bytes: Uint8Array }) {
  const { id } = await told(startQuestionImport, by, { file: { name: fileName, bytes } });
  while (await runNextJob(() => new Date()));
  const file = await told(getQuestionImport, by, { id });
  return new Map(file.rows.map((row) => [row.draft?.body.stem, row]));
}

/** Lists of matching and ordering may stand in another order: what belongs to what is the question. */
function meaningOf({ body, key }: Pick<QuestionDraftContent, "body" | "key">): unknown {
  if (body.kind === "matching" && key.kind === "matching")
    return { ...body, rights: [...body.rights].sort(), pairs: body.lefts.map((left, at) => [left, body.rights[key.pairs[at] ?? -1]]) };
  if (body.kind === "ordering" && key.kind === "ordering")
    return { kind: body.kind, stem: body.stem, order: key.order.map((at) => body.items[at]) };
  return { body, key };
}

test.each(EXPORT_FORMATS)("%s: what goes out with answers comes in again the same, but for what it says it cannot hold", async (format) => {
  const checked = await told(checkExport, world.leftReviewer, { category: about.category, format, answers: true });
  const back = await broughtBack(world.leftReviewer, await taken(world.leftReviewer, format));
  const lost = new Set(checked.left.filter(({ code }) => code !== "details-left-out").map(({ stem }) => stem));
  const bare = new Set(checked.left.map(({ stem }) => stem));
  expect(checked.questions).toBe(BANK.length);
  const whole = BANK.filter(({ body }) => !lost.has(body.stem));
  expect(whole.length).toBeGreaterThan(0);
  for (const question of whole) {
    const row = back.get(question.body.stem);
    expect(row?.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(meaningOf(row?.draft as never)).toEqual(meaningOf(question as never));
    if (!bare.has(question.body.stem)) expect(row?.draft).toMatchObject(about);
    expect(row?.twin?.likeness).toBe(10_000);
  }
});

test.each(EXPORT_FORMATS)("%s: without answers nothing of a key or an explanation is in it", async (format) => {
  const back = await broughtBack(world.author, await taken(world.author, format, { answers: false }));
  expect(back.size).toBeGreaterThan(0);
  for (const row of back.values()) {
    const all = JSON.stringify(row.raw);
    expect(all).not.toContain(about.explanation);
    expect(all).not.toMatch(/壹|25000|按要点评分/u);
    expect(row.draft === null || row.draft.key.kind === "essay").toBe(true);
  }
});

test("only what one may see goes out, and the ledger knows who took it; members take nothing", async () => {
  expect((await told(checkExport, world.leftReviewer, { category: about.category })).questions).toBe(BANK.length);
  expect((await told(checkExport, world.author, { category: about.category })).questions).toBe(BANK.length + 1);
  for (const nobody of [world.member, world.leader, world.branchAdmin]) {
    expect(await codeOf(exportQuestions, nobody, {})).toBe("not-found");
    expect(await codeOf(checkExport, nobody, {})).toBe("not-found");
  }
  expect(await codeOf(exportQuestions, world.author, { category: "没有的分类" })).toBe("export-nothing");
  const entries = await database("desk").select().from(audit).where(eq(audit.action, "question.export"));
  expect(entries.find(({ actorId }) => actorId === world.leftReviewer)?.after).toMatchObject({
    questions: BANK.length,
    format: "sheet",
    answers: true,
    category: about.category,
  });
});
