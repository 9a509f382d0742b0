import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { getBranchReport } from "./get-branch-report.ts";
import { getNotDone } from "./get-not-done.ts";
import { getPeopleReport } from "./get-people-report.ts";
import { giveNameReason } from "./give-name-reason.ts";
import { listReports } from "./list-reports.ts";

const NAMES = ["欧阳某甲", "司马某乙", "诸葛某丙", "上官某丁"];
let admin: number;
let slug: string;

beforeAll(async () => {
  await anOrganisation(true);
  const root = await aBranch(null, "总部");
  for (const name of NAMES) await aPerson(root.id, { name });
  slug = (await aProgramme({ branchId: root.id })).slug;
  admin = await aPerson(root.id, { name: "管理员", held: [{ office: "admin", branchId: root.id }] });
});

/** Everything these verbs say to an administrator, in every narrowing that could point at one person. */
async function saidToAdmin(): Promise<string> {
  const narrowings = [{}, { state: "unfinished" }, { sort: "rate" }, { sort: "name", size: "100" }, { q: NAMES[0] }, { page: 2 }];
  const context = await as(admin);
  const said = [
    valueOf(await listReports.call(context, {})),
    valueOf(await getBranchReport.call(context, { slug })),
    valueOf(await getNotDone.call(context, { slug })),
  ] as unknown[];
  for (const narrowing of narrowings) said.push(valueOf(await getPeopleReport.call(context, { slug, ...narrowing })));
  return JSON.stringify(said);
}

const namesIn = (said: string) => NAMES.filter((name) => said.includes(name));

test("with light-burden mode on, nothing that reports say holds a person's name, and asking for one by name finds everybody (B1)", async () => {
  const said = await saidToAdmin();
  expect(namesIn(said)).toEqual([]);
  expect(said).not.toMatch(/staffNo|pinyin/);
  const byName = valueOf(await getPeopleReport.call(await as(admin), { slug, q: NAMES[0] }));
  expect(byName).toMatchObject({ people: [], whole: { people: 4 }, mayRank: false, names: { access: "aggregate" } });
  expect(valueOf(await getNotDone.call(await as(admin), { slug }))).toMatchObject({ named: null, unfinished: 4 });
});

test("nothing about time: no duration, no moment at which somebody did something", async () => {
  const said = await saidToAdmin();
  expect(said).not.toMatch(/"(doneAt|seenAt|startedAt|finishedAt|lastAt|minutes|seconds|duration\w*|\w+Ms)"/);
});

test("after a reason the names come, by branch and pinyin and without a place", async () => {
  await database("desk")
    .update(organisation)
    .set({ policies: { studyNames: "reason" } });
  expect(namesIn(await saidToAdmin())).toEqual([]);
  valueOf(await giveNameReason.call(await as(admin), { reason: "支部大会通报" }));
  const said = await saidToAdmin();
  expect(namesIn(said)).toEqual(NAMES);
  expect(said).not.toMatch(/"(rank|place|position)"/);
  expect(valueOf(await getPeopleReport.call(await as(admin), { slug, sort: "rate" }))).toMatchObject({ sort: "branch", mayRank: false });
});
