// Above 150 lines: one world of writers and readers, and a piece's whole life in it.
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { outcomes, programmeItems, programmeModules, programmes } from "#db/schema/programmes.ts";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { aPublishedMaterial } from "#tests/world/materials.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { collectReflection } from "./collect-reflection.ts";
import { collectionHtml, collectionMarkdown } from "./collection-file.ts";
import { commentReflection } from "./comment-reflection.ts";
import { downloadCollection } from "./download-collection.ts";
import { getCollection } from "./get-collection.ts";
import { getPrompt } from "./get-prompt.ts";
import { getReflection } from "./get-reflection.ts";
import { handInReflection } from "./hand-in-reflection.ts";
import { keepReflection } from "./keep-reflection.ts";
import { listReflections } from "./list-reflections.ts";
import { recommendReflection } from "./recommend-reflection.ts";
import { removeComment } from "./remove-comment.ts";
import { removeReflection } from "./remove-reflection.ts";
import { saveReflection } from "./save-reflection.ts";
import { startReflection } from "./start-reflection.ts";
import { findReflection } from "./visible-reflections.ts";
import { withdrawReflection } from "./withdraw-reflection.ts";

const world = { root: 0, left: 0, right: 0, me: 0, mate: 0, beside: 0, leader: 0, rightLeader: 0, item: 0 };
const desk = () => database("desk");
const draft = { title: "读后", body: "第一段。\n第二段。" };

beforeAll(async () => {
  const root = await aBranch();
  const left = await aBranch(root.id, "左支部");
  const right = await aBranch(root.id);
  Object.assign(world, { root: root.id, left: left.id, right: right.id });
  world.me = await aPerson(left.id, { name: "作者" });
  world.mate = await aPerson(left.id);
  world.beside = await aPerson(right.id);
  world.leader = await aPerson(root.id, { held: [{ office: "leader", branchId: root.id }] });
  world.rightLeader = await aPerson(right.id, { held: [{ office: "branch_admin", branchId: right.id }] });
  const now = new Date();
  const ofProgramme = {
    slug: "jihua",
    title: "学习计划",
    branchId: left.id,
    opensAt: now,
    closesAt: new Date(now.getTime() + 9e8),
    createdAt: now,
  };
  const [programme] = await desk()
    .insert(programmes)
    .values({ ...ofProgramme, publishedAt: now })
    .returning({ id: programmes.id });
  const programmeId = programme?.id as number;
  const [module] = await desk()
    .insert(programmeModules)
    .values({ programmeId, place: 1, title: "一" })
    .returning({ id: programmeModules.id });
  const ofItem = {
    programmeId,
    moduleId: module?.id as number,
    place: 1,
    kind: "reflection" as const,
    title: "写一篇",
    moveOn: "Completed" as const,
  };
  const [item] = await desk()
    .insert(programmeItems)
    .values({ ...ofItem, prompt: "谈一谈。" })
    .returning({ id: programmeItems.id });
  world.item = item?.id as number;
});

async function handedIn(author: number, words = draft): Promise<number> {
  const { id, revision } = await told(startReflection, author, words);
  await told(handInReflection, author, { id, revision });
  return id;
}

