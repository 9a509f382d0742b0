import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { reflections } from "#db/schema/reflections.ts";
import { readDocument } from "#server/documents/read-document.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { lockDueRecords } from "#server/records/lock-records-job.ts";
import { aCircle, aHeldMeeting, type Circle } from "#tests/world/held-meeting.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson } from "#tests/world/people.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { buildYearbook } from "./build-yearbook.ts";
import { downloadYearbook } from "./download-yearbook.ts";
import { getYearbook } from "./get-yearbook.ts";
import { listYearbooks } from "./list-yearbooks.ts";
import { saveYearbook } from "./save-yearbook.ts";

const first = new Date("2026-01-08T06:30:00Z");
let open: Circle;
let [head, neighbour, below, above, stranger] = [0, 0, 0, 0, 0];
let [shown, hidden] = [0, 0];

beforeAll(async () => {
  await anOrganisation();
  const county = await aBranch();
  open = await aCircle({ isPrivate: false, parentId: county.id });
  const branchId = open.branch.id;
  const inside = await aCircle({ isPrivate: true, parentId: county.id });
  shown = await aHeldMeeting(open, { startsAt: first, title: "支部共读", said: ["谈谈调查研究。"], decision: null });
  hidden = await aHeldMeeting(
    // Of a private group, registered with the same branch.
    { ...inside, branch: open.branch },
    { startsAt: first, title: "内部研读", said: ["这一句只在组内说。"], decision: null },
  );
  await lockDueRecords(new Date("2026-12-30T00:00:00Z"));
  neighbour = await aPerson(branchId);
  head = await aPerson(branchId, { held: [{ office: "branch_admin", branchId }] });
  above = await aPerson(county.id, { held: [{ office: "organizer", branchId: county.id }] });
  below = await aPerson((await aBranch(branchId)).id);
  stranger = await aPerson(county.id);
  const piece = { personId: neighbour, branchId, characters: 9, createdAt: first, savedAt: first, handedInAt: first };
  await database("desk")
    .insert(reflections)
    .values([
      { ...piece, title: "入选的一篇", body: "坐下来读，站起来做。", collectedAt: first },
      { ...piece, title: "没有入选的一篇", body: "还要再改。" },
    ]);
});

const address = () => ({ group: `~${open.branch.id}`, year: 2026 });

test("a branch's book holds the records its people may read and the pieces it collected; a private group's stay out", async () => {
  const book = await told(getYearbook, head, address());
  expect(book.of).toEqual({ address: `~${open.branch.id}`, name: open.branch.name, isBranch: true });
  expect(book.parts.map(({ title }) => title)).toEqual(["支部共读", "入选的一篇"]);
  expect(book.others).toEqual([]);
  const wishes = { ...address(), title: "支部一年", preface: "", revision: 0 };
  expect(refusalOf(await tell(saveYearbook, head, { ...wishes, parts: [`m${hidden}`] }))).toBe("no-such-part@parts");
  expect(await told(saveYearbook, head, { ...wishes, parts: [`m${shown}`] })).toEqual({ revision: 1 });
});

test("the offices over the branch make it; its own people read it; nobody else knows of it", async () => {
  expect((await told(getYearbook, neighbour, address())).may).toEqual({ edit: false });
  expect((await told(getYearbook, above, address())).may).toEqual({ edit: true });
  for (const person of [below, stranger]) expect(await codeOf(getYearbook, person, address())).toBe("not-found");
  for (const person of [neighbour, below, stranger]) expect(await codeOf(buildYearbook, person, address())).toBe("not-found");
  for (const group of ["~0", "~999999999999999", "~1x", "~"])
    expect(await codeOf(getYearbook, above, { group, year: 2026 })).toBe("not-found");
  const listed = async (person: number) => (await told(listYearbooks, person, {})).items.filter(({ of }) => of.isBranch);
  expect(await listed(neighbour)).toMatchObject([{ of: { address: `~${open.branch.id}` }, year: 2026, meetings: 1 }]);
  expect(await listed(above)).toHaveLength(1);
  for (const person of [below, stranger]) expect(await listed(person)).toEqual([]);
});

test("made, it is one file that the branch takes along, without who was there; both deeds are in the ledger", async () => {
  const twice = await Promise.all([told(buildYearbook, head, address()), told(buildYearbook, above, address())]);
  expect(twice[0]).toEqual(twice[1]);
  for (let more = true; more; ) more = await runNextJob(() => new Date());
  const file = await told(downloadYearbook, neighbour, { ...address(), edition: "docx" });
  const { clean } = await readDocument({ source: { bytes: file.bytes, name: file.fileName }, wishes: {} });
  expect(clean.markdown).toContain("谈谈调查研究");
  expect(clean.markdown).not.toContain("钱缺席");
  expect(clean.markdown).not.toContain("这一句只在组内说");
  expect(await codeOf(downloadYearbook, below, { ...address(), edition: "docx" })).toBe("not-found");
  const deeds = (await database("desk").select({ action: audit.action }).from(audit)).map(({ action }) => action);
  expect(deeds.filter((action) => action.startsWith("yearbook."))).toEqual(["yearbook.save", "yearbook.build"]);
});
