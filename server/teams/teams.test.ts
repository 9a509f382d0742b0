// Above 150 lines: what may happen to a team, from its making to its place.
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { teamStandings } from "#db/schema/teams.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { freezeBoards, openContests } from "#server/jobs/open-and-close-contests.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { FREEZE } from "#tests/world/frozen-contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aTeam, sit } from "#tests/world/team-contest.ts";
import { changeTeam } from "./change-team.ts";
import { getOwnTeam } from "./get-own-team.ts";
import { getTeamBoard } from "./get-team-board.ts";
import { handOverTeam } from "./hand-over-team.ts";
import { importTeams } from "./import-teams.ts";
import { joinTeam } from "./join-team.ts";
import { leaveTeam } from "./leave-team.ts";
import { listTeamsDesk } from "./list-teams-desk.ts";
import { makeTeam } from "./make-team.ts";
import { recountTheseTeams } from "./recount-teams.ts";
import { removeFromTeam } from "./remove-from-team.ts";
import { swapSubstitute } from "./swap-substitute.ts";

type World = Awaited<ReturnType<typeof aContest>>;
const RULES = { team: { min: 2, max: 3, substitutes: 1, score: "mean" } };
let world: World;
let people: number[];

async function open(rules: Record<string, unknown> = RULES, size = 6): Promise<void> {
  world = await aContest({ rules });
  people = [];
  for (let made = 0; made < size; made += 1) people.push(await aPerson(world.left.id));
}
const one = (which: number): number => people[which] ?? 0;
const by = (which: number, minute = -20) => as(one(which), at(minute));
const rolesOf = async (which: number) =>
  valueOf(await getOwnTeam.call(await by(which), { slug: world.slug })).team?.members.map(({ role }) => role);
const membersOf = async (slug = world.slug) =>
  valueOf(await listTeamsDesk.call(await as(world.organizer, at(-1)), { slug })).teams.flatMap(({ members }) =>
    members.map(({ personId, role }) => [people.indexOf(personId), role]),
  );

describe("a team comes together", () => {
  beforeEach(() => open());

  test("by its code, members first and then substitutes, until it is full", async () => {
    const { code } = await aTeam(world.slug, "红旗队", [one(0), one(1), one(2), one(3)]);
    expect(await rolesOf(0)).toEqual(["captain", "member", "member", "substitute"]);
    expect(refusalOf(await joinTeam.call(await by(4), { slug: world.slug, code }))).toBe("team-full");
    const sloppy = ` ${code.toLowerCase().slice(0, 4)} - ${code.slice(4)} `;
    expect(valueOf(await joinTeam.call(await by(3), { slug: world.slug, code: sloppy })).role).toBe("substitute");
  });

  test("two who want the last place at once: one has it, and a full team stays a full team", async () => {
    const { code } = await aTeam(world.slug, "红旗队", [one(0), one(1), one(2)]);
    const both = await Promise.all([3, 4, 5].map(async (which) => joinTeam.call(await by(which), { slug: world.slug, code })));
    expect(both.map(refusalOf).sort()).toEqual(["ok", "team-full", "team-full"]);
  });

  test("one person is in one team, even when two are made at once", async () => {
    const made = await Promise.all(["甲队", "乙队", "丙队"].map(async (name) => makeTeam.call(await by(0), { slug: world.slug, name })));
    expect(made.map(refusalOf).sort()).toEqual(["already-in-team", "already-in-team", "ok"]);
    const { code } = await aTeam(world.slug, "丁队", [one(1)]);
    expect(refusalOf(await joinTeam.call(await by(0), { slug: world.slug, code }))).toBe("already-in-team");
  });

  test("wrong codes are counted: after eight nobody tries on, not even with the right one; others may", async () => {
    const { code } = await aTeam(world.slug, "红旗队", [one(0)]);
    for (let tried = 0; tried < 8; tried += 1)
      expect(refusalOf(await joinTeam.call(await by(1), { slug: world.slug, code: "WRONGCDE" }))).toBe("team-code-wrong@code");
    expect(refusalOf(await joinTeam.call(await by(1), { slug: world.slug, code }))).toBe("too-many-guesses");
    expect(refusalOf(await joinTeam.call(await by(2), { slug: world.slug, code }))).toBe("ok");
  });

  test("of one branch means that; names are there once; who is not in the audience finds nothing", async () => {
    const { code } = await aTeam(world.slug, "红旗队", [one(0)]);
    const other = await aPerson(world.right.id);
    expect(refusalOf(await joinTeam.call(await as(other, at(-20)), { slug: world.slug, code }))).toBe("other-branch@code");
    expect(refusalOf(await makeTeam.call(await as(other, at(-20)), { slug: world.slug, name: "红旗队" }))).toBe("team-name-taken@name");
    const elsewhere = await aContest();
    const stranger = await aPerson(elsewhere.left.id);
    expect(refusalOf(await makeTeam.call(await as(stranger, at(-20)), { slug: world.slug, name: "外队" }))).toBe("not-found");
    expect(refusalOf(await makeTeam.call(await as(stranger, at(-20)), { slug: elsewhere.slug, name: "外队" }))).toBe("no-team-contest");
  });

  test("the captain removes, swaps, hands over and goes; nobody else does, and the last one takes the team along", async () => {
    await aTeam(world.slug, "红旗队", [one(0), one(1), one(2), one(3)]);
    const slug = world.slug;
    expect(refusalOf(await removeFromTeam.call(await by(1), { slug, personId: one(2) }))).toBe("not-the-captain");
    valueOf(await swapSubstitute.call(await by(0), { slug, out: one(1), in: one(3) }));
    expect(await membersOf()).toEqual([
      [0, "captain"],
      [2, "member"],
      [3, "member"],
      [1, "substitute"],
    ]);
    expect(refusalOf(await leaveTeam.call(await by(0), { slug }))).toBe("captain-stays");
    valueOf(await handOverTeam.call(await by(0), { slug, personId: one(2) }));
    valueOf(await leaveTeam.call(await by(0), { slug }));
    valueOf(await removeFromTeam.call(await by(2), { slug, personId: one(3) }));
    valueOf(await leaveTeam.call(await by(1), { slug }));
    expect(await membersOf()).toEqual([[2, "captain"]]);
    valueOf(await leaveTeam.call(await by(2), { slug }));
    expect(await membersOf()).toEqual([]);
    expect(refusalOf(await leaveTeam.call(await by(2), { slug }))).toBe("no-team");
  });
});

