import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import type { OfficeName } from "#domain/people/offices.ts";
import { createMaterial } from "#server/materials/create-material.ts";
import { editMaterial } from "#server/materials/edit-material.ts";
import type { Verb } from "#server/verb.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { createQuestion } from "./create-question.ts";
import { editQuestion } from "./edit-question.ts";
import { getQuestion } from "./get-question.ts";
import { listCategories } from "./list-categories.ts";
import { listQuestions } from "./list-questions.ts";
import { retireQuestion } from "./retire-question.ts";
import { reviewQuestion } from "./review-question.ts";
import { submitQuestion } from "./submit-question.ts";

const world = { root: 0, left: 0, right: 0, author: 0, reviewer: 0, organizer: 0, leftReviewer: 0, leader: 0, branchAdmin: 0, member: 0 };
let count = 0;

beforeAll(async () => {
  const root = await aBranch();
  const left = await aBranch(root.id);
  const right = await aBranch(root.id);
  Object.assign(world, { root: root.id, left: left.id, right: right.id });
  const holding = (office: OfficeName, branchId: number) => aPerson(branchId, { held: [{ office, branchId }] });
  world.author = await holding("reviewer", root.id);
  world.reviewer = await holding("reviewer", root.id);
  world.organizer = await holding("organizer", root.id);
  world.leftReviewer = await holding("reviewer", left.id);
  world.leader = await holding("leader", root.id);
  world.branchAdmin = await holding("branch_admin", root.id);
  world.member = await aPerson(left.id);
});

