import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { materials } from "#db/schema/materials.ts";
import { programmeItems, programmes } from "#db/schema/programmes.ts";
import { searchTexts } from "#db/schema/search.ts";
import { can } from "#domain/access.ts";
import { foldText } from "#domain/search/fold-text.ts";
import { aFindableText, aWording } from "#tests/world/library.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { tell, told } from "#tests/world/tell.ts";
import { indexMaterial } from "./index-material.ts";
import { indexProgramme } from "./index-programme.ts";
import { searchStudy } from "./search-study.ts";

const world = { root: 0, left: 0, right: 0, leftMember: 0, rightMember: 0, everybody: [] as number[] };
beforeAll(async () => {
  const root = await aBranch();
  const left = await aBranch(root.id);
  const right = await aBranch(root.id);
  Object.assign(world, { root: root.id, left: left.id, right: right.id });
  world.leftMember = await aPerson(left.id);
  world.rightMember = await aPerson(right.id);
  const admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  const tagged = await aPerson(left.id, { tags: ["青年"] });
  world.everybody = [world.leftMember, world.rightMember, admin, tagged];
});

type Kind = "material" | "programme" | "item" | "meeting";
const group = async (personId: number, q: string, kind: Kind = "material") => {
  const { groups } = await told(searchStudy, personId, { q, kind });
  const found = groups.find((one) => one.kind === kind);
  if (!found) throw new Error("no such group");
  return found;
};
const refs = async (personId: number, q: string, kind: Kind = "material") => (await group(personId, q, kind)).hits.map(({ ref }) => ref);