describe("membership is fixed at the start (I24)", () => {
  test("from the opening nobody comes or goes; only an organizer changes it, with a reason, before the person has played", async () => {
    await open();
    const { id, code } = await aTeam(world.slug, "红旗队", [one(0), one(1), one(2), one(3)]);
    const slug = world.slug;
    for (const refused of [
      await joinTeam.call(await by(4, 0), { slug, code }),
      await leaveTeam.call(await by(1, 0), { slug }),
      await removeFromTeam.call(await by(0, 0), { slug, personId: one(1) }),
      await swapSubstitute.call(await by(0, 0), { slug, out: one(1), in: one(3) }),
      await handOverTeam.call(await by(0, 0), { slug, personId: one(1) }),
      await makeTeam.call(await by(5, 0), { slug, name: "迟到队" }),
    ])
      expect(refusalOf(refused)).toBe("team-fixed");
    await sit(one(1), slug, 2, 1);
    const change = async (wishes: object) => changeTeam.call(await as(world.organizer, at(10)), { slug, teamId: id, ...wishes });
    const swap = { deed: "swap", personId: one(2), inId: one(3) };
    expect(refusalOf(await change(swap))).toBe("reason-needed@reason");
    expect(refusalOf(await change({ ...swap, personId: one(1), reason: "生病" }))).toBe("has-played");
    valueOf(await change({ ...swap, reason: "生病" }));
    expect(await membersOf()).toEqual([
      [0, "captain"],
      [1, "member"],
      [3, "member"],
      [2, "substitute"],
    ]);
    const [row] = await database("desk").select().from(audit).where(eq(audit.action, "team.change"));
    expect([row?.reason, row?.objectId]).toEqual(["生病", id]);
    expect(refusalOf(await startAttempt.call(await by(2, 11), { slug }))).toBe("substitute-waits");
    valueOf(await startAttempt.call(await by(3, 11), { slug }));
    expect(refusalOf(await changeTeam.call(await as(world.organizer, at(200)), { slug, teamId: id, ...swap, reason: "晚了" }))).toBe(
      "contest-is-over",
    );
  });

  test("or from the team's own first attempt, as the rules say; a member who starts and one who leaves at once never both win", async () => {
    await open({ team: { ...RULES.team, fixed: "first-attempt" } });
    const slug = world.slug;
    const { code } = await aTeam(slug, "红旗队", [one(0), one(1)], 1);
    expect(refusalOf(await joinTeam.call(await by(2, 2), { slug, code }))).toBe("ok");
    const [started, left] = await Promise.all([
      startAttempt.call(await by(0, 3), { slug }),
      by(1, 3).then((context) => leaveTeam.call(context, { slug })),
    ]);
    expect(refusalOf(started)).toBe("ok");
    expect((await membersOf()).length).toBe(refusalOf(left) === "ok" ? 2 : 3);
    expect(refusalOf(await leaveTeam.call(await by(2, 4), { slug }))).toBe("team-fixed");
  });

  test("too small a team does not start, nor who is in none; where the captain answers, nobody else does", async () => {
    await open({ team: { ...RULES.team, play: "captain" } });
    const slug = world.slug;
    await aTeam(slug, "小队", [one(0)]);
    await aTeam(slug, "大队", [one(1), one(2)]);
    expect(refusalOf(await startAttempt.call(await by(0, 1), { slug }))).toBe("team-too-small");
    expect(refusalOf(await startAttempt.call(await by(5, 1), { slug }))).toBe("no-team");
    expect(refusalOf(await startAttempt.call(await by(2, 1), { slug }))).toBe("captain-answers");
    await sit(one(1), slug, 4, 1);
    const board = valueOf(await getTeamBoard.call(await by(0, 20), { slug }));
    expect(board.rows.map(({ name, scoreMilli, members }) => [name, scoreMilli, members])).toEqual([["大队", 40_000, 2]]);
  });
});