describe("who reads a piece", () => {
  test("lists and pages show exactly what can.seeReflection allows, to everyone; a draft is nobody else's", async () => {
    const made = [
      (await told(startReflection, world.me, draft)).id,
      await handedIn(world.me),
      (await told(startReflection, world.beside, draft)).id,
      await handedIn(world.beside),
      await handedIn(world.leader),
    ];
    const gone = (await told(startReflection, world.me, draft)).id;
    await told(removeReflection, world.me, { id: gone });
    const seen: string[] = [];
    for (const person of [world.me, world.mate, world.beside, world.leader, world.rightLeader]) {
      const { viewer } = await as(person);
      const all = await Promise.all([...made, gone].map((id) => findReflection(desk(), id)));
      const allowed = all.flatMap((one) => (one && can.seeReflection(viewer, one) ? [one.id] : [])).sort();
      const lists = await Promise.all((["mine", "branch"] as const).map((view) => told(listReflections, person, { view })));
      const listed = [...new Set(lists.flatMap(({ items }) => items.map(({ id }) => id)))].sort();
      expect(listed).toEqual(allowed);
      for (const id of [...made, gone])
        expect(await codeOf(getReflection, person, { id })).toBe(allowed.includes(id) ? "done" : "not-found");
      const comments = await Promise.all(made.map((id) => codeOf(commentReflection, person, { id, body: "好" })));
      seen.push(`${allowed.length} ${comments.filter((code) => code === "done").length}`);
    }
    // Own draft and own piece; the mate's one; two of the right branch with its draft or without; the leader everything handed in.
    expect(seen).toEqual(["2 1", "1 1", "2 1", "3 3", "1 1"]);
  });
});

describe("a piece's life", () => {
  test("two windows: the older save is refused and overwrites nothing", async () => {
    const { id, revision } = await told(startReflection, world.me, draft);
    const saved = await told(saveReflection, world.me, { id, revision, title: "读后", body: "改了一遍。" });
    expect(saved).toMatchObject({ revision: 2, characters: 4 });
    const other = { id, revision, title: "读后", body: "另一扇窗写的。" };
    expect(await tell(saveReflection, world.me, other)).toMatchObject({ ok: false, code: "reflection-changed", params: { revision: 2 } });
    expect((await told(getReflection, world.me, { id })).body).toBe("改了一遍。");
    expect(await codeOf(saveReflection, world.mate, { ...other, revision: 2 })).toBe("not-found");
    // The same words again are no change, from whichever revision.
    expect((await told(saveReflection, world.me, { ...other, body: "改了一遍。" })).revision).toBe(2);
  });

  test("handed in for an item: recorded, as it stands, and withdrawn while nobody has said anything", async () => {
    expect(await codeOf(getPrompt, world.beside, { item: world.item })).toBe("not-found");
    expect(await codeOf(startReflection, world.beside, { ...draft, item: world.item })).toBe("not-found");
    expect(await told(getPrompt, world.me, { item: world.item })).toMatchObject({ item: { prompt: "谈一谈。" }, existing: null });
    const both = await Promise.all([1, 2].map(() => told(startReflection, world.me, { title: "", body: "", item: world.item })));
    expect(both[0]?.id).toBe(both[1]?.id);
    const id = both[0]?.id as number;
    expect(refusalOf(await tell(handInReflection, world.me, { id, revision: 1 }))).toBe("title-missing@title");
    await told(saveReflection, world.me, { id, revision: 1, title: "一得", body: "。。" });
    expect(refusalOf(await tell(handInReflection, world.me, { id, revision: 2 }))).toBe("body-missing@body");
    await told(saveReflection, world.me, { id, revision: 2, ...draft });
    expect(await codeOf(handInReflection, world.me, { id, revision: 2 })).toBe("reflection-changed");
    await told(handInReflection, world.me, { id, revision: 3 });
    const [outcome] = await desk().select().from(outcomes).where(eq(outcomes.subjectId, world.item));
    expect(outcome).toMatchObject({ personId: world.me, kind: "reflection" });
    expect(outcome?.completedAt).not.toBeNull();
    expect(await codeOf(saveReflection, world.me, { id, revision: 3, title: "再改", body: "再改" })).toBe("already-handed-in");
    expect(await codeOf(removeReflection, world.me, { id })).toBe("already-handed-in");
    await told(withdrawReflection, world.me, { id });
    await told(handInReflection, world.me, { id, revision: 3 });
    const { id: comment } = await told(commentReflection, world.mate, { id, body: "写得实在。" });
    expect(await codeOf(withdrawReflection, world.me, { id })).toBe("already-commented");
    expect((await told(getReflection, world.me, { id })).may).toEqual({ edit: false, withdraw: false, oversee: false });
    expect(await codeOf(removeComment, world.me, { id: comment })).toBe("not-found");
    expect(refusalOf(await tell(removeComment, world.leader, { id: comment }))).toBe("reason-missing@reason");
    await told(removeComment, world.leader, { id: comment, reason: "不当" });
    expect((await told(getReflection, world.mate, { id })).comments).toMatchObject([{ deleted: true, body: "", author: null }]);
  });

  test("about a text without checks it completes the reading", async () => {
    const editor = await aPerson(world.root, { held: [{ office: "admin", branchId: world.root }] });
    const reviewer = await aPerson(world.root, { held: [{ office: "reviewer", branchId: world.root }] });
    const slug = await aPublishedMaterial({ author: editor, reviewer }, { title: "一篇", body: "正文一段。" });
    const { id, revision } = await told(startReflection, world.me, { ...draft, material: slug });
    const done = () => desk().$count(outcomes, eq(outcomes.kind, "material"));
    expect(await done()).toBe(0);
    await told(handInReflection, world.me, { id, revision });
    expect(await done()).toBe(1);
    expect((await told(getReflection, world.mate, { id })).material).toEqual({ slug, title: "一篇" });
  });
});

