import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { materials, materialVersions, readings } from "#db/schema/materials.ts";
import { audit } from "#db/schema/operations.ts";
import { can } from "#domain/access.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { createMaterial } from "./create-material.ts";
import { editMaterial } from "./edit-material.ts";
import { getMaterialDesk } from "./get-material-desk.ts";
import { listMaterials } from "./list-materials.ts";
import { listMaterialsDesk } from "./list-materials-desk.ts";
import { proposeMaterial } from "./propose-material.ts";
import { publishMaterial } from "./publish-material.ts";
import { readMaterial } from "./read-material.ts";
import { saveReadingPlace } from "./save-reading-place.ts";
import { withdrawMaterial } from "./withdraw-material.ts";

const world = { root: 0, left: 0, right: 0, editor: 0, leftEditor: 0, member: 0, leftMember: 0 };
let count = 0;

beforeAll(async () => {
  const root = await aBranch();
  const left = await aBranch(root.id);
  const right = await aBranch(root.id);
  Object.assign(world, { root: root.id, left: left.id, right: right.id });
  world.editor = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  world.leftEditor = await aPerson(left.id, { held: [{ office: "organizer", branchId: left.id }] });
  world.member = await aPerson(right.id);
  world.leftMember = await aPerson(left.id);
});

const text = (words: string) => ({ title: `题目${++count}`, body: `## 一\n\n${words}，第${++count}篇。\n\n- 甲\n- 乙\n\n## 二\n\n末段。` });

describe("what members read", () => {
  test("the list and the page show exactly what can.readMaterial allows, to everyone", async () => {
    const made = [];
    for (const branchId of [undefined, world.root, world.left, world.right]) {
      for (const publish of [true, false]) made.push(await told(createMaterial, world.editor, { ...text("可见"), branchId, publish }));
    }
    const withdrawn = await told(createMaterial, world.editor, { ...text("撤下"), publish: true });
    await told(withdrawMaterial, world.editor, { slug: withdrawn.slug, reason: "过时" });
    const all = await database("desk").query.materials.findMany();
    const paths = new Map((await database("desk").query.branches.findMany()).map((branch) => [branch.id, branch.path]));
    expect(made.length).toBe(8);
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
    await told(createMaterial, world.editor, { ...text("一"), collection, tags: ["读书", "支部"], publish: true });
    const { title } = await database("desk")
      .select()
      .from(materialVersions)
      .orderBy(materialVersions.id)
      .then((rows) => rows.at(-1) as { title: string });
    await told(createMaterial, world.editor, { ...text("二"), collection, tags: ["支部"], publish: true });
    expect((await told(listMaterials, world.member, { collection })).total).toBe(2);
    expect((await told(listMaterials, world.member, { collection, tag: "读书" })).items.map((item) => item.title)).toEqual([title]);
    expect((await told(listMaterials, world.member, { q: title })).items.map((item) => item.title)).toEqual([title]);
    expect((await told(listMaterials, world.member, { q: "100%_" })).total).toBe(0);
    const { collections, tags } = await told(listMaterials, world.member, {});
    expect(collections).toContainEqual({ name: collection, count: 2 });
    expect(tags).toContainEqual({ name: "支部", count: 2 });
  });

  test("goes on from the paragraph that was saved; the later save stands, and a paragraph that is not there is refused", async () => {
    const { slug } = await told(createMaterial, world.editor, { ...text("续读"), publish: true });
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

  test("an edit is a new wording that members see only when it is published; going back is publishing an older one", async () => {
    const first = text("初稿");
    const { slug, number } = await told(createMaterial, world.editor, { ...first, publish: true });
    const edited = { ...first, body: `${first.body}\n\n补充一段。` };
    expect(await told(editMaterial, world.editor, { slug, from: number, ...edited })).toEqual({ slug, number: 2, changed: true });
    expect(await told(editMaterial, world.editor, { slug, from: 2, ...edited })).toEqual({ slug, number: 2, changed: false });
    expect(await codeOf(editMaterial, world.editor, { slug, from: 1, ...first })).toBe("material-changed");
    expect((await told(readMaterial, world.member, { slug })).paragraphs).toBe(3);
    await told(publishMaterial, world.editor, { slug });
    expect((await told(readMaterial, world.member, { slug })).paragraphs).toBe(4);
    await told(publishMaterial, world.editor, { slug, number: 1 });
    expect((await told(readMaterial, world.member, { slug })).paragraphs).toBe(3);
    const desk = await told(getMaterialDesk, world.editor, { slug });
    expect(desk).toMatchObject({
      state: "published",
      publishedNumber: 1,
      latest: { number: 2 },
      versions: [
        { number: 2, published: false },
        { number: 1, published: true },
      ],
    });
    const [row] = await database("desk").select().from(materials).where(eq(materials.slug, slug));
    const ledger = await database("desk")
      .select()
      .from(audit)
      .where(eq(audit.objectId, row?.id as number));
    expect(ledger.map((entry) => entry.action)).toEqual(["material.create", "material.edit", "material.publish", "material.publish"]);
  });

  test("an editor of one subtree does not touch another's texts, and members have no desk", async () => {
    const { slug } = await told(createMaterial, world.editor, { ...text("右支部"), branchId: world.right });
    for (const verb of [getMaterialDesk, publishMaterial, withdrawMaterial])
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
