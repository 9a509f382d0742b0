// Above 150 lines: the library's stories, told one after another in one world.
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { materials, materialVersions, readings } from "#db/schema/materials.ts";
import { audit } from "#db/schema/operations.ts";
import { can } from "#domain/access.ts";
import { aPublishedMaterial } from "#tests/world/materials.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion } from "#tests/world/questions.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { createMaterial } from "./create-material.ts";
import { editMaterial } from "./edit-material.ts";
import { getMaterialDesk } from "./get-material-desk.ts";
import { listMaterials } from "./list-materials.ts";
import { listMaterialsDesk } from "./list-materials-desk.ts";
import { proposeMaterial } from "./propose-material.ts";
import { publishMaterial } from "./publish-material.ts";
import { readMaterial } from "./read-material.ts";
import { reviewMaterial } from "./review-material.ts";
import { saveReadingPlace } from "./save-reading-place.ts";
import { submitMaterial } from "./submit-material.ts";
import { withdrawMaterial } from "./withdraw-material.ts";

const world = { root: 0, left: 0, right: 0, editor: 0, author: 0, reviewer: 0, leftEditor: 0, member: 0, leftMember: 0 };
let count = 0;

beforeAll(async () => {
  const root = await aBranch();
  const left = await aBranch(root.id);
  const right = await aBranch(root.id);
  Object.assign(world, { root: root.id, left: left.id, right: right.id });
  world.editor = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  world.author = world.editor;
  world.reviewer = await aPerson(root.id, { held: [{ office: "reviewer", branchId: root.id }] });
  world.leftEditor = await aPerson(left.id, { held: [{ office: "organizer", branchId: left.id }] });
  world.member = await aPerson(right.id);
  world.leftMember = await aPerson(left.id, { tags: ["青年"] });
});

const text = (words: string) => ({ title: `题目${++count}`, body: `## 一\n\n${words}，第${++count}篇。\n\n- 甲\n- 乙\n\n## 二\n\n末段。` });

describe("what members read", () => {
  test("the list and the page show exactly what can.readMaterial allows, to everyone", async () => {
    const made = [];
    for (const branchId of [undefined, world.root, world.left, world.right]) {
      for (const audienceTags of [[], ["青年", "党员"], ["骨干"]]) {
        made.push(await aPublishedMaterial(world, { ...text("可见"), branchId, audienceTags }));
        await told(createMaterial, world.editor, { ...text("未发布"), branchId, audienceTags, submit: true });
      }
    }
    const withdrawn = await aPublishedMaterial(world, text("撤下"));
    await told(withdrawMaterial, world.editor, { slug: withdrawn, reason: "过时" });
    const all = await database("desk").query.materials.findMany();
    const paths = new Map((await database("desk").query.branches.findMany()).map((branch) => [branch.id, branch.path]));
    expect(made.length).toBe(12);
    for (const personId of [world.editor, world.leftEditor, world.member, world.leftMember]) {
      const { viewer } = await as(personId);
      const allowed = all.filter(({ branchId, audienceTags, publishedVersionId, archivedAt }) =>
        can.readMaterial(viewer, {
          path: branchId === null ? null : (paths.get(branchId) ?? ""),
          audienceTags,
          published: publishedVersionId !== null && archivedAt === null,
        }),
      );
      const listed = await told(listMaterials, personId, {});
      expect(listed.items.map((item) => item.slug).sort()).toEqual(allowed.map((row) => row.slug).sort());
      for (const { slug } of all) {
        const seen = allowed.some((row) => row.slug === slug);
        expect(await codeOf(readMaterial, personId, { slug })).toBe(seen ? "done" : "not-found");
        expect(await codeOf(saveReadingPlace, personId, { slug, paragraph: "p1" })).toBe(seen ? "done" : "not-found");
      }
    }
  });

  test("filters by collection, tag and words, and offers what there is to filter by", async () => {
    const collection = "专题甲";
    await aPublishedMaterial(world, { ...text("一"), collection, tags: ["读书", "支部"] });
    const { title } = await database("desk")
      .select()
      .from(materialVersions)
      .orderBy(materialVersions.id)
      .then((rows) => rows.at(-1) as { title: string });
    await aPublishedMaterial(world, { ...text("二"), collection, tags: ["支部"] });
    expect((await told(listMaterials, world.member, { collection })).total).toBe(2);
    expect((await told(listMaterials, world.member, { collection, tag: "读书" })).items.map((item) => item.title)).toEqual([title]);
    expect((await told(listMaterials, world.member, { q: title })).items.map((item) => item.title)).toEqual([title]);
    expect((await told(listMaterials, world.member, { q: "100%_" })).total).toBe(0);
    const { collections, tags } = await told(listMaterials, world.member, {});
    expect(collections).toContainEqual({ name: collection, count: 2 });
    expect(tags).toContainEqual({ name: "支部", count: 2 });
  });

  test("goes on from the paragraph that was saved; the later save stands, and a paragraph that is not there is refused", async () => {
    const slug = await aPublishedMaterial(world, text("续读"));
    const save = async (paragraph: string, at: string) => saveReadingPlace.call(await as(world.member, new Date(at)), { slug, paragraph });
    await save("p2", "2026-11-22T08:00:00Z");
    await save("p1", "2026-11-22T07:59:59Z");
    expect((await told(readMaterial, world.member, { slug })).resume).toBe("p2");
    expect(await save("p9", "2026-11-22T08:01:00Z")).toMatchObject({ ok: false, code: "no-such-passage", fields: [{ path: "paragraph" }] });
    expect(await codeOf(saveReadingPlace, world.member, { slug, paragraph: "p1', '" })).toBe("invalid");
    const rows = await database("desk").select().from(readings).where(eq(readings.personId, world.member));
    expect(rows.filter((row) => row.paragraph === "p2").length).toBe(1);
  });
});

