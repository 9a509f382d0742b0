import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { searchTexts } from "#db/schema/search.ts";
import { can } from "#domain/access.ts";
import { pinyinOf } from "#server/people/pinyin-of.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { editQuestion } from "#server/questions/edit-question.ts";
import { retireQuestion } from "#server/questions/retire-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { submitQuestion } from "#server/questions/submit-question.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk, single } from "#tests/world/questions.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { searchDesk } from "./search-desk.ts";
import { searchStudy } from "./search-study.ts";

let world: Awaited<ReturnType<typeof aQuestionDesk>>;
beforeAll(async () => {
  world = await aQuestionDesk();
});

const found = async (personId: number, q: string, kind: "question" | "person") =>
  (await told(searchDesk, personId, { q, kind })).groups.find((group) => group.kind === kind);
const refs = async (personId: number, q: string, kind: "question" | "person") =>
  (await found(personId, q, kind))?.hits.map(({ ref }) => Number(ref));

describe("questions", () => {
  test("stem and options are found once published; key, explanation and drafts never (TA10)", async () => {
    const question = {
      body: { kind: "fill", stem: "蛟龙号下潜到____米。", blanks: 1 },
      key: { kind: "fill", blanks: [["七千零六十二蛟"]] },
      explanation: "蛟号解析：二〇一二年。",
      difficulty: 1,
    };
    const { id } = await told(createQuestion, world.author, question);
    expect(await refs(world.author, "蛟龙", "question")).toEqual([]);
    await told(submitQuestion, world.author, { id });
    await told(reviewQuestion, world.reviewer, { id, number: 1, verdict: "publish" });
    expect(await refs(world.author, "蛟龙", "question")).toEqual([id]);
    for (const hidden of ["七千零六十二", "六十二蛟", "蛟号解析"]) expect(await refs(world.author, hidden, "question")).toEqual([]);
    const rows = await database("desk").select().from(searchTexts).where(eq(searchTexts.subjectId, id));
    expect(JSON.stringify(rows)).not.toMatch(/七千|解析/);
    const choice = await aPublishedQuestion(world, "虬龙？");
    expect(await refs(world.author, "虬龙 甲", "question")).toEqual([choice]);
  });

  test("a new wording replaces the old one when it is published, and a retired question is gone", async () => {
    const id = await aPublishedQuestion(world, "应龙旧题？");
    await told(editQuestion, world.author, { id, from: 1, ...single("应龙新题？"), submit: true });
    expect(await refs(world.author, "应龙旧题", "question")).toEqual([id]);
    await told(reviewQuestion, world.reviewer, { id, number: 2, verdict: "publish" });
    expect(await refs(world.author, "应龙旧题", "question")).toEqual([]);
    expect(await refs(world.author, "应龙新题", "question")).toEqual([id]);
    await told(retireQuestion, world.author, { id });
    expect(await refs(world.author, "应龙", "question")).toEqual([]);
  });

  test("exactly what can.seeQuestion allows, in hits and counts; to members there is no such kind", async () => {
    const made = [];
    for (const branchId of [undefined, world.root, world.left, world.right]) {
      const { id } = await told(createQuestion, world.author, { ...single(`夔牛${branchId ?? ""}？`), branchId, submit: true });
      await told(reviewQuestion, world.reviewer, { id, number: 1, verdict: "publish" });
      made.push({ id, branchId });
    }
    const paths = new Map((await database("desk").query.branches.findMany()).map((branch) => [branch.id, branch.path]));
    for (const personId of [world.author, world.organizer, world.leftReviewer]) {
      const { viewer } = await as(personId);
      const allowed = made.filter(({ branchId }) => can.seeQuestion(viewer, { path: branchId ? (paths.get(branchId) ?? "") : null }));
      expect((await refs(personId, "夔牛", "question"))?.sort()).toEqual(allowed.map(({ id }) => id).sort());
      expect((await found(personId, "夔牛", "question"))?.count).toBe(allowed.length);
    }
    for (const personId of [world.member, world.leader]) expect(await codeOf(searchDesk, personId, { q: "夔牛" })).toBe("forbidden");
    expect(await found(world.branchAdmin, "夔牛", "question")).toBeUndefined();
    expect(JSON.stringify(await told(searchStudy, world.author, { q: "夔牛" }))).not.toContain("夔牛？");
  });
});

describe("people", () => {
  test("by name, pinyin, initials and staff number, by who administers them and nobody else", async () => {
    const named = async (branchId: number, name: string) => {
      const id = await aPerson(branchId, { name });
      const { full, initials } = pinyinOf(name);
      await database("desk").update(people).set({ pinyinFull: full, pinyinInitials: initials }).where(eq(people.id, id));
      return id;
    };
    const [zeng, ouyang] = [await named(world.left, "曾单"), await named(world.right, "欧阳仇")];
    const [row] = await database("desk").select().from(people).where(eq(people.id, zeng));
    for (const q of ["曾单", "zengdan", "zeng dan", "ZD", row?.staffNo ?? ""])
      expect(await refs(world.branchAdmin, q, "person")).toContain(zeng);
    for (const q of ["欧阳", "oyc", "ouyang"]) expect(await refs(world.branchAdmin, q, "person")).toContain(ouyang);
    const leftAdmin = await aPerson(world.left, { held: [{ office: "branch_admin", branchId: world.left }] });
    expect(await refs(leftAdmin, "曾单", "person")).toEqual([zeng]);
    expect(await found(leftAdmin, "欧阳仇", "person")).toEqual({ kind: "person", count: 0, isCapped: false, hits: [] });
    for (const personId of [world.author, world.organizer]) expect(await found(personId, "曾单", "person")).toBeUndefined();
    expect(JSON.stringify(await told(searchStudy, world.member, { q: "曾单" }))).not.toContain("zeng");
    const [hit] = (await found(world.branchAdmin, "曾单", "person"))?.hits ?? [];
    expect(hit?.title).toEqual({ text: "曾单", marks: [[0, 2]] });
  });
});