describe("what becomes of good ones", () => {
  test("office holders recommend and collect, with a trace; others keep for themselves", async () => {
    const id = await handedIn(world.me, { title: "<b>实干</b>", body: "# 不是标题\n\n- 也不是列表 <script>" });
    for (const verb of [recommendReflection, collectReflection]) {
      for (const person of [world.me, world.mate, world.rightLeader])
        expect(await codeOf(verb, person, { id, on: true })).toBe("not-found");
      await told(verb, world.leader, { id, on: true });
      await told(verb, world.leader, { id, on: true });
    }
    expect(await codeOf(withdrawReflection, world.me, { id })).toBe("already-recommended");
    const ledger = await desk().select().from(audit).where(eq(audit.objectId, id));
    expect(ledger.map(({ action }) => action)).toEqual(["reflection.recommend", "reflection.collect"]);
    expect((await told(listReflections, world.mate, { view: "recommended" })).items.map((one) => one.id)).toEqual([id]);
    expect((await told(listReflections, world.beside, { view: "recommended" })).items).toEqual([]);
    expect((await told(listReflections, world.mate, { view: "kept" })).items).toEqual([]);
    await told(keepReflection, world.mate, { id, on: true });
    expect((await told(listReflections, world.mate, { view: "kept" })).items.map((one) => one.id)).toEqual([id]);
    expect((await told(getCollection, world.mate, {})).items.map((one) => one.id)).toEqual([id]);
    expect((await told(getCollection, world.leader, { branch: world.root })).items.map((one) => one.id)).toEqual([id]);
    expect(await codeOf(getCollection, world.mate, { branch: world.root })).toBe("not-found");
    expect(await codeOf(getCollection, world.rightLeader, { branch: world.left })).toBe("not-found");
    const file = await told(downloadCollection, world.mate, { format: "html" });
    expect(file.fileName).toBe("左支部心得集.html");
    expect(new TextDecoder().decode(file.bytes)).not.toContain("<script");
    await desk().update(reflections).set({ collectedAt: null }).where(eq(reflections.id, id));
  });

  test("in a file people's words stay words", () => {
    const piece = {
      title: "一 & 二 <img src=x onerror=alert(1)>",
      body: "# 一\n- 二\n3. 三\n[x](javascript:alert(1))",
      author: "甲",
      branch: "乙",
      handedInAt: null,
    };
    const html = collectionHtml("集", { branch: { name: "" }, items: [piece] });
    expect(html).not.toMatch(/<img|<a /);
    expect(html).toContain("&lt;img");
    const markdown = collectionMarkdown("集", { branch: { name: "" }, items: [piece] });
    expect(markdown).toContain("\\# 一");
    expect(markdown).toContain("\\- 二");
    expect(markdown).toContain("3\\. 三");
    expect(markdown).toContain("\\[x\\]");
  });
});
