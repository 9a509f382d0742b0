import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { editMaterial } from "#server/materials/edit-material.ts";
import { aPublishedMaterial } from "#tests/world/materials.ts";
import { aPublishedQuestion, aQuestionDesk, single } from "#tests/world/questions.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { createQuestion } from "./create-question.ts";
import { editQuestion } from "./edit-question.ts";
import { getQuestion } from "./get-question.ts";
import { retireQuestion } from "./retire-question.ts";
import { reviewQuestion } from "./review-question.ts";
import { submitQuestion } from "./submit-question.ts";

let world: Awaited<ReturnType<typeof aQuestionDesk>>;
beforeAll(async () => {
  world = await aQuestionDesk();
});

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
    expect(await tell(reviewQuestion, world.reviewer, { id, number: 1, verdict: "return" })).toMatchObject({
      code: "note-missing",
      fields: [{ path: "note" }],
    });
    await told(reviewQuestion, world.reviewer, { id, number: 1, verdict: "return", note: "出处不对" });
    const seen = await told(getQuestion, world.author, { id });
    expect(seen).toMatchObject({ state: "draft", published: null, reviews: [{ number: 1, verdict: "returned", note: "出处不对" }] });
  });

  test("two reviewers at once: one verdict is kept", async () => {
    const { id } = await told(createQuestion, world.organizer, { ...single(), submit: true });
    const verdicts = [world.reviewer, world.author].map((personId) =>
      codeOf(reviewQuestion, personId, { id, number: 1, verdict: "publish" }),
    );
    expect((await Promise.all(verdicts)).sort()).toEqual(["done", "not-in-review"]);
  });
});

describe("versions", () => {
  test("an edit makes the next version; the published one stays in use until the new one is published", async () => {
    const id = await aPublishedQuestion(world);
    const next = single();
    expect(await told(editQuestion, world.author, { id, from: 1, ...next })).toMatchObject({ number: 2, state: "draft" });
    const during = await told(getQuestion, world.reviewer, { id });
    expect(during).toMatchObject({
      state: "draft",
      publishedNumber: 1,
      latestNumber: 2,
      latest: { body: { stem: next.body.stem } },
      may: { edit: true, review: false },
    });
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
    const id = await aPublishedQuestion(world);
    await told(retireQuestion, world.organizer, { id, reason: "过时" });
    expect(await told(getQuestion, world.author, { id })).toMatchObject({ state: "retired", published: null });
    await told(editQuestion, world.author, { id, from: 1, ...single() });
    expect(await told(getQuestion, world.author, { id })).toMatchObject({ state: "draft", published: null });
  });

  test("the ledger tells who did what, and nothing of a key or an explanation", async () => {
    const id = await aPublishedQuestion(world);
    await told(retireQuestion, world.author, { id });
    const rows = await database("desk").select().from(audit).where(sql`${audit.object} = 'question' and ${audit.objectId} = ${id}`);
    expect(rows.map((row) => row.action)).toEqual(["question.create", "question.publish", "question.retire"]);
    expect(JSON.stringify(rows)).not.toMatch(/correct|因为是乙/);
  });
});

describe("what may be saved", () => {
  test("a key that does not fit is refused beside its field, with what is needed to say why", async () => {
    const wrong = { ...single(), key: { kind: "single", correct: 7 } };
    expect(await tell(createQuestion, world.author, wrong)).toMatchObject({
      code: "invalid",
      fields: [{ path: "key", code: "key-out-of-range", params: { places: 3 } }],
    });
    const twice = single();
    twice.body.options[2] = { text: " 甲 " };
    expect(await tell(createQuestion, world.author, twice)).toMatchObject({
      fields: [{ path: "body.options.2", code: "repeated", params: { like: 1 } }],
    });
    const all = single();
    all.body.options[2] = { text: "以上都对" };
    expect(await told(createQuestion, world.author, all)).toMatchObject({
      problems: [{ severity: "warning", field: "body.options.2", code: "option-refers" }],
    });
  });

  test("a stem that is asked already is refused by name, unless the author insists", async () => {
    const { id } = await told(createQuestion, world.author, single("支部大会多久开一次？"));
    const again = single("支部大会，多久开一次");
    expect(await tell(createQuestion, world.organizer, again)).toMatchObject({
      code: "already-asked",
      params: { id, stem: "支部大会多久开一次？" },
      fields: [{ path: "body.stem" }],
    });
    expect(await codeOf(createQuestion, world.organizer, { ...again, sameStem: "true" })).toBe("done");
    const twins = single();
    const both = [world.author, world.organizer].map((personId) => codeOf(createQuestion, personId, twins));
    expect((await Promise.all(both)).sort()).toEqual(["already-asked", "done"]);
  });

  test("a passage must be there, and its words are those the author had before him", async () => {
    const body = "第一段说甲。\n\n第二段说乙。";
    const slug = await aPublishedMaterial(world, { title: "出处", body });
    expect(await tell(createQuestion, world.author, { ...single(), material: slug, passage: "p3" })).toMatchObject({
      code: "no-such-passage",
      fields: [{ path: "passage" }],
    });
    expect(await codeOf(createQuestion, world.author, { ...single(), material: "not-there", passage: "p1" })).toBe("no-such-material");
    const { id } = await told(createQuestion, world.author, { ...single(), material: slug, passage: "p2" });
    await told(editMaterial, world.author, { slug, from: 1, title: "出处", body: `新写的开头。\n\n${body}` });
    expect((await told(getQuestion, world.author, { id })).passage).toEqual({
      materialSlug: slug,
      materialTitle: "出处",
      paragraph: "p2",
      text: "第二段说乙。",
    });
  });
});