describe("what editors do", () => {
  test("a text that is there already is refused by name, also when two hand it in at once", async () => {
    const given = text("重复");
    const both = await Promise.all([
      createMaterial.call(await as(world.editor), given),
      createMaterial.call(await as(world.leftEditor), given),
    ]);
    expect(both.map((outcome) => (outcome.ok ? "done" : outcome.code)).sort()).toEqual(["already-in-library", "done"]);
    const again = await createMaterial.call(await as(world.editor), { ...given, title: "换个题目" });
    expect(again).toMatchObject({ ok: false, code: "already-in-library", params: { title: given.title }, fields: [{ path: "body" }] });
    const proposal = await told(proposeMaterial, world.editor, { text: "说明文字一段，用来试着整理。" });
    expect(proposal).toMatchObject({ same: null, blocks: [{ id: "p1" }] });
  });

  test("an edit is a new wording that members see only when a second person has passed it; going back needs nobody else", async () => {
    const first = text("初稿");
    const slug = await aPublishedMaterial(world, first);
    const edited = { ...first, body: `${first.body}\n\n补充一段。` };
    const lost = 0;
    expect(await told(editMaterial, world.editor, { slug, from: 1, ...edited })).toEqual({ slug, number: 2, changed: true, lost });
    expect(await told(editMaterial, world.editor, { slug, from: 2, ...edited })).toEqual({ slug, number: 2, changed: false, lost });
    expect(await codeOf(editMaterial, world.editor, { slug, from: 1, ...first })).toBe("material-changed");
    const read = async () => (await told(readMaterial, world.member, { slug })).paragraphs;
    expect(await codeOf(publishMaterial, world.editor, { slug, number: 2 })).toBe("wording-not-reviewed");
    expect(await codeOf(reviewMaterial, world.reviewer, { slug, number: 2, verdict: "publish" })).toBe("wording-not-in-review");
    await told(submitMaterial, world.editor, { slug });
    expect(await codeOf(reviewMaterial, world.editor, { slug, number: 2, verdict: "publish" })).toBe("own-wording");
    expect(await codeOf(reviewMaterial, world.reviewer, { slug, number: 1, verdict: "publish" })).toBe("material-changed");
    expect(await codeOf(reviewMaterial, world.reviewer, { slug, number: 2, verdict: "return" })).toBe("note-missing");
    const { waiting } = await told(getMaterialDesk, world.reviewer, { slug });
    expect(waiting).toMatchObject({ number: 2, against: 1, isOwn: false, mayReview: true, fields: [] });
    expect(waiting?.body.filter(({ kind }) => kind !== "same")).toEqual([{ kind: "added", before: "", after: "补充一段。" }]);
    await told(reviewMaterial, world.reviewer, { slug, number: 2, verdict: "return", note: "末句不通" });
    expect(await read()).toBe(3);
    await told(submitMaterial, world.editor, { slug });
    await told(reviewMaterial, world.reviewer, { slug, number: 2, verdict: "publish" });
    expect(await read()).toBe(4);
    await told(publishMaterial, world.editor, { slug, number: 1 });
    expect(await read()).toBe(3);
    await told(withdrawMaterial, world.editor, { slug, reason: "过时" });
    expect(await codeOf(readMaterial, world.member, { slug })).toBe("not-found");
    await told(publishMaterial, world.editor, { slug });
    const desk = await told(getMaterialDesk, world.editor, { slug });
    expect(desk).toMatchObject({
      state: "published",
      publishedNumber: 1,
      latest: { number: 2 },
      waiting: null,
      reviews: [
        { number: 2, verdict: "published" },
        { number: 2, verdict: "returned", note: "末句不通" },
        { number: 1, verdict: "published" },
      ],
      versions: [
        { number: 2, published: false, reviewed: true },
        { number: 1, published: true, reviewed: true },
      ],
    });
    const [row] = await database("desk").select().from(materials).where(eq(materials.slug, slug));
    const ledger = await database("desk")
      .select()
      .from(audit)
      .where(eq(audit.objectId, row?.id as number));
    expect(ledger.map((entry) => entry.action)).toEqual(
      ["create", "publish", "edit", "submit", "return", "submit", "publish", "publish", "withdraw", "publish"].map(
        (word) => `material.${word}`,
      ),
    );
  });

  test("a newer wording takes the waiting one's place, and an older one that nobody passed is not for members", async () => {
    const first = text("初稿");
    const { slug } = await told(createMaterial, world.editor, { ...first, submit: true });
    await told(editMaterial, world.editor, { slug, from: 1, ...first, body: `${first.body}\n\n又一段。` });
    expect((await told(getMaterialDesk, world.editor, { slug })).state).toBe("unpublished");
    expect(await codeOf(publishMaterial, world.editor, { slug })).toBe("wording-not-reviewed");
    expect(await codeOf(publishMaterial, world.editor, { slug, number: 1 })).toBe("wording-not-reviewed");
    expect(await codeOf(submitMaterial, world.reviewer, { slug })).toBe("done");
    expect(await codeOf(reviewMaterial, world.leftEditor, { slug, number: 2, verdict: "publish" })).toBe("not-found");
  });

  test("whose a text is changes at once, and only to where its editor edits too", async () => {
    const first = text("归属");
    const slug = await aPublishedMaterial(world, { ...first, branchId: world.left });
    expect(await codeOf(readMaterial, world.member, { slug })).toBe("not-found");
    expect(await codeOf(editMaterial, world.leftEditor, { slug, from: 1, ...first, branchId: world.right })).toBe("not-found");
    await told(editMaterial, world.editor, { slug, from: 1, ...first, branchId: world.right, audienceTags: ["青年"] });
    expect(await codeOf(readMaterial, world.member, { slug })).toBe("not-found");
    await told(editMaterial, world.editor, { slug, from: 1, ...first, audienceTags: [] });
    expect(await codeOf(readMaterial, world.member, { slug })).toBe("done");
    expect(await told(getMaterialDesk, world.editor, { slug })).toMatchObject({
      branchId: world.right,
      audienceTags: [],
      latest: { number: 1 },
    });
    await told(editMaterial, world.editor, { slug, from: 1, ...first, branchId: "" });
    expect((await told(getMaterialDesk, world.editor, { slug })).branchId).toBeNull();
  });

  test("questions stand after their paragraphs through new wordings; one whose paragraph is gone goes to the end, and that is said", async () => {
    const [one, two] = [await aPublishedQuestion(world), await aPublishedQuestion(world)];
    const first = { title: "有题的材料", body: "第一段讲每月读一本书，先写问题。\n\n第二段讲会后三天内交一页纸。" };
    const slug = await aPublishedMaterial(world, {
      ...first,
      checks: [
        { questionId: one, after: "p1" },
        { questionId: two, after: "p2" },
      ],
    });
    const places = async () =>
      (await told(getMaterialDesk, world.editor, { slug })).checks.map(({ questionId, after }) => [questionId, after]);
    expect(await places()).toEqual([
      [one, "p1"],
      [two, "p2"],
    ]);
    const body = "新加的开头。\n\n第一段讲每月读一本书，先写问题。\n\n另起的结尾说别的事情去了。";
    expect((await told(editMaterial, world.editor, { slug, from: 1, ...first, body })).lost).toBe(1);
    expect(await places()).toEqual([
      [one, "p2"],
      [two, ""],
    ]);
    const give = (checks: object[]) => codeOf(editMaterial, world.editor, { slug, from: 2, ...first, body, checks });
    expect(await give([{ questionId: one }, { questionId: one }])).toBe("check-twice");
    expect(await give([{ questionId: 999_999 }])).toBe("check-unknown");
    expect(await give([{ questionId: one, after: "s1" }])).toBe("invalid");
    expect(await give([])).toBe("done");
    expect(await places()).toEqual([]);
  });

  test("pictures of an imported document become files of its text in the same step; the same document is known by its text", async () => {
    const bytes = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");
    const given = { title: "有图的材料", body: "一段文字说明流程。\n\n![流程图](picture:1)\n\n![没来的图](picture:2)" };
    const { slug } = await told(createMaterial, world.editor, { ...given, pictures: { name: "图1.png", bytes } });
    const { latest, files } = await told(getMaterialDesk, world.editor, { slug });
    expect(files).toMatchObject([{ name: "图1.png", contentType: "image/png" }]);
    expect(latest.body).toBe(`一段文字说明流程。\n\n![流程图](${files[0]?.address})\n\n没来的图`);
    const again = await createMaterial.call(await as(world.editor), {
      ...given,
      body: given.body.replace("![没来的图](picture:2)", "没来的图"),
    });
    expect(again).toMatchObject({ ok: false, code: "already-in-library", params: { slug } });
    const flood = { name: "a.png", bytes: Buffer.from("89504e470d0a1a0a0000000d4948445200ffffff00ffffff0806000000", "hex") };
    const { ok } = await createMaterial.call(await as(world.editor), { title: "洪水", body: "字。![a](picture:1)", pictures: [flood] });
    expect(ok).toBe(false);
    expect((await told(listMaterialsDesk, world.editor, { q: "洪水" })).total).toBe(0);
  });

  test("the desk's list is narrowed by tag, by branch with those below it, and by what waits", async () => {
    const tags = ["筛选"];
    const made = await told(createMaterial, world.editor, { ...text("左"), branchId: world.left, tags, submit: true });
    await told(createMaterial, world.editor, { ...text("众"), tags });
    const slugsOf = async (filter: object) =>
      (await told(listMaterialsDesk, world.editor, { tag: "筛选", ...filter })).items.map(({ slug }) => slug);
    expect((await slugsOf({})).length).toBe(2);
    expect(await slugsOf({ branch: world.root })).toEqual([made.slug]);
    expect(await slugsOf({ branch: world.right })).toEqual([]);
    expect((await slugsOf({ branch: 0 })).length).toBe(1);
    expect(await slugsOf({ state: "in_review" })).toEqual([made.slug]);
    expect((await told(listMaterialsDesk, world.editor, {})).tags).toContainEqual({ name: "筛选", count: 2 });
  });

  test("a proposal is made again with other wishes, and the English variant is a part of the wording", async () => {
    const first = await told(proposeMaterial, world.editor, { text: "标题一行\n\n正文,一句话。\n\n责任编辑:某某" });
    expect(first.changes.map(({ kind }) => kind)).toEqual(["punctuation", "credit"]);
    const { text: original, form } = first.original;
    const again = await told(proposeMaterial, world.editor, { text: original, form, keep: "punctuation", keepLines: "5" });
    expect([again.changes, again.markdown]).toEqual([[], "正文,一句话。\n\n责任编辑:某某"]);
    const given = { ...text("双语"), titleEn: "Two", bodyEn: "One paragraph." };
    const slug = await aPublishedMaterial(world, given);
    expect((await told(getMaterialDesk, world.editor, { slug })).blocksEn).toMatchObject([{ id: "p1", text: "One paragraph." }]);
    expect((await told(editMaterial, world.editor, { slug, from: 1, ...given, bodyEn: "Another." })).number).toBe(2);
  });

  test("an editor of one subtree does not touch another's texts, and members have no desk", async () => {
    const { slug } = await told(createMaterial, world.editor, { ...text("右支部"), branchId: world.right });
    for (const verb of [getMaterialDesk, publishMaterial, withdrawMaterial, submitMaterial])
      expect(await codeOf(verb, world.leftEditor, { slug })).toBe("not-found");
    expect(await codeOf(editMaterial, world.leftEditor, { slug, from: 1, ...text("改") })).toBe("not-found");
    expect(await codeOf(createMaterial, world.leftEditor, { ...text("越界"), branchId: world.right })).toBe("not-found");
    expect((await told(listMaterialsDesk, world.leftEditor, {})).items.map((item) => item.slug)).not.toContain(slug);
    expect((await told(listMaterialsDesk, world.editor, { state: "unpublished" })).items.map((item) => item.slug)).toContain(slug);
    expect(await codeOf(listMaterialsDesk, world.member, {})).toBe("forbidden");
    expect(await codeOf(proposeMaterial, world.member, { text: "一" })).toBe("forbidden");
    expect(await codeOf(createMaterial, world.member, text("越权"))).toBe("not-found");
  });
});