async function told<T>(verb: Verb<T>, personId: number, input: object): Promise<T> {
  const outcome = await verb.call(await as(personId), input);
  if (!outcome.ok) throw new Error(`${verb.at}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

const tell = async (verb: Verb, personId: number, input: object) => verb.call(await as(personId), input);

async function codeOf(verb: Verb, personId: number, input: object): Promise<string> {
  const outcome = await tell(verb, personId, input);
  return outcome.ok ? "done" : outcome.code;
}

const single = (stem = `第${++count}题问什么？`) => ({
  body: { kind: "single", stem, options: [{ text: "甲" }, { text: "乙" }, { text: "丙" }] },
  key: { kind: "single", correct: 1 },
  explanation: "因为是乙。",
  category: "试题/单选",
  difficulty: 2,
});

async function published(stem?: string): Promise<number> {
  const { id } = await told(createQuestion, world.author, { ...single(stem), submit: true });
  await told(reviewQuestion, world.reviewer, { id, number: 1, verdict: "publish" });
  return id;
}

describe("two people", () => {
  test("who wrote a version does not publish it; another reviewer does, and only what he read", async () => {
    const { id } = await told(createQuestion, world.author, single());
    const publish = { id, number: 1, verdict: "publish" };
    expect(await codeOf(reviewQuestion, world.reviewer, publish)).toBe("not-in-review");
    await told(submitQuestion, world.author, { id });
    expect(await codeOf(reviewQuestion, world.author, publish)).toBe("own-version");
    expect(await codeOf(reviewQuestion, world.organizer, publish)).toBe("not-found");
    expect(await codeOf(reviewQuestion, world.reviewer, { ...publish, number: 2 })).toBe("question-changed");
    expect(await told(reviewQuestion, world.reviewer, publish)).toEqual({ id, state: "published" });
    expect(await codeOf(submitQuestion, world.author, { id })).toBe("not-a-draft");
  });

  test("whoever wrote the LATEST version counts: a reviewer who mends a question needs another reviewer", async () => {
    const { id } = await told(createQuestion, world.author, single());
    await told(editQuestion, world.reviewer, { id, from: 1, ...single(), submit: true });
    expect(await codeOf(reviewQuestion, world.reviewer, { id, number: 2, verdict: "publish" })).toBe("own-version");
    expect(await codeOf(reviewQuestion, world.author, { id, number: 2, verdict: "publish" })).toBe("done");
  });

  test("a returned question is a draft again and carries the reason; without a reason nothing is returned", async () => {
    const { id } = await told(createQuestion, world.author, { ...single(), submit: true });
    expect(await tell(reviewQuestion, world.reviewer, { id, number: 1, verdict: "return" })).toMatchObject({ code: "note-missing", fields: [{ path: "note" }] });
    await told(reviewQuestion, world.reviewer, { id, number: 1, verdict: "return", note: "出处不对" });
    const seen = await told(getQuestion, world.author, { id });
    expect(seen).toMatchObject({ state: "draft", published: null, reviews: [{ number: 1, verdict: "returned", note: "出处不对" }] });
  });

  test("two reviewers at once: one verdict is kept", async () => {
    const { id } = await told(createQuestion, world.organizer, { ...single(), submit: true });
    const verdicts = [world.reviewer, world.author].map((personId) => codeOf(reviewQuestion, personId, { id, number: 1, verdict: "publish" }));
    expect((await Promise.all(verdicts)).sort()).toEqual(["done", "not-in-review"]);
  });
});

describe("versions", () => {
  test("an edit makes the next version; the published one stays in use until the new one is published", async () => {
    const id = await published();
    const next = single();
    expect(await told(editQuestion, world.author, { id, from: 1, ...next })).toMatchObject({ number: 2, state: "draft" });
    const during = await told(getQuestion, world.reviewer, { id });
    expect(during).toMatchObject({ state: "draft", publishedNumber: 1, latestNumber: 2, latest: { body: { stem: next.body.stem } }, may: { edit: true, review: false } });
    expect(during.versions.map((version) => version.number)).toEqual([2, 1]);
    await told(submitQuestion, world.author, { id });
    await told(reviewQuestion, world.reviewer, { id, number: 2, verdict: "publish" });
    expect(await told(getQuestion, world.reviewer, { id })).toMatchObject({ state: "published", publishedNumber: 2 });
  });

  test("two editors of one version: the second is told that it has changed", async () => {
    const { id } = await told(createQuestion, world.author, single());
    const both = [world.author, world.reviewer].map((personId) => codeOf(editQuestion, personId, { id, from: 1, ...single() }));
    expect((await Promise.all(both)).sort()).toEqual(["done", "question-changed"]);
  });

  test("a retired question is drawn by nothing, and comes back only through a review", async () => {
    const id = await published();
    await told(retireQuestion, world.organizer, { id, reason: "过时" });
    expect(await told(getQuestion, world.author, { id })).toMatchObject({ state: "retired", published: null });
    await told(editQuestion, world.author, { id, from: 1, ...single() });
    expect(await told(getQuestion, world.author, { id })).toMatchObject({ state: "draft", published: null });
  });

  test("the ledger tells who did what, and nothing of a key or an explanation", async () => {
    const id = await published();
    await told(retireQuestion, world.author, { id });
    const rows = await database("desk").select().from(audit).where(sql`${audit.object} = 'question' and ${audit.objectId} = ${id}`);
    expect(rows.map((row) => row.action)).toEqual(["question.create", "question.publish", "question.retire"]);
    expect(JSON.stringify(rows)).not.toMatch(/correct|因为是乙/);
  });
});

describe("what may be saved", () => {
  test("a key that does not fit is refused beside its field, with what is needed to say why", async () => {
    const wrong = { ...single(), key: { kind: "single", correct: 7 } };
    expect(await tell(createQuestion, world.author, wrong)).toMatchObject({ code: "invalid", fields: [{ path: "key", code: "key-out-of-range", params: { places: 3 } }] });
    const twice = single();
    twice.body.options[2] = { text: " 甲 " };
    expect(await tell(createQuestion, world.author, twice)).toMatchObject({ fields: [{ path: "body.options.2", code: "repeated", params: { like: 1 } }] });
    const all = single();
    all.body.options[2] = { text: "以上都对" };
    expect(await told(createQuestion, world.author, all)).toMatchObject({ problems: [{ severity: "warning", field: "body.options.2", code: "option-refers" }] });
  });

  test("a stem that is asked already is refused by name, unless the author insists", async () => {
    const { id } = await told(createQuestion, world.author, single("支部大会多久开一次？"));
    const again = single("支部大会，多久开一次");
    expect(await tell(createQuestion, world.organizer, again)).toMatchObject({ code: "already-asked", params: { id, stem: "支部大会多久开一次？" }, fields: [{ path: "body.stem" }] });
    expect(await codeOf(createQuestion, world.organizer, { ...again, sameStem: "true" })).toBe("done");
    const twins = single();
    const both = [world.author, world.organizer].map((personId) => codeOf(createQuestion, personId, twins));
    expect((await Promise.all(both)).sort()).toEqual(["already-asked", "done"]);
  });

  test("a passage must be there, and its words are those the author had before him", async () => {
    const body = "第一段说甲。\n\n第二段说乙。";
    const { slug } = await told(createMaterial, world.author, { title: "出处", body, publish: true });
    expect(await tell(createQuestion, world.author, { ...single(), material: slug, passage: "p3" })).toMatchObject({ code: "no-such-passage", fields: [{ path: "passage" }] });
    expect(await codeOf(createQuestion, world.author, { ...single(), material: "not-there", passage: "p1" })).toBe("no-such-material");
    const { id } = await told(createQuestion, world.author, { ...single(), material: slug, passage: "p2" });
    await told(editMaterial, world.author, { slug, from: 1, title: "出处", body: `新写的开头。\n\n${body}` });
    expect((await told(getQuestion, world.author, { id })).passage).toEqual({ materialSlug: slug, materialTitle: "出处", paragraph: "p2", text: "第二段说乙。" });
  });
});

describe("who sees the bank", () => {
  test("members, leaders and branch administrators are told that there is none (TA8)", async () => {
    const id = await published();
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
      const allowed = all.filter(({ branchId }) => can.seeQuestion(viewer, { path: branchId === null ? null : (paths.get(branchId) ?? "") }));
      expect((await told(listQuestions, personId, {})).total).toBe(allowed.length);
      for (const { id } of all) expect(await codeOf(getQuestion, personId, { id })).toBe(allowed.some((row) => row.id === id) ? "done" : "not-found");
    }
    expect(await codeOf(createQuestion, world.leftReviewer, { ...single(), branchId: world.right })).toBe("not-found");
  });

  test("no filter, order or word touches a key (TA10), and wildcards are letters", async () => {
    for (const input of [{ sort: "correct" }, { "filter[key]": "1" }, { key: "1" }, { explanation: "乙" }]) {
      expect(await codeOf(listQuestions, world.author, input)).toBe("invalid");
    }
    const stem = "唯一的词：鹁鸪声里？";
    const id = await published(stem);
    for (const q of ["鹁鸪", "声里", "唯一的词 鹁鸪"]) expect((await told(listQuestions, world.author, { q })).items.map((item) => item.id)).toEqual([id]);
    for (const q of ["%", "_", "因为是乙"]) expect((await told(listQuestions, world.author, { q })).total).toBe(0);
  });

  test("filters narrow by kind, category, difficulty, state and tag; a category is not a beginning of a word", async () => {
    const made = { ...single(), category: "甲类/一", difficulty: 5, tags: "特别、少见" };
    const { id } = await told(createQuestion, world.author, made);
    await told(createQuestion, world.author, { ...single(), category: "甲类别" });
    const found = async (filter: object) => (await told(listQuestions, world.author, filter)).items.map((item) => item.id);
    for (const filter of [{ category: "甲类" }, { category: "甲类/一", state: "draft" }, { difficultyFrom: "5" }, { tag: "少见", kind: "single" }]) {
      expect(await found(filter)).toEqual([id]);
    }
    expect(await found({ category: "甲类", kind: "fill" })).toEqual([]);
    expect((await told(listCategories, world.author, {})).categories).toContainEqual({ category: "甲类/一", questions: 1, published: 0 });
  });

  test("the preview shows a member's view: no pins, no key beside it", async () => {
    const { id } = await told(createQuestion, world.author, { ...single(), body: { kind: "ordering", stem: `排序${++count}`, items: ["一", "二", "三"] }, key: { kind: "ordering", order: [2, 0, 1] } });
    const { preview, latest } = await told(getQuestion, world.author, { id });
    if (latest.body.kind !== "ordering" || preview.key.kind !== "ordering") throw new Error("not an ordering");
    const right = preview.key.order.map((place) => preview.shown.items?.[place]);
    expect(right).toEqual(["三", "一", "二"]);
    expect(Object.keys(preview.shown).sort()).toEqual(["items", "kind", "stem"]);
  });

  test("the play role cannot read a key, and no hash it can read was made of one", async () => {
    await expect(database("play").execute(sql`select key from question_keys limit 1`)).rejects.toThrow();
    const one = await told(createQuestion, world.author, { ...single("同一题干"), key: { kind: "single", correct: 0 } });
    const other = await told(createQuestion, world.author, { ...single("同一题干"), key: { kind: "single", correct: 2 }, sameStem: true });
    const hashes = await Promise.all([one, other].map(({ id }) => database("play").select({ hash: questionVersions.contentHash }).from(questionVersions).innerJoin(questions, eq(questions.latestVersionId, questionVersions.id)).where(eq(questions.id, id))));
    expect(hashes[0]).toEqual(hashes[1]);
  });
});
