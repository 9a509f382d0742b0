import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";
import { questionImports } from "#db/schema/question-imports.ts";
import { questions } from "#db/schema/questions.ts";
import { writeXlsx } from "#server/exports/write-table.ts";
import { TABLE_LIMITS } from "#server/imports/table.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { aQuestionDesk } from "#tests/world/questions.ts";
import { tell, told } from "#tests/world/tell.ts";
import { getQuestionImport } from "./get-question-import.ts";
import { startQuestionImport } from "./start-question-import.ts";
import { writeQuestionImport } from "./write-question-import.ts";

const HEADER = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "难度", "分类路径"];
let world: Awaited<ReturnType<typeof aQuestionDesk>>;
beforeAll(async () => {
  world = await aQuestionDesk();
});

/** A sheet of questions whose stems are as alike as those of one author are. */
async function sheet(rows: number) {
  const cells = Array.from({ length: rows }, (_, at) => {
    const mark = (at * 7_919 + 100_003).toString(36);
    const stem = `第${at + 1}题：关于党的建设第${mark}条规定，下列说法正确的是哪一项？`;
    return ["单选题", stem, `甲${mark}`, `乙${mark}`, `丙${mark}`, `丁${mark}`, "ABCD"[at % 4] ?? "A", `见第${at}页`, "中", "大表/规定"];
  });
  return { name: `${rows}.xlsx`, bytes: new Uint8Array(await writeXlsx("题目", HEADER, cells)) };
}

test("five thousand rows come in in one transaction; how far it is stands to be read while nothing is in the bank", {
  timeout: 300_000,
}, async () => {
  const db = database("desk");
  const file = await sheet(TABLE_LIMITS.rows);
  const { id, rows } = await told(startQuestionImport, world.author, { file });
  expect(rows).toBe(5_000);
  await runNextJob(() => new Date());
  const open = await told(getQuestionImport, world.author, { id });
  expect(open).toMatchObject({ state: "open", counts: { all: 5_000, ready: 5_000, errors: 0 } });

  await told(writeQuestionImport, world.author, { id, revision: open.revision, mode: "all_or_nothing" });
  const seen: { percent: number; inBank: number }[] = [];
  const look = async () => {
    const [job] = await db.select({ percent: jobs.percent }).from(jobs).where(eq(jobs.kind, "write-question-import"));
    seen.push({ percent: job?.percent ?? 0, inBank: await db.$count(questions) });
  };
  let isDone = false;
  const watching = (async () => {
    while (!isDone) await look();
  })();
  await runNextJob(() => new Date());
  isDone = true;
  await watching;
  expect(await db.$count(questions)).toBe(5_000);
  expect([...new Set(seen.map(({ inBank }) => inBank))].filter((count) => count !== 0 && count !== 5_000)).toEqual([]);
  expect(new Set(seen.filter(({ inBank }) => inBank === 0).map(({ percent }) => percent)).size).toBeGreaterThan(3);
});

test("a row more is refused, and nothing is kept of it", async () => {
  const before = await database("desk").$count(questionImports);
  const more = await tell(startQuestionImport, world.author, { file: await sheet(TABLE_LIMITS.rows + 1) });
  expect(more).toMatchObject({ ok: false, fields: [{ path: "file" }] });
  expect(await database("desk").$count(questionImports, sql`true`)).toBe(before);
});