describe("the board of teams", () => {
  test("ranks by score, right answers and time, and counts the absent as nothing; absentees have no place", async () => {
    await open({ ...RULES, divisions: { names: ["机关组", "基层组"] } }, 9);
    const slug = world.slug;
    await aTeam(slug, "甲", [one(0), one(1)], -30, "机关组");
    await aTeam(slug, "乙", [one(2), one(3)], -30, "基层组");
    await aTeam(slug, "丙", [one(4), one(5), one(6)], -30, "机关组");
    await aTeam(slug, "丁", [one(7), one(8)], -30, "机关组");
    await Promise.all([sit(one(0), slug, 3, 1), sit(one(1), slug, 2, 1), sit(one(2), slug, 3, 1), sit(one(3), slug, 2, 1)]);
    await sit(one(4), slug, 5, 2);
    await sit(one(5), slug, 2, 2);
    const seen = valueOf(await getTeamBoard.call(await by(7, 20), { slug }));
    expect(
      seen.rows.map(({ rank, name, scoreMilli, rightCount, members, played }) => [rank, name, scoreMilli, rightCount, members, played]),
    ).toEqual([
      [1, "甲", 25_000, 5, 2, 2],
      [1, "乙", 25_000, 5, 2, 2],
      [3, "丙", 23_333, 7, 3, 2],
    ]);
    const own = valueOf(await getTeamBoard.call(await by(2, 20), { slug, division: "基层组" }));
    expect([own.rows.map(({ rank, own: isOwn }) => [rank, isOwn]), own.own?.rank]).toEqual([[[1, true]], 1]);
    expect(refusalOf(await makeTeam.call(await by(0), { slug, name: "无组" }))).toBe("already-in-team");
  });

  test("is closed while the rules keep the boards closed, and prints no names where they say so", async () => {
    await open({ ...RULES, board: { moves: "closed", names: "anonymous" } });
    const slug = world.slug;
    await aTeam(slug, "甲", [one(0), one(1)]);
    await sit(one(0), slug, 3, 1);
    const during = valueOf(await getTeamBoard.call(await by(1, 20), { slug }));
    expect([during.shown, during.rows, during.own, during.total]).toEqual([false, [], null, 0]);
    expect(valueOf(await getTeamBoard.call(await as(world.organizer, at(20)), { slug })).rows[0]?.name).toBe("甲");
    const after = valueOf(await getTeamBoard.call(await by(3, 200), { slug }));
    expect(after.rows.map(({ name, branchName }) => [name, branchName])).toEqual([[null, null]]);
  });

  test("while the board is frozen the own team is a line like any other: what it did since moves nothing, and no mark says which it is", async () => {
    world = await aContest({ rules: RULES, freezeAfterMinutes: FREEZE });
    people = [];
    for (let made = 0; made < 4; made += 1) people.push(await aPerson(world.left.id));
    await aTeam(world.slug, "红旗队", [one(0), one(1)]);
    await aTeam(world.slug, "前进队", [one(2), one(3)]);
    await openContests(at(0));
    await sit(one(0), world.slug, 3, 5);
    await sit(one(2), world.slug, 2, 6);
    await freezeBoards(at(FREEZE));
    const seen = async () => {
      const board = valueOf(await getTeamBoard.call(await by(3, FREEZE + 20), { slug: world.slug }));
      return { own: board.own, rows: board.rows.map(({ name, scoreMilli, own }) => [name, scoreMilli, own]), asOf: board.asOf };
    };
    const before = await seen();
    expect(before.own).toBeNull();
    expect(before.rows.map(([name, , own]) => [name, own])).toEqual([
      ["红旗队", false],
      ["前进队", false],
    ]);
    await sit(one(3), world.slug, 5, FREEZE + 5);
    expect(await seen()).toEqual(before);
  });

  test("members who hand in at once are all in the total, and counting anew changes nothing", async () => {
    await open({ team: { min: 2, max: 6, score: "sum" } });
    const slug = world.slug;
    const { id } = await aTeam(slug, "甲", people);
    await Promise.all(people.map((person, at) => sit(person, slug, at % 5, 1)));
    const standing = async () => (await database("desk").select().from(teamStandings).where(eq(teamStandings.teamId, id)))[0];
    const first = await standing();
    expect([first?.scoreMilli, first?.played]).toEqual([100_000, 6]);
    const [contest] = (await database("judge").execute<{ id: string }>(sql`select id from contests where slug = ${slug}`)).rows;
    await database("judge").transaction((tx) =>
      recountTheseTeams(
        tx,
        {
          id: Number(contest?.id),
          rules: { team: { min: 2, max: 6, substitutes: 0, branches: "one", play: "everyone", score: "sum", topN: 3, fixed: "opens" } },
        },
        [id],
        first?.countedAt ?? at(0),
      ),
    );
    expect(await standing()).toEqual(first);
  });
});

