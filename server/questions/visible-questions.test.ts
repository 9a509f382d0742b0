import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk, single } from "#tests/world/questions.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { createQuestion } from "./create-question.ts";
import { editQuestion } from "./edit-question.ts";
import { getQuestion } from "./get-question.ts";
import { listCategories } from "./list-categories.ts";
import { listQuestions } from "./list-questions.ts";
import { retireQuestion } from "./retire-question.ts";
import { reviewQuestion } from "./review-question.ts";
import { submitQuestion } from "./submit-question.ts";

let world: Awaited<ReturnType<typeof aQuestionDesk>>;
beforeAll(async () => {
  world = await aQuestionDesk();
});

describe("who sees the bank", () => {
  test("members, leaders and branch administrators are told that there is none (TA8)", async () => {
    const id = await aPublishedQuestion(world);
    for (const personId of [world.member, world.leader, world.branchAdmin]) {
      for (const verb of [listQuestions, listCategories]) expect(await codeOf(verb, personId, {})).toBe("not-found");
      for (const verb of [getQuestion, submitQuestion, retireQuestion]) expect(await codeOf(verb, personId, { id })).toBe("not-found");
      expect(await codeOf(reviewQuestion, personId, { id, number: 1, verdict: "publish" })).toBe("not-found");
      expect(await codeOf(createQuestion, personId, single())).toBe("not-found");
    }
  });

  test("the list shows exactly what can.seeQuestion allows, to everyone", async () => {
    for (const branchId of [world.root, world.left, world.right]) await told(createQuestion, world.author, { ...single(), branchId });
    const all = await database("desk").query.questions.findMany();
    const paths = new Map((await database("desk").query.branches.findMany()).map((branch) => [branch.id, branch.path]));
    for (const personId of [world.author, world.organizer, world.leftReviewer]) {
      const { viewer } = await as(personId);
      const allowed = all.filter(({ branchId }) =>
        can.seeQuestion(viewer, { path: branchId === null ? null : (paths.get(branchId) ?? "") }),
      );
      expect((await told(listQuestions, personId, {})).total).toBe(allowed.length);
      for (const { id } of all)
        expect(await codeOf(getQuestion, personId, { id })).toBe(allowed.some((row) => row.id === id) ? "done" : "not-found");
    }
    expect(await codeOf(createQuestion, world.leftReviewer, { ...single(), branchId: world.right })).toBe("not-found");
  });

  test("no filter, order or word touches a key (TA10), and wildcards are letters", async () => {
    for (const input of [{ sort: "correct" }, { "filter[key]": "1" }, { key: "1" }, { explanation: "乙" }]) {
      expect(await codeOf(listQuestions, world.author, input)).toBe("invalid");
    }
    const stem = "唯一的词：鹁鸪声里？";
    const id = await aPublishedQuestion(world, stem);
    for (const q of ["鹁鸪", "声里", "唯一的词 鹁鸪"])
      expect((await told(listQuestions, world.author, { q })).items.map((item) => item.id)).toEqual([id]);
    for (const q of ["%", "_", "因为是乙"]) expect((await told(listQuestions, world.author, { q })).total).toBe(0);
  });

  test("filters narrow by kind, category, difficulty, state and tag; a category is not a beginning of a word", async () => {
    const made = { ...single(), category: "甲类/一", difficulty: 5, tags: "特别、少见" };
    const { id } = await told(createQuestion, world.author, made);
    await told(createQuestion, world.author, { ...single(), category: "甲类别" });
    const found = async (filter: object) => (await told(listQuestions, world.author, filter)).items.map((item) => item.id);
    for (const filter of [
      { category: "甲类" },
      { category: "甲类/一", state: "draft" },
      { difficultyFrom: "5" },
      { tag: "少见", kind: "single" },
    ]) {
      expect(await found(filter)).toEqual([id]);
    }
    expect(await found({ category: "甲类", kind: "fill" })).toEqual([]);
    expect((await told(listCategories, world.author, {})).categories).toContainEqual({ category: "甲类/一", questions: 1, published: 0 });
  });

  test("the list follows the latest version, whoever wrote it down", async () => {
    const { id } = await told(createQuestion, world.author, { ...single(), tags: ["旧签"] });
    await told(editQuestion, world.author, { id, from: 1, ...single(), tags: ["新签"], difficulty: 4 });
    expect((await told(listQuestions, world.author, { tag: "旧签" })).total).toBe(0);
    expect((await told(listQuestions, world.author, { tag: "新签" })).items).toMatchObject([{ id, number: 2, difficulty: 4 }]);
  });

  test("the preview shows a member's view: no pins, no key beside it", async () => {
    const { id } = await told(createQuestion, world.author, {
      ...single(),
      body: { kind: "ordering", stem: "把这三项排好", items: ["一", "二", "三"] },
      key: { kind: "ordering", order: [2, 0, 1] },
    });
    const { preview, latest } = await told(getQuestion, world.author, { id });
    if (latest.body.kind !== "ordering" || preview.key.kind !== "ordering") throw new Error("not an ordering");
    if (preview.shown.kind !== "ordering") throw new Error("an ordering is shown as one");
    const { items } = preview.shown;
    const right = preview.key.order.map((place) => items[place]);
    expect(right).toEqual(["三", "一", "二"]);
    expect(Object.keys(preview.shown).sort()).toEqual(["items", "kind", "stem"]);
  });

  test("the play role cannot read a key, and no hash it can read was made of one", async () => {
    await expect(database("play").execute(sql`select key from question_keys limit 1`)).rejects.toThrow();
    const one = await told(createQuestion, world.author, { ...single("同一题干"), key: { kind: "single", correct: 0 } });
    const other = await told(createQuestion, world.author, { ...single("同一题干"), key: { kind: "single", correct: 2 }, sameStem: true });
    const hashes = await Promise.all(
      [one, other].map(({ id }) =>
        database("play")
          .select({ hash: questionVersions.contentHash })
          .from(questionVersions)
          .innerJoin(questions, eq(questions.latestVersionId, questionVersions.id))
          .where(eq(questions.id, id)),
      ),
    );
    expect(hashes[0]).toEqual(hashes[1]);
  });
});