describe("what is found", () => {
  test("words no dictionary knows, parts of words, numbers, one character; nothing that only looks alike", async () => {
    const { slug } = await aFindableText(null, { body: "高质生产力与法宣工作，见第 12 章；2023年修订。鹁鸪。" });
    for (const q of ["质生", "法宣", "第12章", "12章", "2023年", "23年", "鹁", "鹁鸪", "质生 鹁鸪"])
      expect(await refs(world.leftMember, q)).toContain(slug);
    for (const q of ["产质", "质生 没有的词", "第13章", "生产力法宣"]) expect(await refs(world.leftMember, q)).not.toContain(slug);
    const scattered = await aFindableText(null, { body: "鹤立，立群。鹤与立群。" });
    expect(await refs(world.leftMember, "鹤立群")).toEqual([]);
    expect(await refs(world.leftMember, "立群")).toEqual([scattered.slug]);
  });

  test("every part of a text of two and more characters finds it, and nothing is found that does not contain it", async () => {
    const letters = fc.constantFrom(..."鼋鼍龘靐齉AB1，。");
    const texts = await Promise.all(
      fc
        .sample(fc.array(letters, { minLength: 3, maxLength: 30 }), { seed: 7, numRuns: 16 })
        .map((characters) => characters.join(""))
        .map(async (body) => ({ body, ...(await aFindableText(null, { title: "篇", body: `文：${body}` })) })),
    );
    for (const { body, slug } of texts) {
      for (const [from, to] of [
        [0, 2],
        [1, 4],
        [2, 9],
        [0, body.length],
      ]) {
        const part = body.slice(from, to);
        const folded = foldText(part).text;
        if ([...folded].length < 2) continue;
        const found = new Set<string>();
        for (const page of ["1", "2", "3"])
          for (const hit of (await told(searchStudy, world.leftMember, { q: `"${part}"`, kind: "material", page })).groups[0]?.hits ?? [])
            found.add(hit.ref);
        const right = texts.filter((text) => foldText(text.body).text.includes(folded)).map((text) => text.slug);
        expect([...found].sort(), part).toEqual(right.sort());
        expect(found.has(slug)).toBe(true);
      }
    }
  });

  test("the title counts first, then what stands closer and oftener; the newest of equals first", async () => {
    const often = await aFindableText(null, { body: "貔貅。貔貅。貔貅。" });
    const once = await aFindableText(null, { body: "貔貅。" });
    const again = await aFindableText(null, { body: "貔貅。" });
    const titled = await aFindableText(null, { title: "说貔貅", body: "另外的话。" });
    expect(await refs(world.leftMember, "貔貅")).toEqual([titled.slug, often.slug, again.slug, once.slug]);
  });

  test("the hit says where: marks as places, never as HTML, and the paragraph to go to", async () => {
    await aFindableText(null, {
      title: "<b>饕餮</b>",
      summary: "摘要里没有。",
      body: "## 一\n\n第一段。\n\n- 甲\n- 乙饕餮<i>x</i>丙\n",
      tags: ["神兽"],
    });
    const [hit] = (await group(world.leftMember, "乙饕餮")).hits;
    expect(hit?.place).toBe("p2");
    expect(hit?.snippet.marks.map(([from, to]) => hit.snippet.text.slice(from, to))).toEqual(["乙饕餮"]);
    const [titled] = (await group(world.leftMember, "饕餮")).hits;
    expect(titled?.title).toEqual({ text: "<b>饕餮</b>", marks: [[3, 5]] });
    expect((await group(world.leftMember, "神兽")).hits[0]?.place).toBe("tags");
  });

  test("a text with an English variant is one hit, in the reader's language when both contain the word", async () => {
    const { slug } = await aFindableText(null, {
      title: "章程 Zeppelin",
      titleEn: "Zeppelin rules",
      body: "Zeppelin 一。",
      bodyEn: "A zeppelin flies.",
    });
    const ask = async (lang: string) => (await told(searchStudy, world.leftMember, { q: "zeppelin", lang })).groups[0];
    expect((await ask("zh-CN"))?.hits).toMatchObject([{ ref: slug, lang: "zh-CN", place: "p1" }]);
    expect((await ask("en"))?.hits).toMatchObject([{ ref: slug, lang: "en" }]);
    expect((await ask("en"))?.count).toBe(1);
  });

  test("more than 200 are counted to 200, and an old one with the word in its title is still the first", async () => {
    const old = await aFindableText(null, { title: "狻猊考", body: "正文。" });
    for (let at = 0; at < 205; at += 1) await aFindableText(null, { body: "狻猊。" });
    const { groups, pages } = await told(searchStudy, world.leftMember, { q: "狻猊", kind: "material" });
    expect(groups[0]).toMatchObject({ count: 200, isCapped: true });
    expect(groups[0]?.hits[0]?.ref).toBe(old.slug);
    expect(pages).toBe(10);
    const beyond = await told(searchStudy, world.leftMember, { q: "狻猊", kind: "material", page: "11" });
    expect(beyond.groups[0]?.hits).toEqual([]);
  });

  test("a text of a hundred thousand characters is indexed, and its last words are found", async () => {
    const { slug } = await aFindableText(null, { body: `${"很长的一篇文章，说了很多话。".repeat(9_000)}\n\n最后说到睚眦必报。` });
    expect(await refs(world.leftMember, "睚眦必报")).toEqual([slug]);
    const rich = Array.from({ length: 50_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7_919) % 20_000), 0x20000 + at)).join("");
    const richest = await aFindableText(null, { body: `${rich}末尾是螭吻` });
    expect(await refs(world.leftMember, "是螭吻")).toEqual([richest.slug]);
    expect(await refs(world.leftMember, "螭吻是")).toEqual([]);
  });
});

