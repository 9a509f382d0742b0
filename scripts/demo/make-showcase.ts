// Longer than a screen: what a visitor may try at once stands together, as an organizer would have prepared it.
import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { branches, people } from "#db/schema/people.ts";
import { chanceOf } from "#domain/chance.ts";
import { blueprintSchema, contestRulesSchema } from "#domain/contests/rules.ts";
import type { Member } from "#domain/people/viewer.ts";
import { makeGame } from "#server/games/make-game.ts";
import { makeHall } from "#server/halls/make-hall.ts";
import { joinTeam } from "#server/teams/join-team.ts";
import { makeTeam } from "#server/teams/make-team.ts";
import { asMember, demoMembers, done } from "./demo-members.ts";
import { insertContest } from "./make-contest.ts";
import { makeDemoRace } from "./make-race.ts";
import { sitContest } from "./sit-contest.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type County = Readonly<{ id: number; path: string }>;
type Making = Readonly<{ county: County; organizer: Member; now: Date }>;

/** The welcome contest's shelf of the bank, so that practice keeps all the others. */
const TEN = blueprintSchema.parse([
  { category: "理论学习", kind: "single", count: 7, worth: 10_000 },
  { category: "理论学习", kind: "truefalse", count: 3, worth: 10_000 },
]);

/** Whoever plays: three of each of these branches, the first of them its captain; of the last ones nobody has played yet. */
const TEAMS = [
  { name: "农业农村队", people: ["00021", "00022", "00023"], played: 3 },
  { name: "档案馆队", people: ["00039", "00040"], played: 2 },
  { name: "城南小学队", branch: "00010202", played: 3 },
  { name: "内科队", branch: "00010301", played: 2 },
  { name: "疾控队", branch: "00010302", played: 3 },
  { name: "青石镇队", branch: "00010401", played: 3 },
  { name: "柳湾村队", branch: "00010402", played: 1 },
  { name: "园区队", branch: "00010501", played: 3 },
  { name: "政务先锋队", people: ["member01", "00001"], played: 0 },
  { name: "云汀一中队", people: ["branchadmin", "00041"], played: 0 },
] as const;

/** The first members of a branch, by their staff numbers. */
async function firstOf(code: string, count: number): Promise<string[]> {
  const rows = await database("desk")
    .select({ account: people.account })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    // The accounts of offices are kept for whoever tries them.
    .where(and(eq(branches.code, code), sql`${people.account} ~ '^[0-9]+$'`))
    .orderBy(asc(people.account))
    .limit(count);
  return rows.flatMap(({ account }) => account ?? []);
}

/** Teams of ten branches, some of whom have played: a captain gives the code to whoever is to join, and the organizer's desk lists them all. */
async function makeTeamContest({ county, organizer, now }: Making): Promise<void> {
  const [slug, opensAt] = ["teams", new Date(now.getTime() - 2 * DAY_MS)];
  const rules = contestRulesSchema.parse({
    ...{ limitMs: 10 * MINUTE_MS, board: { places: null } },
    team: { min: 2, max: 3, substitutes: 1, branches: "one", score: "mean", fixed: "first-attempt" },
    promotion: { perBranch: 1, fillTo: 6, reserve: 2 },
    awards: {
      medals: [
        { medal: "gold", by: "count", number: 1 },
        { medal: "silver", by: "count", number: 2 },
      ],
    },
  });
  await insertContest({
    ...{ slug, title: "支部团队赛（演示）", branchId: county.id, rules, blueprint: TEN, opensAt },
    intro: "每队二至三人，可带一名替补；队长建队，其他人凭口令加入。各自作答，取全队平均分。第一人开始作答后，名单不能再变。",
    // Later than the welcome contest, which stays the first thing to do.
    ...{ closesAt: new Date(now.getTime() + 366 * DAY_MS), createdBy: organizer.personId, publishedAt: opensAt, path: county.path },
  });
  for (const [at, team] of TEAMS.entries()) {
    const accounts = "people" in team ? [...team.people] : await firstOf(team.branch, 3);
    const found = await demoMembers(accounts);
    const members = accounts.flatMap((account) => found.get(account) ?? []);
    const [captain, ...others] = members;
    if (!captain) throw new Error(`nobody of the demo is in ${team.name}`);
    const gathersAt = new Date(opensAt.getTime() + HOUR_MS + at * MINUTE_MS);
    const { code } = done(await makeTeam.call(asMember(captain, gathersAt), { slug, name: team.name }));
    for (const other of others) done(await joinTeam.call(asMember(other, gathersAt), { slug, code }));
    for (const [which, member] of members.slice(0, team.played).entries()) {
      const luck = chanceOf(`teams/${at}/${which}`);
      const way = { tookMs: (120 + luck.below(360)) * 1_000, right: 4 + luck.below(7) };
      await sitContest(member, slug, { startedAt: new Date(gathersAt.getTime() + (1 + luck.below(20)) * HOUR_MS), ...way });
    }
  }
}

