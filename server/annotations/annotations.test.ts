// Above 150 lines: one world of readers, and everything they may and may not do to one another's annotations.
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { annotationAnchors, annotations } from "#db/schema/annotations.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { materials } from "#db/schema/materials.ts";
import { notices } from "#db/schema/notices.ts";
import { audit } from "#db/schema/operations.ts";
import { outcomes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { writeMaterialVersion } from "#server/materials/write-version.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { askReAnchor } from "./ask-re-anchor.ts";
import { attachByHand } from "./attach-by-hand.ts";
import { editAnnotation } from "./edit-annotation.ts";
import { getAnchorCounts } from "./get-anchor-counts.ts";
import { listAnnotations } from "./list-annotations.ts";
import { listOpenQuestions } from "./list-open-questions.ts";
import { makeAnnotation } from "./make-annotation.ts";
import { readOldWording } from "./read-old-wording.ts";
import { removeAnnotation } from "./remove-annotation.ts";
import { removeReply } from "./remove-reply.ts";
import { replyAnnotation } from "./reply-annotation.ts";
import { settleQuestion } from "./settle-question.ts";
import { annotationFacts, visibleAnnotations } from "./visible-annotations.ts";
import { voteAnnotation } from "./vote-annotation.ts";

const PARAGRAPHS = [
  "读书会每月一次，由各支部轮流主持，事先把章节发给大家。",
  "主持人先讲这一章说了什么，再提出两三个问题，请每个人都说一句。",
  "会后三天内写好记录，写明谁来了、说了什么、定了什么。",
  "每个季度评一次好问题，写进下一季的题库。",
];
const bodyOf = (paragraphs: readonly string[]) => `## 办法\n\n${paragraphs.join("\n\n")}`;
const world = {
  root: 0,
  left: 0,
  leftSub: 0,
  right: 0,
  me: 0,
  mate: 0,
  below: 0,
  beside: 0,
  leader: 0,
  rightLeader: 0,
  groupId: 0,
  inGroup: 0,
};
let count = 0;
const desk = () => database("desk");

async function aText(paragraphs: readonly string[] = PARAGRAPHS, branchId: number | null = null) {
  const slug = `t-${++count}`;
  const [made] = await desk().insert(materials).values({ slug, branchId, createdAt: new Date() }).returning({ id: materials.id });
  const id = made?.id as number;
  await publish(id, 1, paragraphs);
  return { slug, id };
}

async function publish(id: number, number: number, paragraphs: readonly string[]): Promise<number> {
  const words = {
    ...{ collection: "", title: "读书会", titleEn: "", summary: "", summaryEn: "", body: bodyOf(paragraphs), bodyEn: "" },
    tags: [],
  };
  const content = { ...words, sourceName: "", sourceDate: "", sourceNote: "" };
  const versionId = await writeMaterialVersion(desk(), id, number, content, { createdBy: null, now: new Date() });
  await desk().update(materials).set({ publishedVersionId: versionId }).where(eq(materials.id, id));
  await askReAnchor(desk(), { materialId: id, versionId }, new Date());
  return versionId;
}

const work = async () => {
  while (await runNextJob(() => new Date()));
};
const stretch = (paragraph: number, start: number, end: number, number = 1, paragraphs = PARAGRAPHS) => ({
  ...{ number, block: `p${paragraph}`, start, end },
  exact: (paragraphs[paragraph - 1] ?? "").slice(start, end),
});
const note = (slug: string, at = stretch(1, 0, 7)) => ({ slug, ...at, kind: "note", body: "记一笔", visibility: "branch" });

beforeAll(async () => {
  const root = await aBranch();
  const left = await aBranch(root.id);
  const leftSub = await aBranch(left.id);
  const right = await aBranch(root.id);
  Object.assign(world, { root: root.id, left: left.id, leftSub: leftSub.id, right: right.id });
  world.me = await aPerson(left.id, { name: "甲" });
  world.mate = await aPerson(left.id, { name: "乙" });
  world.below = await aPerson(leftSub.id);
  world.beside = await aPerson(right.id);
  world.inGroup = await aPerson(right.id);
  world.leader = await aPerson(root.id, { held: [{ office: "leader", branchId: left.id }] });
  world.rightLeader = await aPerson(right.id, { held: [{ office: "admin", branchId: right.id }] });
  const now = new Date();
  const [group] = await desk()
    .insert(groups)
    .values({ slug: "wu", name: "五人组", branchId: left.id, createdAt: now })
    .returning({ id: groups.id });
  world.groupId = group?.id as number;
  for (const personId of [world.me, world.inGroup])
    await desk().insert(groupMembers).values({ groupId: world.groupId, personId, joinedAt: now });
});

describe("who sees what", () => {
  test("the list shows exactly what can.seeAnnotation allows, to everyone; a group's notes are not there for others (TC13)", async () => {
    const { slug, id } = await aText();
    const made = await told(makeAnnotation, world.me, { ...note(slug), visibility: "private" });
    await told(makeAnnotation, world.me, { ...note(slug), visibility: "group", groupId: world.groupId });
    await told(makeAnnotation, world.me, note(slug));
    for (const person of [world.mate, world.below, world.beside, world.inGroup, world.leader])
      await told(makeAnnotation, person, note(slug));
    const seen: Record<number, number> = {};
    for (const person of [world.me, world.mate, world.below, world.beside, world.inGroup, world.leader, world.rightLeader]) {
      const { viewer } = await as(person);
      const db = database("play");
      const all = await annotationFacts(db, viewer, eq(annotations.materialId, id));
      expect(all.length).toBe(8);
      const allowed = all.filter((one) => can.seeAnnotation(viewer, one)).map((one) => one.id);
      const inSql = (await annotationFacts(db, viewer, visibleAnnotations(viewer)))
        .filter((one) => one.materialId === id)
        .map((one) => one.id);
      expect(inSql.sort()).toEqual(allowed.sort());
      const listed = await told(listAnnotations, person, { slug });
      expect(listed.items.map((item) => item.id).sort()).toEqual(allowed.sort());
      for (const one of all) {
        const may = allowed.includes(one.id);
        expect(await codeOf(readOldWording, person, { id: one.id })).toBe(may ? "done" : "not-found");
        expect(await codeOf(replyAnnotation, person, { id: one.id, body: "回" })).toBe(may ? "done" : "not-found");
      }
      seen[person] = allowed.length;
    }
    // Own 3 and the branch mate's; two of the branch; one below; the right branch's two, with the group's one for its member; the leader of left and what is below.
    expect(seen).toEqual({
      ...{ [world.me]: 4, [world.mate]: 2, [world.below]: 1, [world.beside]: 2, [world.inGroup]: 3 },
      ...{ [world.leader]: 4, [world.rightLeader]: 2 },
    });
    expect(await codeOf(readOldWording, world.leader, { id: made.id })).toBe("not-found");
  });

  test("a text that may not be read has no annotations either; who left a group sees nothing of it", async () => {
    const { slug } = await aText(PARAGRAPHS, world.left);
    expect(await codeOf(listAnnotations, world.beside, { slug })).toBe("not-found");
    expect(await codeOf(makeAnnotation, world.beside, note(slug))).toBe("not-found");
    const { slug: open } = await aText();
    await told(makeAnnotation, world.me, { ...note(open), visibility: "group", groupId: world.groupId });
    expect((await told(listAnnotations, world.inGroup, { slug: open })).items).toHaveLength(1);
    const left = eq(groupMembers.personId, world.inGroup);
    await desk().update(groupMembers).set({ leftAt: new Date() }).where(left);
    expect((await told(listAnnotations, world.inGroup, { slug: open })).items).toHaveLength(0);
    const shared = { ...note(open), visibility: "group", groupId: world.groupId };
    expect(refusalOf(await tell(makeAnnotation, world.inGroup, shared))).toBe("no-such-group@groupId");
    await desk().update(groupMembers).set({ leftAt: null }).where(left);
  });
});

describe("what is written on a text", () => {
  test("an address that is not in the text is refused at its field, and nothing is written", async () => {
    const { slug, id } = await aText();
    const tries: [object, string][] = [
      [{ number: 2 }, "wording-changed@number"],
      [{ block: "p9" }, "no-such-passage@block"],
      [{ block: "x1" }, "invalid@block"],
      [{ end: 700 }, "outside-passage@end"],
      [{ start: 5, end: 5 }, "outside-passage@end"],
      [{ exact: "没有这句话" }, "quote-differs@exact"],
      [{ body: "  " }, "invalid@body"],
      [{ body: "" }, "body-missing@body"],
      [{ body: "长".repeat(2_001) }, "invalid@body"],
      [{ visibility: "group" }, "no-such-group@groupId"],
      [{ visibility: "group", groupId: 999_999 }, "no-such-group@groupId"],
    ];
    for (const [wrong, refusal] of tries)
      expect(refusalOf(await tell(makeAnnotation, world.me, { ...note(slug), ...wrong }))).toBe(refusal);
    expect(await desk().$count(annotations, eq(annotations.materialId, id))).toBe(0);
    const marked = { ...note(slug), kind: "highlight", body: "" };
    expect(await codeOf(makeAnnotation, world.me, marked)).toBe("done");
  });

  test("a note completes the reading of a text that asks nothing, a highlight does not", async () => {
    const { slug, id } = await aText();
    const done = () => desk().$count(outcomes, eq(outcomes.subjectId, id));
    await told(makeAnnotation, world.me, { ...note(slug), kind: "highlight" });
    expect(await done()).toBe(0);
    await told(makeAnnotation, world.me, { ...note(slug), kind: "question", body: "" });
    expect(await done()).toBe(1);
  });

  test("replies, voices, settling; what its author takes away keeps its thread", async () => {
    const { slug } = await aText();
    const { id } = await told(makeAnnotation, world.me, { ...note(slug), kind: "question", body: "为什么是三天？" });
    const { id: reply } = await told(replyAnnotation, world.mate, { id, body: "记得清楚。" });
    for (const on of [true, true]) await told(voteAnnotation, world.mate, { id, on });
    expect(await codeOf(voteAnnotation, world.me, { id, on: true })).toBe("not-found");
    expect(await codeOf(settleQuestion, world.mate, { id, on: true })).toBe("not-found");
    expect((await told(listOpenQuestions, world.leader, {})).questions.map((one) => one.id)).toContain(id);
    expect((await told(listOpenQuestions, world.rightLeader, {})).questions.map((one) => one.id)).not.toContain(id);
    expect(await codeOf(listOpenQuestions, world.mate, {})).toBe("forbidden");
    await told(settleQuestion, world.leader, { id, on: true });
    expect((await told(listOpenQuestions, world.leader, { since: "ever" })).questions.map((one) => one.id)).not.toContain(id);
    expect(await codeOf(editAnnotation, world.mate, { id, body: "改别人的" })).toBe("not-found");
    await told(editAnnotation, world.me, { id, body: "为什么要三天？" });
    const [item] = (await told(listAnnotations, world.mate, { slug })).items;
    expect(item).toMatchObject({
      ...{ body: "为什么要三天？", votes: 1, voted: true, mine: false, author: { name: "甲" }, quote: "读书会每月一次" },
      ...{ place: { block: "p1", start: 0, end: 7 }, state: "anchored", replies: [{ id: reply, mine: true, mayRemove: true }] },
      may: { remove: false, settle: false, attach: false, vote: true },
    });
    await told(removeAnnotation, world.me, { id });
    expect((await told(listAnnotations, world.mate, { slug })).items).toMatchObject([
      { deleted: true, body: "", author: null, replies: [{ body: "记得清楚。" }] },
    ]);
    expect(await codeOf(replyAnnotation, world.mate, { id, body: "再说" })).toBe("not-found");
    await told(removeReply, world.mate, { id: reply });
    expect((await told(listAnnotations, world.mate, { slug })).items).toMatchObject([
      { replies: [{ deleted: true, body: "", author: null }] },
    ]);
  });

  test("an office holder takes abuse away with a reason, and the ledger keeps it", async () => {
    const { slug } = await aText();
    const { id } = await told(makeAnnotation, world.me, note(slug));
    expect(await codeOf(removeAnnotation, world.mate, { id, reason: "不好" })).toBe("not-found");
    expect(await codeOf(removeAnnotation, world.rightLeader, { id, reason: "不好" })).toBe("not-found");
    expect(refusalOf(await tell(removeAnnotation, world.leader, { id }))).toBe("reason-missing@reason");
    await told(removeAnnotation, world.leader, { id, reason: "辱骂他人" });
    const ledger = await desk().select().from(audit).where(eq(audit.objectId, id));
    const heard = async (personId: number) =>
      (await desk().select().from(notices).where(eq(notices.personId, personId))).map(({ kind, params, path }) => [
        kind,
        params["reason"],
        path,
      ]);
    // What one took away oneself is no news.
    expect(await heard(world.me)).toEqual([["annotation-hidden", "辱骂他人", `/materials/${slug}`]]);
    const elsewhere = (await aText()).slug;
    const other = await told(makeAnnotation, world.me, note(elsewhere));
    const reply = await told(replyAnnotation, world.mate, { id: other.id, body: "胡说。" });
    await told(removeReply, world.leader, { id: reply.id, reason: "不文明" });
    expect(await heard(world.mate)).toEqual([["reply-hidden", "不文明", `/materials/${elsewhere}`]]);
    await told(removeAnnotation, world.me, { id: other.id });
    expect(await heard(world.me)).toHaveLength(1);
    expect(ledger.filter(({ action }) => action === "annotation.hide")).toMatchObject([{ reason: "辱骂他人", branchId: world.left }]);
    expect((await told(listAnnotations, world.mate, { slug })).items).toHaveLength(0);
  });

  test("takes 300 a day from one person and no more", async () => {
    const { slug } = await aText();
    const machine = await aPerson(world.left);
    const now = new Date();
    const rows = Array.from({ length: 299 }, () => ({
      ...{ personId: machine, branchId: world.left, kind: "highlight" as const, visibility: "private" as const, block: "p1", exact: "读" },
      ...{ blockStart: 0, blockEnd: 1, textStart: 0, textEnd: 1, prefix: "", suffix: "", createdAt: now },
    }));
    const [text] = await desk().select().from(materials).where(eq(materials.slug, slug));
    const place = { materialId: text?.id as number, versionId: text?.publishedVersionId as number };
    await desk()
      .insert(annotations)
      .values(rows.map((row) => ({ ...row, ...place })));
    const both = await Promise.all([tell(makeAnnotation, machine, note(slug)), tell(makeAnnotation, machine, note(slug))]);
    expect(both.map(refusalOf).sort()).toEqual(["ok", "too-many"]);
  });
});

describe("a new wording", () => {
  test("moved and changed paragraphs keep their annotations, a paragraph that is gone makes an orphan, a hand puts it back", async () => {
    const { slug, id: materialId } = await aText();
    await work();
    const ids = [];
    for (const paragraph of [1, 2, 3, 4])
      ids.push((await told(makeAnnotation, world.me, { ...note(slug, stretch(paragraph, 2, 14)), body: `第${paragraph}段` })).id);
    const [one, two, three] = PARAGRAPHS as [string, string, string];
    const after = ["新添的开头，说一说来由。", two.replace("两三个", "几个"), one, three];
    const versionId = await publish(materialId, 2, after);
    expect((await told(listAnnotations, world.mate, { slug })).items.map(({ state }) => state)).toEqual(Array(4).fill("waiting"));
    await work();
    const editor = await aPerson(world.root, { held: [{ office: "organizer", branchId: world.root }] });
    expect(await told(getAnchorCounts, editor, { slug })).toMatchObject({
      last: { counts: { range: 1, position: 0, quote: 2, orphan: 1 } },
    });
    const places = () =>
      told(listAnnotations, world.mate, { slug }).then(({ items }) => items.map(({ id, place, state }) => [id, state, place?.block ?? ""]));
    expect(await places()).toEqual([
      [ids[3], "orphan", ""],
      [ids[2], "anchored", "p4"],
      [ids[1], "anchored", "p2"],
      [ids[0], "anchored", "p3"],
    ]);
    const old = await told(readOldWording, world.mate, { id: ids[3] });
    expect(old).toEqual({
      number: 1,
      title: "读书会",
      before: "每个",
      exact: (PARAGRAPHS[3] ?? "").slice(2, 14),
      after: (PARAGRAPHS[3] ?? "").slice(14),
    });
    const hand = { id: ids[3], ...stretch(4, 0, 5, 2, after) };
    expect(await codeOf(attachByHand, world.mate, hand)).toBe("not-found");
    expect(refusalOf(await tell(attachByHand, world.me, { ...hand, number: 1 }))).toBe("wording-changed@number");
    await told(attachByHand, world.leader, hand);
    expect((await places())[0]).toEqual([ids[3], "anchored", "p4"]);
    // The same publication again changes nothing, and a third wording starts from where the hand put it.
    const before = await desk().select().from(annotationAnchors).where(eq(annotationAnchors.versionId, versionId));
    await askReAnchor(desk(), { materialId, versionId }, new Date());
    await work();
    const again = await desk().select().from(annotationAnchors).where(eq(annotationAnchors.versionId, versionId));
    const placed = (rows: typeof before) => rows.map(({ anchoredAt: _, ...row }) => row).sort((a, b) => a.annotationId - b.annotationId);
    expect(placed(again)).toEqual(placed(before));
    await publish(materialId, 3, [three, one, two]);
    await work();
    expect(await places()).toEqual([
      [ids[3], "anchored", "p1"],
      [ids[2], "anchored", "p1"],
      [ids[1], "anchored", "p3"],
      [ids[0], "anchored", "p2"],
    ]);
    const ledger = await desk().select().from(audit).where(eq(audit.action, "annotation.attach"));
    expect(ledger).toMatchObject([{ objectId: ids[3], after: { number: 2, block: "p4" } }]);
  });

  test("white space that browsers cut differently does not matter, and lists, tables and notes can be marked", async () => {
    const body = "- 甲组读第一章\n- 乙组读第二章\n\n| 章 | 谁 |\n|---|---|\n| 一 | 甲 |\n\n一段\n折行的话。";
    const { slug } = await aText([body]);
    for (const [block, start, end, exact] of [
      ["p1", 0, 14, "甲组读第一章乙组读第二章".slice(0, 14)],
      ["p2", 0, 4, "章谁一甲"],
      ["p3", 1, 4, "段\n折行"],
    ] as const)
      expect
        .soft(
          refusalOf(
            await tell(makeAnnotation, world.me, {
              ...note(slug),
              block,
              start,
              end: Math.min(end, exact.replace(/\s/g, "").length + start),
              exact,
            }),
          ),
          block,
        )
        .toBe("ok");
    expect(valueOf(await tell(listAnnotations, world.me, { slug })).items.map(({ place }) => place)).toEqual([
      { block: "p3", start: 1, end: 4 },
      { block: "p2", start: 0, end: 4 },
      { block: "p1", start: 0, end: 12 },
    ]);
  });
});