describe("a list of teams", () => {
  test("is brought in whole or not at all; what is wrong is told at its row", async () => {
    await open();
    const numbers = await Promise.all(
      people.map(
        async (id) =>
          (await database("desk").execute<{ staff_no: string }>(sql`select staff_no from people where id = ${id}`)).rows[0]?.staff_no ?? "",
      ),
    );
    const stranger = await aPerson((await aContest()).left.id);
    const [foreign] = (await database("desk").execute<{ staff_no: string }>(sql`select staff_no from people where id = ${stranger}`)).rows;
    const bring = async (rows: string[][], dryRun = false) =>
      valueOf(
        await importTeams.call(await as(world.organizer, at(-20)), {
          ...{ slug: world.slug, dryRun, text: [["队名", "工号", "角色"], ...rows].map((row) => row.join("\t")).join("\n") },
        }),
      );
    const good = [
      ["红旗", numbers[0] ?? "", "队长"],
      ["红旗", numbers[1] ?? "", ""],
      ["红旗", numbers[2] ?? "", "替补"],
      ["先锋", numbers[3] ?? "", ""],
    ];
    const bad = await bring([...good, ["先锋", foreign?.staff_no ?? "", ""], ["先锋", numbers[3] ?? "", "队医"]]);
    expect([bad.committed, bad.problems.map(({ row, code }) => [row, code])]).toEqual([
      false,
      [
        [6, "not-in-contest"],
        [7, "role-unknown"],
        [7, "staff-no-twice"],
      ],
    ]);
    expect(await membersOf()).toEqual([]);
    expect((await bring(good, true)).committed).toBe(false);
    expect((await bring(good)).counts).toMatchObject({ adds: 4, problems: 0 });
    expect(await membersOf()).toEqual([
      [0, "captain"],
      [1, "member"],
      [2, "substitute"],
      [3, "captain"],
    ]);
    expect((await bring(good)).counts).toMatchObject({ adds: 0, same: 4, problems: 0 });
  });
});