describe("who finds what", () => {
  test("exactly what can.readMaterial allows, in hits and in counts, for everyone", async () => {
    const made: { id: number; slug: string }[] = [];
    for (const branchId of [null, world.root, world.left, world.right])
      made.push(await aFindableText(branchId, { title: `獬豸${made.length}`, body: "獬豸。" }));
    const tagged = await aFindableText(world.left, { body: "獬豸。" });
    await database("desk")
      .update(materials)
      .set({ audienceTags: ["青年"] })
      .where(eq(materials.id, tagged.id));
    const all = await database("desk").query.materials.findMany();
    const paths = new Map((await database("desk").query.branches.findMany()).map((branch) => [branch.id, branch.path]));
    const ours = all.filter(({ id }) => [...made, tagged].some((text) => text.id === id));
    for (const personId of world.everybody) {
      const { viewer } = await as(personId);
      const allowed = ours.filter(({ branchId, publishedVersionId, archivedAt, audienceTags }) =>
        can.readMaterial(viewer, {
          path: branchId === null ? null : (paths.get(branchId) ?? ""),
          published: publishedVersionId !== null && archivedAt === null,
          audienceTags,
        }),
      );
      const found = await group(personId, "獬豸");
      expect(found.hits.map(({ ref }) => ref).sort()).toEqual(allowed.map(({ slug }) => slug).sort());
      expect(found.count).toBe(allowed.length);
    }
    expect((await group(world.leftMember, "獬豸2")).count).toBe(1);
    expect(await told(searchStudy, world.rightMember, { q: "獬豸2" })).toMatchObject({
      groups: [{ count: 0, hits: [] }, { count: 0 }, { count: 0 }, { count: 0 }],
    });
  });

  test("a new wording replaces the old one, and what is withdrawn is gone, at once", async () => {
    const { id, slug } = await aFindableText(null, { body: "毕方旧文。", titleEn: "Bifang the old" });
    await aWording(id, { body: "毕方新文。" });
    expect(await refs(world.leftMember, "毕方新文")).toEqual([slug]);
    expect(await refs(world.leftMember, "毕方旧文")).toEqual([]);
    expect(await refs(world.leftMember, "Bifang")).toEqual([]);
    await database("desk").transaction(async (tx) => {
      await tx.update(materials).set({ archivedAt: new Date() }).where(eq(materials.id, id));
      await indexMaterial(tx, id);
    });
    expect(await refs(world.leftMember, "毕方")).toEqual([]);
    expect(await database("desk").$count(searchTexts, and(eq(searchTexts.kind, "material"), eq(searchTexts.subjectId, id)))).toBe(0);
  });

  test("published programmes and their meetings are found by their people alone, and are gone when cancelled", async () => {
    const made = await aProgramme({
      branchId: world.left,
      title: "重明计划",
      items: [{ kind: "meeting", title: "重明座谈" }, { kind: "reading" }],
    });
    const index = () => database("desk").transaction((tx) => indexProgramme(tx, made.id));
    await index();
    for (const kind of ["programme", "item"] as const) {
      expect((await group(world.leftMember, "重明", kind)).count).toBe(1);
      expect((await group(world.rightMember, "重明", kind)).count).toBe(0);
    }
    expect((await group(world.leftMember, "重明座谈", "item")).hits[0]).toMatchObject({ about: "重明计划" });
    await database("desk").update(programmeItems).set({ retiredAt: new Date() }).where(eq(programmeItems.kind, "meeting"));
    await index();
    expect((await group(world.leftMember, "重明座谈", "item")).count).toBe(0);
    await database("desk").update(programmes).set({ cancelledAt: new Date() }).where(eq(programmes.id, made.id));
    await index();
    expect((await group(world.leftMember, "重明", "programme")).count).toBe(0);
  });
});

describe("bad input", () => {
  test("what nothing can be looked for with is an empty answer; what no text can hold and what is too long is refused at its field", async () => {
    for (const q of ["", "   ", "，。！", "\u200b", "& | ! <-> :* ( )", "%", "_", "\\", "'"]) {
      const answer = await told(searchStudy, world.leftMember, { q });
      expect(answer).toMatchObject({ terms: [], groups: [{ count: 0 }, { count: 0 }, { count: 0 }, { count: 0 }] });
    }
    for (const q of ["a\u0000b", "\ud800", "长".repeat(101)])
      expect(refusalOf(await tell(searchStudy, world.leftMember, { q }))).toBe("invalid@q");
    for (const input of [{ kind: "question" }, { kind: "person" }, { sort: "correct" }, { page: "0" }, { "filter[key]": "1" }])
      expect(refusalOf(await tell(searchStudy, world.leftMember, { q: "党", ...input }))).toMatch(/^invalid/);
  });

  test("nothing typed is an operator, a lexeme or SQL", async () => {
    for (const q of [
      "党 & !章",
      "'); drop table search_texts; --",
      "党:*",
      "a | b",
      "\\'",
      "^党",
      ":1:1",
      ":long",
      "=party",
      '"',
      "“”",
      "党\\章",
    ])
      expect(refusalOf(await tell(searchStudy, world.leftMember, { q }))).toBe("ok");
    const { slug } = await aFindableText(null, { body: "麒麟!凤凰 & it's a C:\\path" });
    for (const q of ["麒麟!", "it's", "C:\\path", "麒麟 & 凤凰"]) expect(await refs(world.leftMember, q)).toContain(slug);
  });
});