/** Over since half an hour, and its public board stands as it was two hours ago: the organizer opens the ceremony. */
async function makeFrozenContest({ county, organizer, now }: Making): Promise<void> {
  const [slug, opensAt] = ["ceremony", new Date(now.getTime() - 6 * HOUR_MS)];
  const freezeAt = new Date(now.getTime() - 2 * HOUR_MS);
  await insertContest({
    ...{ slug, title: "青年理论擂台（演示）", branchId: county.id, blueprint: TEN, opensAt, freezeAt, path: county.path },
    intro: "最后一段时间封榜：交卷照常，公开的榜停在封榜那一刻，由组织者在现场从最后一名往上揭晓。",
    rules: contestRulesSchema.parse({ limitMs: 10 * MINUTE_MS, board: { places: null } }),
    ...{ closesAt: new Date(now.getTime() - 30 * MINUTE_MS), createdBy: organizer.personId, publishedAt: opensAt },
  });
  const codes = ["00010101", "00010102", "00010201", "00010202", "00010301", "00010302", "00010401", "00010501"];
  const accounts = (await Promise.all(codes.map((code) => firstOf(code, 7)))).flatMap((list) => list.slice(4));
  const members = [...(await demoMembers(accounts)).values()];
  for (const [at, member] of members.entries()) {
    const luck = chanceOf(`ceremony/${at}`);
    // Two of three before the freeze; the others are what the ceremony opens.
    const from = at % 3 === 2 ? freezeAt.getTime() + 5 * MINUTE_MS : opensAt.getTime() + 10 * MINUTE_MS;
    const way = { tookMs: (120 + luck.below(400)) * 1_000, right: 3 + luck.below(8) };
    await sitContest(member, slug, { startedAt: new Date(from + luck.below(60) * MINUTE_MS), ...way });
  }
}

/** A game in its lobby: the host opens the big screen, phones come in by the six digits. */
async function makeDemoGame({ county, organizer, now }: Making): Promise<void> {
  const form = {
    ...{ title: "周五读书会现场答题（演示）", branchId: county.id, rules: { mode: "mild", autoClose: true } },
    lines: [{ category: "青年学习", count: 8 }],
  };
  done(await makeGame.call(asMember(organizer, now), form));
}

/** Every kind of round, in the order a final has them, with questions of the house for six sides. */
const ROUNDS = [
  { kind: "individual", title: "必答题", source: { from: "bank", category: "组织建设", kind: "single" } },
  { kind: "consult", title: "共答题", source: { from: "bank", category: "制度与方法", kind: "multiple" } },
  { kind: "buzz", title: "抢答题", items: 6, steal: true, source: { from: "bank", category: "制度与方法", kind: "single" } },
  { kind: "risk", title: "风险题", source: { from: "bank", category: "工作实践", kind: "multiple" } },
  { kind: "arena", title: "擂台题", source: { from: "bank", category: "组织建设", kind: "truefalse" } },
  { kind: "audience", title: "观众题", items: 3, source: { from: "bank", category: "工作实践", kind: "truefalse" } },
  { kind: "extra", title: "加赛题", items: 5, places: 3, source: { from: "bank", category: "制度与方法", kind: "truefalse" } },
] as const;
const SIDES = [
  ["政务服务中心队", "00010101"],
  ["农业农村局队", "00010102"],
  ["云汀一中队", "00010201"],
  ["县医院内科队", "00010301"],
  ["疾控中心队", "00010302"],
  ["青石镇机关队", "00010401"],
] as const;

async function makeDemoHall({ county, organizer, now }: Making): Promise<void> {
  const sides = [];
  for (const [name, code] of SIDES) {
    const [captain = "", ...others] = await firstOf(code, 3);
    sides.push({ name, staffNos: [captain], others });
  }
  const rounds = ROUNDS.map((round) => ({ ...round, spares: 1 }));
  const form = { title: "机关党建知识竞赛现场决赛（演示）", branchId: county.id, rules: { rounds }, sides };
  done(await makeHall.call(asMember(organizer, now), form));
}

/** What shows a visitor the whole of it at once: a team contest that runs, a board that is frozen, a game to open, a final to hold, a race under way. */
export async function makeDemoShowcase(now: Date): Promise<void> {
  const db = database("desk");
  const [county] = await db.select({ id: branches.id, path: branches.path }).from(branches).where(eq(branches.code, "0001"));
  const organizer = (await demoMembers(["organizer"])).get("organizer");
  const [known] = await db.select({ id: contests.id }).from(contests).where(eq(contests.slug, "teams"));
  if (!county || !organizer || known) return;
  const making = { county, organizer, now };
  await makeTeamContest(making);
  await makeFrozenContest(making);
  await makeDemoGame(making);
  await makeDemoHall(making);
  await makeDemoRace(making);
}
