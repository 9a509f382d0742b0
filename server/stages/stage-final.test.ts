import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { publishResults } from "#server/contests/publish-results.ts";
import { editHall } from "#server/halls/edit-hall.ts";
import { getHall } from "#server/halls/get-hall.ts";
import { makeHall } from "#server/halls/make-hall.ts";
import { closeContests, openContests } from "#server/jobs/open-and-close-contests.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { someQuestions } from "#tests/world/hall.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aTeam, sit } from "#tests/world/team-contest.ts";
import { getPromotedSides } from "./get-promoted-sides.ts";
import { getPromotionDesk } from "./get-promotion-desk.ts";
import { publishPromotion } from "./publish-promotion.ts";

const NAMES = ["甲队", "乙队", "丙队", "丁队", "戊队"];
const none = { joins: [], leaves: [], moves: [] };

/** Five teams of two and a substitute, who end in the order of their names; the first three go on. */
async function aDecidedContest() {
  const world = await aContest({
    rules: { team: { min: 2, max: 2, substitutes: 1, score: "sum" }, promotion: { top: 3, reserve: 1, ties: "order" } },
  });
  const { slug, organizer, left } = world;
  const teams: number[] = [];
  for (const name of NAMES)
    teams.push((await aTeam(slug, name, [await aPerson(left.id), await aPerson(left.id), await aPerson(left.id)])).id);
  await openContests(at(0));
  for (const [nth, teamId] of teams.entries()) {
    const { rows } = await database("desk").execute<{ person_id: string }>(
      sql`select person_id from team_members where team_id = ${teamId} and role <> 'substitute' order by role`,
    );
    for (const { person_id } of rows) await sit(Number(person_id), slug, 5 - nth, 10 + nth);
  }
  await closeContests(at(130));
  const org = async () => as(organizer, at(140));
  valueOf(await publishResults.call(await org(), { slug }));
  const desk = async (input: object = {}) => valueOf(await getPromotionDesk.call(await org(), { slug, ...input }));
  const publish = async (input: object) => publishPromotion.call(await org(), { slug, ...input });
  return { ...world, teams, org, desk, publish };
}

test("several step back at once: what it changes is seen before it is published, and a revision goes on from who stepped back", async () => {
  const { teams, desk, publish } = await aDecidedContest();
  const [one = 0, two = 0, three = 0] = teams;
  const namesOf = (rows: readonly { name: string; kind: string }[]) =>
    rows.filter(({ kind }) => kind === "promoted").map(({ name }) => name);
  const plain = await desk();
  expect([namesOf(plain.now), plain.left, plain.change]).toEqual([["甲队", "乙队", "丙队"], [], none]);
  const tried = await desk({ tries: true, without: [one, three] });
  expect(namesOf(tried.now)).toEqual(["乙队", "丁队", "戊队"]);
  expect(tried.left.map(({ name }) => name)).toEqual(["甲队", "丙队"]);
  expect(tried.change).toMatchObject({ joins: ["丁队", "戊队"], leaves: ["甲队", "丙队"] });
  // Nothing was published by looking.
  expect((await desk()).published).toBeNull();
  expect(refusalOf(await publish({ without: [one, three] }))).toBe("reason-needed@reason");
  valueOf(await publish({ without: `${one} ${three}`, reason: "两队退出" }));
  // Whoever looks next looks at the list without those who stepped back.
  const after = await desk();
  expect([namesOf(after.now), after.left.map(({ name }) => name), after.change]).toEqual([
    ["乙队", "丁队", "戊队"],
    ["甲队", "丙队"],
    none,
  ]);
  expect((await desk({ tries: true, without: [two] })).change.joins).toEqual(["甲队", "丙队"]);
});

test("the sides of a final come from the published list, with captain, members and substitutes, and it belongs to the contest", async () => {
  const { slug, root, teams, org, desk, publish } = await aDecidedContest();
  expect(valueOf(await getPromotedSides.call(await org(), { slug })).sides).toEqual([]);
  valueOf(await publish({}));
  const { sides, promoted, contest } = valueOf(await getPromotedSides.call(await org(), { slug }));
  expect([promoted, contest.branchId, sides.map(({ name, staffNos, others }) => [name, staffNos.length, others.length])]).toEqual([
    3,
    root.id,
    [
      ["甲队", 2, 1],
      ["乙队", 2, 1],
      ["丙队", 2, 1],
    ],
  ]);
  const category = `决赛 ${root.id}`;
  await someQuestions(category, 12);
  const rounds = [{ kind: "individual", title: "必答题", perSide: 1, source: { from: "bank", category } }];
  const form = { title: "决赛", branchId: root.id, rules: { rounds }, contest: slug, sides };
  const { id } = valueOf(await makeHall.call(await org(), form));
  expect((await desk()).finals).toEqual([{ id, title: "决赛" }]);
  const hall = valueOf(await getHall.call(await org(), { id }));
  expect(hall.contest).toEqual({ slug, title: contest.title });
  expect(hall.fromTeams.map(({ teamId }) => teamId).sort()).toEqual(teams.slice(0, 3).sort());
  expect(hall.members).toHaveLength(9);
  // Edited it stays what it is; of a contest of one's own, and of teams that go on, alone.
  valueOf(await editHall.call(await org(), { id, ...form, title: "总决赛" }));
  expect((await desk()).finals).toEqual([{ id, title: "总决赛" }]);
  const away = sides.map((side, nth) => (nth === 0 ? { ...side, fromTeamId: teams[4] } : side));
  expect(refusalOf(await makeHall.call(await org(), { ...form, sides: away }))).toBe("not-promoted@sides.0.name");
  const foreign = await aContest();
  expect(
    refusalOf(await makeHall.call(await org(), { ...form, contest: foreign.slug, sides: sides.map(({ fromTeamId: _, ...side }) => side) })),
  ).toBe("not-found@contest");
  expect(refusalOf(await getPromotedSides.call(await as(foreign.organizer, at(140)), { slug }))).toBe("not-found");
});
