import { and, asc, eq, gt } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { materials } from "#db/schema/materials.ts";
import { notices } from "#db/schema/notices.ts";
import { writeMaterialVersion } from "#server/materials/write-version.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { listAnnotations } from "./list-annotations.ts";
import { makeAnnotation } from "./make-annotation.ts";
import { removeAnnotation } from "./remove-annotation.ts";
import { replyAnnotation } from "./reply-annotation.ts";
import { shareAnnotation } from "./share-annotation.ts";
import { voteAnnotation } from "./vote-annotation.ts";

const WORDS = "读书会每月一次，由各支部轮流主持。";
const slug = "sharing";
const who = { me: 0, mate: 0, agreer: 0, companion: 0, leader: 0, stranger: 0, groupId: 0, otherGroupId: 0 };
const desk = () => database("desk");

async function aGroup(branchId: number, name: string, members: readonly number[]): Promise<number> {
  const [made] = await desk().insert(groups).values({ slug: name, name, branchId, createdAt: new Date() }).returning({ id: groups.id });
  const groupId = made?.id as number;
  for (const personId of members) await desk().insert(groupMembers).values({ groupId, personId, joinedAt: new Date() });
  return groupId;
}

async function aText(): Promise<void> {
  const [made] = await desk().insert(materials).values({ slug, createdAt: new Date() }).returning({ id: materials.id });
  const words = { collection: "", title: "读书会", titleEn: "", summary: "", summaryEn: "", body: WORDS, bodyEn: "", tags: [] };
  const content = { ...words, sourceName: "", sourceDate: "", sourceNote: "" };
  const id = made?.id as number;
  const publishedVersionId = await writeMaterialVersion(desk(), id, 1, content, { createdBy: null, now: new Date() });
  await desk().update(materials).set({ publishedVersionId }).where(eq(materials.id, id));
}

beforeAll(async () => {
  const root = await aBranch();
  const [left, right] = [await aBranch(root.id), await aBranch(root.id)];
  who.me = await aPerson(left.id);
  who.mate = await aPerson(left.id);
  who.agreer = await aPerson(left.id);
  who.companion = await aPerson(right.id);
  who.stranger = await aPerson(right.id);
  who.leader = await aPerson(root.id, { held: [{ office: "leader", branchId: left.id }] });
  who.groupId = await aGroup(left.id, "五人组", [who.me, who.companion, who.agreer]);
  who.otherGroupId = await aGroup(left.id, "别的组", [who.mate]);
  await aText();
});

const aNote = (visibility: "private" | "branch") =>
  told(makeAnnotation, who.me, {
    slug,
    number: 1,
    block: "p1",
    start: 0,
    end: 3,
    exact: "读书会",
    kind: "note",
    body: "记一笔",
    visibility,
  });
const seenBy = async (personId: number, id: number) =>
  (await told(listAnnotations, personId, { slug })).items.find((item) => item.id === id);
const lastHeard = new Map<number, number>();
/** The kinds of what somebody was told since this was asked last, oldest first. */
async function heard(personId: number): Promise<string[]> {
  const isNew = and(eq(notices.personId, personId), gt(notices.id, lastHeard.get(personId) ?? 0));
  const rows = await desk().select({ id: notices.id, kind: notices.kind }).from(notices).where(isNew).orderBy(asc(notices.id));
  lastHeard.set(personId, rows.at(-1)?.id ?? lastHeard.get(personId) ?? 0);
  return rows.map(({ kind }) => kind);
}

test("from the branch to oneself: replies and voices stay, and those who took part and lose sight are told, once", async () => {
  const { id } = await aNote("branch");
  await told(replyAnnotation, who.mate, { id, body: "同意" });
  await told(replyAnnotation, who.leader, { id, body: "下次讲讲" });
  await told(replyAnnotation, who.me, { id, body: "好" });
  await told(voteAnnotation, who.agreer, { id, on: true });

  expect(await told(shareAnnotation, who.me, { id, visibility: "private" })).toEqual({ id, lost: 3 });
  expect(await seenBy(who.mate, id)).toBeUndefined();
  expect(await seenBy(who.leader, id)).toBeUndefined();
  expect(await seenBy(who.me, id)).toMatchObject({ visibility: "private", votes: 1, editedAt: null, replies: [{}, {}, {}] });
  for (const personId of [who.mate, who.agreer, who.leader]) expect(await heard(personId)).toEqual(["annotation-out-of-sight"]);
  expect(await heard(who.me)).toEqual([]);
  expect(await heard(who.stranger)).toEqual([]);

  // The same again changes nothing and tells nobody.
  expect(await told(shareAnnotation, who.me, { id, visibility: "private" })).toEqual({ id, lost: 0 });
  expect(await heard(who.mate)).toEqual([]);
});

test("a switch turned to and fro is no bell: each hears of either change once a day", async () => {
  const { id } = await aNote("branch");
  await told(replyAnnotation, who.mate, { id, body: "同意" });
  for (let turn = 0; turn < 3; turn += 1)
    for (const visibility of ["private", "branch"]) await told(shareAnnotation, who.me, { id, visibility });
  expect(await heard(who.mate)).toEqual(["annotation-out-of-sight", "annotation-shared-anew"]);
});

test("from a group to the branch: who answered in the group and is of another branch loses sight; whoever still sees it hears of new readers", async () => {
  const { id } = await aNote("private");
  expect(await told(shareAnnotation, who.me, { id, visibility: "group", groupId: who.groupId })).toEqual({ id, lost: 0 });
  expect(await seenBy(who.companion, id)).toMatchObject({ visibility: "group", group: "五人组", groupId: who.groupId });
  expect(await seenBy(who.mate, id)).toBeUndefined();
  await told(replyAnnotation, who.companion, { id, body: "组里的话" });
  await told(replyAnnotation, who.agreer, { id, body: "也在组里" });

  expect(await told(shareAnnotation, who.me, { id, visibility: "branch" })).toEqual({ id, lost: 1 });
  expect(await seenBy(who.companion, id)).toBeUndefined();
  expect(await seenBy(who.mate, id)).toMatchObject({ visibility: "branch", groupId: null, replies: [{ body: "组里的话" }, {}] });
  expect(await heard(who.companion)).toEqual(["annotation-out-of-sight"]);
  expect(await heard(who.agreer)).toEqual(["annotation-shared-anew"]);

  await told(shareAnnotation, who.me, { id, visibility: "group", groupId: who.groupId });
  expect(await heard(who.companion)).toEqual(["annotation-shared-anew"]);
  expect(await heard(who.mate)).toEqual([]);
});

test("is its author's alone; a group must be one's own; what was removed stays as it was", async () => {
  const { id } = await aNote("branch");
  expect(await codeOf(shareAnnotation, who.leader, { id, visibility: "private" })).toBe("not-found");
  expect(await codeOf(shareAnnotation, who.stranger, { id, visibility: "private" })).toBe("not-found");
  expect(refusalOf(await tell(shareAnnotation, who.me, { id, visibility: "group" }))).toBe("no-such-group@groupId");
  expect(refusalOf(await tell(shareAnnotation, who.me, { id, visibility: "group", groupId: who.otherGroupId }))).toBe(
    "no-such-group@groupId",
  );
  await told(removeAnnotation, who.me, { id });
  expect(await codeOf(shareAnnotation, who.me, { id, visibility: "private" })).toBe("not-found");
  const [kept] = await desk().select({ visibility: annotations.visibility }).from(annotations).where(eq(annotations.id, id));
  expect(kept).toEqual({ visibility: "branch" });
});
