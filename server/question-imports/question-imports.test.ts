import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit, jobs } from "#db/schema/operations.ts";
import { papers } from "#db/schema/papers.ts";
import { questionImportRows, questionImports } from "#db/schema/question-imports.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import { writeXlsx } from "#server/exports/write-table.ts";
import { readTable } from "#server/imports/read-table.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { editQuestion } from "#server/questions/edit-question.ts";
import { getQuestion } from "#server/questions/get-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { aQuestionDesk, single } from "#tests/world/questions.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { chooseImportRows } from "./choose-import-rows.ts";
import { dropQuestionImport } from "./drop-question-import.ts";
import { forgetImports } from "./forget-imports.ts";
import { getQuestionImport } from "./get-question-import.ts";
import { importResult } from "./import-result.ts";
import { listQuestionImports } from "./list-question-imports.ts";
import { mendImportRow } from "./mend-import-row.ts";
import { startQuestionImport } from "./start-question-import.ts";
import { writeQuestionImport } from "./write-question-import.ts";

const HEADER = ["题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "分值", "出处"];
const db = () => database("desk");
let world: Awaited<ReturnType<typeof aQuestionDesk>>;
let counter = 0;

beforeAll(async () => {
  world = await aQuestionDesk();
});

/** A stem that is like no other: three characters in a row never come twice. */
const aStem = () => `导入的第${String(++counter).repeat(7)}道题问的是什么`;
const sound = (stem = aStem()) => [stem, "甲", "乙", "丙", "", "A", "因为甲", "2", "教材第三页"];

async function workbook(rows: string[][]) {
  return { name: "题目.xlsx", bytes: new Uint8Array(await writeXlsx("题目", HEADER, rows)) };
}
async function work(): Promise<void> {
  while (await runNextJob(() => new Date()));
}
async function brought(by: number, rows: string[][], more: object = {}) {
  const { id } = await told(startQuestionImport, by, { file: await workbook(rows), ...more });
  return open(by, id);
}
async function open(by: number, id: number) {
  await work();
  return told(getQuestionImport, by, { id });
}
const write = async (by: number, id: number, more: object = {}) => {
  const { revision } = await told(getQuestionImport, by, { id });
  const outcome = await tell(writeQuestionImport, by, { id, revision, mode: "all_or_nothing", ...more });
  await work();
  return outcome;
};
const rowsAt = (importId: number) => db().select().from(questionImportRows).where(eq(questionImportRows.importId, importId));
const bankSize = () => db().$count(questions);

describe("a file on its way", () => {
  test("is read, looked at and mended; nothing is in the bank until it is written, then all of it is", async () => {
    const before = await bankSize();
    const file = await brought(world.author, [sound(), [aStem(), "甲", "乙", "丙", "", "E", "", "", ""], sound()]);
    expect(file).toMatchObject({ state: "open", counts: { all: 3, ready: 2, bad: 1, errors: 1 }, sameFile: null });
    const [, bad] = file.rows;
    expect(bad).toMatchObject({ line: 3, draft: null, problems: [{ severity: "error", column: "答案" }] });
    expect(await codeOf(writeQuestionImport, world.author, { id: file.id, revision: file.revision, mode: "all_or_nothing" })).toBe(
      "rows-with-problems",
    );
    expect(await bankSize()).toBe(before);

    const cells = { ...(bad?.raw as Record<string, string>), 答案: "B" };
    const mended = await told(mendImportRow, world.author, { id: file.id, place: 1, revision: file.revision, cells });
    expect(mended.row.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await codeOf(mendImportRow, world.author, { id: file.id, place: 1, revision: file.revision, cells })).toBe("import-changed");
    expect((await write(world.author, file.id, { submit: true })).ok).toBe(true);
    expect(await bankSize()).toBe(before + 3);
    const done = await told(getQuestionImport, world.author, { id: file.id });
    expect(done).toMatchObject({ state: "imported", course: { imported: 3, skipped: 0, bad: 0, paperId: null, state: "in_review" } });
    const first = done.rows[0]?.questionId ?? 0;
    expect(await told(getQuestion, world.author, { id: first })).toMatchObject({
      state: "in_review",
      latest: { number: 1, explanation: "因为甲" },
    });
    const [key] = await db()
      .select({ source: questionKeys.source, difficulty: questionVersions.difficulty })
      .from(questionKeys)
      .innerJoin(questionVersions, eq(questionVersions.id, questionKeys.versionId))
      .where(eq(questionVersions.questionId, first));
    expect(key).toEqual({ source: "教材第三页", difficulty: 3 });
    // What a file told and the editor's form does not show goes on into the next version.
    await told(editQuestion, world.author, { id: first, from: 1, ...single() });
    expect((await told(getQuestion, world.author, { id: first })).latest).toMatchObject({ number: 2, source: "教材第三页" });
    expect(await codeOf(reviewQuestion, world.author, { id: first, number: 2, verdict: "publish" })).toBe("own-version");
    const [entry] = await db().select().from(audit).where(eq(audit.action, "question.import"));
    expect(entry).toMatchObject({ actorId: world.author, objectId: file.id, after: { fileName: "题目.xlsx", imported: 3 } });
    expect(await codeOf(writeQuestionImport, world.author, { id: file.id, revision: done.revision, mode: "skip_bad" })).toBe(
      "import-not-open",
    );
  });

  test("bad rows and rows left out stay out; a result sheet says what became of each", async () => {
    const file = await brought(world.author, [sound(), ["", "甲", "乙", "", "", "A", "", "", ""], sound()]);
    const skipped = await told(chooseImportRows, world.author, { id: file.id, revision: file.revision, rows: [2], choice: "skip" });
    expect(skipped.changed).toBe(1);
    await write(world.author, file.id, { mode: "skip_bad" });
    const done = await told(getQuestionImport, world.author, { id: file.id });
    expect(done).toMatchObject({ state: "imported", course: { imported: 1, skipped: 1, bad: 1, state: "draft" } });
    const sheet = await told(importResult, world.author, { id: file.id });
    const { header, rows } = await readTable(sheet.bytes, sheet.fileName);
    const status = header.indexOf("导入状态");
    expect(rows.map(({ cells }) => cells[status])).toEqual(["已导入", "有问题，未导入", "不导入"]);
    expect(rows[0]?.cells[header.indexOf("题号")]).toBe(String(done.rows[0]?.questionId));
    // A column with nothing in it is none.
    expect(header.slice(0, 9)).toEqual(["行号", ...HEADER.filter((name) => name !== "选项D")]);
  });

  test("is its maker's and the administrators' over its place; nobody else is told that it is there", async () => {
    const mine = await brought(world.leftReviewer, [sound()], { branchId: world.left });
    for (const other of [world.author, world.organizer, world.branchAdmin]) {
      expect(await codeOf(getQuestionImport, other, { id: mine.id })).toBe("not-found");
      expect(await codeOf(importResult, other, { id: mine.id })).toBe("not-found");
      expect(await codeOf(dropQuestionImport, other, { id: mine.id })).toBe("not-found");
      const revision = mine.revision;
      expect(await codeOf(writeQuestionImport, other, { id: mine.id, revision, mode: "skip_bad" })).toBe("not-found");
    }
    expect(await codeOf(startQuestionImport, world.leftReviewer, { file: await workbook([sound()]), branchId: world.right })).toBe(
      "not-found",
    );
    expect(await codeOf(startQuestionImport, world.member, { file: await workbook([sound()]) })).toBe("not-found");
    expect((await told(listQuestionImports, world.organizer, {})).imports.map(({ id }) => id)).not.toContain(mine.id);
    expect((await told(listQuestionImports, world.leftReviewer, {})).imports.map(({ id }) => id)).toContain(mine.id);
  });

  test("thrown away, its rows are gone; after thirty days it is thrown away by itself", async () => {
    const [thrown, forgotten, written] = [
      await brought(world.author, [sound()]),
      await brought(world.author, [sound()]),
      await brought(world.author, [sound()]),
    ];
    await told(dropQuestionImport, world.author, { id: thrown.id });
    expect(await rowsAt(thrown.id)).toEqual([]);
    await write(world.author, written.id);
    expect(await codeOf(dropQuestionImport, world.author, { id: written.id })).toBe("import-not-open");
    await forgetImports(new Date(Date.now() + 29 * 86_400_000));
    expect((await rowsAt(forgotten.id)).length).toBe(1);
    await forgetImports(new Date(Date.now() + 31 * 86_400_000));
    expect([await rowsAt(forgotten.id), await rowsAt(written.id)]).toEqual([[], []]);
    const states = await db()
      .select({ state: questionImports.state })
      .from(questionImports)
      .where(sql`id in (${forgotten.id}, ${written.id}) order by id`);
    expect(states.map(({ state }) => state)).toEqual(["dropped", "imported"]);
  });
});

test("the whole question may be written in a form; a file of another question does not come in by it", async () => {
  const file = await brought(world.author, [[aStem(), "甲", "甲", "", "", "A", "", "3", ""]]);
  expect(file.counts.bad).toBe(1);
  const form = single();
  const question = { ...form, body: { ...form.body, media: [{ file: 1, type: "image", alt: "" }] }, tags: "党章、组织", difficulty: 5 };
  const { row } = await told(mendImportRow, world.author, { id: file.id, place: 0, revision: file.revision, question });
  expect(row).toMatchObject({ problems: [], draft: { body: form.body, worth: 3_000, difficulty: 5, tags: ["党章", "组织"] } });
  expect(row.draft?.body).not.toHaveProperty("media");
});

describe("twins", () => {
  test("in the bank and in the file are told with the question they are like; the same file a second time says so", async () => {
    const stem = "中国共产党第二十次全国代表大会是在哪一年的什么时候召开的";
    const { id: twin } = await told(createQuestion, world.author, single(`${stem}？`));
    const bytes = await workbook([sound(`${stem}呢`), sound(), sound(`${stem}呢！`)]);
    const file = await open(world.author, (await told(startQuestionImport, world.author, { file: bytes })).id);
    expect(file.rows.map((row) => row.twin?.id ?? null)).toEqual([twin, null, twin]);
    expect(file.rows[0]?.twin?.likeness).toBeGreaterThanOrEqual(9_000);
    expect(file.rows[2]?.problems).toContainEqual({ severity: "warning", code: "twin-in-file", params: { place: 0, line: 2 } });
    expect(file.counts).toMatchObject({ twins: 2, errors: 0 });
    const again = await open(world.author, (await told(startQuestionImport, world.author, { file: bytes })).id);
    expect(again.sameFile).toMatchObject({ id: file.id, state: "open" });

    // The first row is mended into another question: the third loses its twin in the file and keeps the one in the bank.
    const cells = { ...(file.rows[0]?.raw as Record<string, string>), 题干: aStem() };
    const mended = await told(mendImportRow, world.author, { id: file.id, place: 0, revision: file.revision, cells });
    expect(mended.row.twin).toBeNull();
    const after = await told(getQuestionImport, world.author, { id: file.id, only: "twins" });
    expect(after.rows.map(({ place, problems }) => [place, problems.map(({ code }) => code)])).toEqual([[2, []]]);
    await told(chooseImportRows, world.author, { id: file.id, revision: after.revision, rows: "twins", choice: "skip" });
    await write(world.author, file.id);
    expect(await told(getQuestionImport, world.author, { id: file.id })).toMatchObject({ course: { imported: 2, skipped: 1 } });
  });

  test("of another branch, out of sight, are not told", async () => {
    const stem = "右边支部自己出的一道题问的是本支部的什么制度";
    await told(createQuestion, world.author, { ...single(stem), branchId: world.right });
    const file = await brought(world.leftReviewer, [sound(stem)], { branchId: world.left });
    expect(file.rows[0]?.twin).toBeNull();
  });

  test("that came in between the look and the writing stop it, once", async () => {
    const stem = aStem();
    const file = await brought(world.author, [sound(), sound(stem)]);
    const { id: twin } = await told(createQuestion, world.author, single(stem));
    const before = await bankSize();
    await write(world.author, file.id);
    const stopped = await told(getQuestionImport, world.author, { id: file.id });
    expect(stopped).toMatchObject({ state: "open", course: { newTwins: 1 } });
    expect(stopped.rows.map((row) => row.twin?.id ?? null)).toEqual([null, twin]);
    expect(await bankSize()).toBe(before);
    await write(world.author, file.id);
    expect(await told(getQuestionImport, world.author, { id: file.id })).toMatchObject({ state: "imported", course: { imported: 2 } });
  });
});

describe("writing", () => {
  test("makes a paper too, with the worths of the file", async () => {
    const without = [...sound()];
    without[7] = "";
    const file = await brought(world.organizer, [sound(), without]);
    const paper = { paperTitle: "第一季度测试", paperBranchId: world.left, paperWorth: 5_000 };
    expect(await codeOf(writeQuestionImport, world.author, { id: file.id, revision: 1, mode: "skip_bad", ...paper })).toBe("not-found");
    const notMine = { ...paper, paperBranchId: undefined };
    expect(await write(world.organizer, file.id, notMine)).toMatchObject({ ok: false, fields: [{ path: "paperBranchId" }] });
    await write(world.organizer, file.id, paper);
    const { course, rows } = await told(getQuestionImport, world.organizer, { id: file.id });
    const [made] = await db()
      .select()
      .from(papers)
      .where(eq(papers.id, course.paperId ?? 0));
    expect(made).toMatchObject({ title: "第一季度测试", branchId: world.left, kind: "fixed", createdBy: world.organizer });
    expect(made?.sections.flatMap((section) => section.questions)).toEqual([
      { questionId: rows[0]?.questionId, worth: 2_000 },
      { questionId: rows[1]?.questionId, worth: 5_000 },
    ]);
  });

  test("of a private file keeps the questions their maker's own, and sends none of them to review or onto a paper", async () => {
    const file = await brought(world.author, [sound()], { isPrivate: true });
    for (const more of [{ submit: true }, { paperTitle: "私", paperBranchId: world.left }])
      expect(await write(world.author, file.id, more)).toMatchObject({ ok: false, code: "share-first" });
    await write(world.author, file.id);
    const { rows } = await told(getQuestionImport, world.author, { id: file.id });
    const id = rows[0]?.questionId ?? 0;
    expect(await codeOf(getQuestion, world.author, { id })).toBe("done");
    expect(await codeOf(getQuestion, world.reviewer, { id })).toBe("not-found");
  });

  test("that fails leaves nothing, and goes on when the job runs again", async () => {
    const file = await brought(world.author, [sound(), sound()]);
    const before = await bankSize();
    // A wording the table refuses stands for anything that can go wrong half-way.
    await db().execute(
      sql`update question_import_rows set draft = jsonb_set(draft, '{difficulty}', '9') where import_id = ${file.id} and place = 1`,
    );
    await write(world.author, file.id);
    expect(await bankSize()).toBe(before);
    expect(await told(getQuestionImport, world.author, { id: file.id })).toMatchObject({ state: "writing" });
    await db().execute(
      sql`update question_import_rows set draft = jsonb_set(draft, '{difficulty}', '3') where import_id = ${file.id} and place = 1`,
    );
    await db().update(jobs).set({ runAt: new Date() }).where(eq(jobs.kind, "write-question-import"));
    await work();
    expect(await bankSize()).toBe(before + 2);
    expect(await told(getQuestionImport, world.author, { id: file.id })).toMatchObject({ state: "imported", course: { imported: 2 } });
  });

  test("an option that speaks of the others is pinned, and the row says so", async () => {
    const file = await brought(world.author, [[aStem(), "甲", "乙", "丙", "以上都对", "D", "", "", ""]]);
    expect(file.rows[0]?.draft?.body).toMatchObject({
      options: [{ text: "甲" }, { text: "乙" }, { text: "丙" }, { text: "以上都对", pin: "last" }],
    });
    expect(file.rows[0]?.problems.map(({ code }) => code)).toContain("pinned-for-you");
    expect(file.rows[0]?.problems.map(({ code }) => code)).not.toContain("option-refers");
  });
});
