import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { searchTexts } from "#db/schema/search.ts";
import { markOf } from "#domain/search/search-vector.ts";
import { aMeeting } from "#tests/world/meeting.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { aProgramme, aText } from "#tests/world/programme.ts";
import { aPublishedQuestion, aQuestionDesk } from "#tests/world/questions.ts";
import { told } from "#tests/world/tell.ts";
import { reindex } from "./reindex.ts";
import { searchStudy } from "./search-study.ts";

const all = () => database("desk").select().from(searchTexts).orderBy(searchTexts.kind, searchTexts.subjectId, searchTexts.lang);

test("what is published and cannot be found is made findable, what an older tokenizer or edition left is made again, what is gone is forgotten; then nothing is left to do", async () => {
  const branch = await aBranch();
  const member = await aPerson(branch.id);
  const text = await aText("精卫填海");
  const programme = await aProgramme({ branchId: branch.id, title: "精卫计划", items: [{ kind: "meeting", title: "精卫座谈" }] });
  const meeting = await aMeeting({ branchId: branch.id, title: "精卫读书会", people: [{ id: member, branchId: branch.id }] });
  const question = await aPublishedQuestion(await aQuestionDesk(), "精卫填什么？");
  const desk = database("desk");
  await desk.delete(searchTexts).where(eq(searchTexts.kind, "question"));
  expect(await reindex()).toEqual({ indexed: 4, removed: 0 });
  const found = await told(searchStudy, member, { q: "精卫" });
  expect(found.groups.map(({ kind, hits }) => [kind, hits.map(({ ref }) => ref)])).toEqual([
    ["material", [text.slug]],
    ["programme", [programme.slug]],
    ["item", [`${programme.slug}/items/${programme.itemIds[0]}`]],
    ["meeting", [String(meeting)]],
  ]);
  const right = await all();
  expect(right.map(({ kind, subjectId }) => [kind, subjectId])).toContainEqual(["question", question]);
  expect(await reindex()).toEqual({ indexed: 0, removed: 0 });

  await desk.update(searchTexts).set({ terms: "':0:1' '旧':1" }).where(eq(searchTexts.kind, "question"));
  await desk.execute(
    sql`update search_texts set terms = replace(terms::text, ${markOf("")}, ${`${markOf("")}9`})::tsvector where kind = 'material'`,
  );
  // Its group's or kind's name is a part of a meeting's wording, and no transaction of its own changed it.
  await desk.execute(sql`update meeting_kinds set name = name || '（新）' where key = 'reading'`);
  expect(await reindex()).toEqual({ indexed: 3, removed: 0 });
  await desk.execute(sql`update meeting_kinds set name = replace(name, '（新）', '') where key = 'reading'`);
  expect(await reindex()).toEqual({ indexed: 1, removed: 0 });
  const gone = {
    kind: "material" as const,
    subjectId: 4_711,
    lang: "zh-CN" as const,
    title: "没有",
    body: "",
    folded: "没有",
    terms: "'没有':1",
  };
  await desk.insert(searchTexts).values([gone, { ...gone, kind: "meeting" }, { ...gone, kind: "item" }]);
  expect(await reindex()).toEqual({ indexed: 0, removed: 3 });
  expect(await all()).toEqual(right);
});
