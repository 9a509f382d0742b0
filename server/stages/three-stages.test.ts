// Above 150 lines: a contest of three stages and its separate reckoning stand together, to be read side by side.
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { chanceOf } from "#domain/chance.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { awardCertificatesJob } from "#server/awards/award-certificates-job.ts";
import { getAwards } from "#server/awards/get-awards.ts";
import { getAwardsDesk } from "#server/awards/get-awards-desk.ts";
import { grantAwards } from "#server/awards/grant-awards.ts";
import { issueAwardCertificates } from "#server/awards/issue-award-certificates.ts";
import { listMyCertificates } from "#server/certificates/list-my-certificates.ts";
import { readContentPack } from "#server/content/content-pack.ts";
import { loadContent } from "#server/content/load-content.ts";
import { editContest } from "#server/contests/edit-contest.ts";
import { getContestDesk } from "#server/contests/get-contest-desk.ts";
import { makeContest } from "#server/contests/make-contest.ts";
import { publishContest } from "#server/contests/publish-contest.ts";
import { publishResults } from "#server/contests/publish-results.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { changeTeam } from "#server/teams/change-team.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";
import { importTeams } from "#server/teams/import-teams.ts";
import { listTeamsDesk } from "#server/teams/list-teams-desk.ts";
import { makeTeam } from "#server/teams/make-team.ts";
import { at, MINUTE_MS } from "#tests/world/contest.ts";
import { inTurns } from "#tests/world/many-members.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aTeam } from "#tests/world/team-contest.ts";
import { copyContest } from "./copy-contest.ts";
import { getPromotion } from "./get-promotion.ts";
import { getPromotionDesk } from "./get-promotion-desk.ts";
import { publishPromotion } from "./publish-promotion.ts";

// What is played: 60 teams of 14 branches, three stages. What it must come to is calculated below from the raw answers alone, by the
// rules as they are printed, without a line of the code it is compared with.
const BRANCHES = 14;
const TEAMS = 60;
const SINGLE = 3_334;
const TRUTH = 5_003;
const DAY = 1_440;

type Person = { id: number; branch: number; staffNo: string };
type Team = { name: string; branch: number; players: Person[]; substitute: Person | null };
type Raw = {
  stage: number;
  person: number;
  team: string;
  startMs: number;
  rights: boolean[];
  worths: number[];
  versions: number[];
  lastMs: number;
};

const teams: Team[] = [];
const raws: Raw[] = [];
const branchNames: string[] = [];
const eligible: number[] = [];
let organizer = 0;
let approver = 0;
const slugs: string[] = [];
const org = (minute: number) => as(organizer, at(minute));

const RULES = {
  limitMs: 30 * MINUTE_MS,
  team: { min: 2, max: 3, substitutes: 1, score: "mean" },
  board: { places: null },
  promotion: { perBranch: 1, fillTo: 24, ties: "order", reserve: 4 },
  awards: { medals: [{ medal: "gold", by: "count", number: 1 }], organisation: { percent: 60, most: 5 } },
};

// ——— the independent calculation ———

type Line = { name: string; branch: number; milli: bigint; right: number; timeMs: number; lastMs: number; rank: number };

/** −1 when a stands before b by the printed order. */
function before(a: Line, b: Line): number {
  if (a.milli !== b.milli) return a.milli > b.milli ? -1 : 1;
  if (a.right !== b.right) return a.right > b.right ? -1 : 1;
  if (a.timeMs !== b.timeMs) return a.timeMs < b.timeMs ? -1 : 1;
  if (a.lastMs !== b.lastMs) return a.lastMs < b.lastMs ? -1 : 1;
  return 0;
}

/** The board of a stage out of raw answers: mean over the players, the absent as nothing, half up to the milli-point. */
function boardOf(stage: number, entrants: readonly Team[], voided?: number): Line[] {
  const lines = entrants.flatMap((team) => {
    const own = raws.filter((raw) => raw.stage === stage && raw.team === team.name);
    if (own.length === 0) return [];
    const counts = own.map((raw) => raw.rights.map((right, slot) => right || raw.versions[slot] === voided));
    let sum = 0n;
    let right = 0;
    own.forEach((raw, which) => {
      counts[which]?.forEach((counted, slot) => {
        if (!counted) return;
        sum += BigInt(raw.worths[slot] ?? 0);
        right += 1;
      });
    });
    const n = BigInt(team.players.length);
    const lastOf = (raw: Raw, which: number) => {
      const scored = counts[which]?.some((counted) => counted) ?? false;
      const voidedWrong = counts[which]?.some((counted, slot) => counted && !raw.rights[slot]) ?? false;
      return scored ? raw.startMs + (voidedWrong ? raw.lastMs : raw.lastMs - 1_000) : 0;
    };
    return [
      {
        ...{ name: team.name, branch: team.branch, milli: (2n * sum + n) / (2n * n), right, rank: 0 },
        timeMs: own.reduce((all, raw) => all + raw.lastMs, 0),
        lastMs: Math.max(...own.map(lastOf)),
      },
    ];
  });
  for (const line of lines) line.rank = 1 + lines.filter((other) => before(other, line) < 0).length;
  return lines.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
}

/** Who goes on: the best of each branch, then the next best until there are 24; whoever is equal in everything goes along. */
function goingOn(board: readonly Line[], perBranch: number, fillTo: number, gone: readonly string[] = []): string[] {
  const field = board.filter(({ name }) => !gone.includes(name));
  const taken = new Set<string>();
  for (let branch = 0; branch < BRANCHES; branch += 1) {
    const own = field.filter((line) => line.branch === branch);
    for (const line of own) if (own.filter((other) => before(other, line) < 0).length < perBranch) taken.add(line.name);
  }
  const rest = field.filter(({ name }) => !taken.has(name));
  const open = fillTo - taken.size;
  for (const line of rest) if (rest.filter((other) => before(other, line) < 0).length < open) taken.add(line.name);
  return [...taken].sort();
}

// ——— what the simulated members do ———

async function sitOne(
  stage: number,
  team: Team,
  person: Person,
  minute: number,
  lastMs: number,
  singles: number,
  truths: number,
): Promise<void> {
  const base = (stage - 1) * DAY;
  const slug = slugs[stage - 1] ?? "";
  const { attemptId } = valueOf(await startAttempt.call(await as(person.id, at(base + minute)), { slug }));
  const { rows } = await database("judge").execute<{ worths: number[]; version_ids: string[] }>(
    sql`select worths, version_ids from attempts where id = ${attemptId}`,
  );
  const worths = rows[0]?.worths ?? [];
  let [leftSingles, leftTruths] = [singles, truths];
  const rights = worths.map((worth) => (worth === SINGLE ? leftSingles-- > 0 : leftTruths-- > 0));
  const answers = rights.map((right, slot) => ({
    slot,
    right,
    milli: right ? worths[slot] : 0,
    at: at(base + minute, right ? lastMs - 1_000 : lastMs),
  }));
  // The last answer is a wrong one, so that the time taken and the last scoring answer are two things; nobody has everything right.
  await database("judge").execute(sql`
    insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right)
    select ${attemptId}, slot, '{"picks":[0]}', 1, at, milli, "right"
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as r(slot int, "right" bool, milli int, at timestamptz)`);
  valueOf(await handIn.call(await as(person.id, at(base + minute + 20)), { id: attemptId }));
  const versions = (rows[0]?.version_ids ?? []).map(Number);
  raws.push({ stage, person: person.id, team: team.name, startMs: minute * MINUTE_MS, rights, worths, versions, lastMs });
}

/** Everybody who plays sits the stage, eight at a time; teams 20 and 21, of two branches, do exactly the same. */
async function playStage(stage: number, entrants: readonly Team[], absent: (team: Team, which: number) => boolean): Promise<void> {
  const sittings = entrants.flatMap((team) => {
    const twin = team.name === "队21" ? "队20" : team.name;
    const luck = chanceOf(`${stage}/${twin}`);
    return team.players.map((person, which) => {
      const way = { minute: 1 + luck.below(30), lastMs: 60_000 + luck.below(500_000), singles: luck.below(7), truths: luck.below(3) };
      return { team, person, which, ...way };
    });
  });
  const playing = sittings.filter(({ team, which }) => !absent(team, which));
  await inTurns(playing, 6, ({ team, person, minute, lastMs, singles, truths }) =>
    sitOne(stage, team, person, minute, lastMs, singles, truths),
  );
}

/** The whole board as the organizer reads it, page by page. */
async function shownBoard(stage: number, minute: number) {
  const lines = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const board = valueOf(await getTeamBoard.call(await org(minute), { slug: slugs[stage - 1], page }));
    pages = board.pages;
    lines.push(...board.rows);
  }
  return lines
    .map(({ rank, name, scoreMilli, rightCount, totalMs, lastScoringMs }) => [
      rank,
      name,
      BigInt(scoreMilli),
      rightCount,
      totalMs,
      lastScoringMs,
    ])
    .sort((a, b) => Number(a[0]) - Number(b[0]) || (String(a[1]) < String(b[1]) ? -1 : 1));
}
const asShown = (board: readonly Line[]) =>
  board.map(({ rank, name, milli, right, timeMs, lastMs }) => [rank, name, milli, right, timeMs, lastMs]);

const promotedOf = async (stage: number, minute: number): Promise<string[]> => {
  const { promotion } = valueOf(await getPromotion.call(await org(minute), { slug: slugs[stage - 1] }));
  return (promotion?.rows ?? [])
    .filter(({ kind }) => kind === "promoted")
    .map(({ name }) => name ?? "")
    .sort();
};
const named = (names: readonly string[]) => teams.filter(({ name }) => names.includes(name));

async function voidQuestion(versionId: number, minute: number): Promise<void> {
  const { id } = valueOf(
    await proposeRuling.call(await org(minute), { slug: slugs[0], versionId, kind: "void_full", reason: "题干有歧义", answer: null }),
  );
  valueOf(await decideRuling.call(await as(approver, at(minute)), { id, verdict: "approve" }));
  valueOf(await applyRuling.call(await org(minute), { id }));
}

/** A question whose voiding changes who goes on, if there is one. */
function decisiveVersion(): number {
  const was = goingOn(boardOf(1, teams), 1, 24).join();
  const all = [...new Set(raws.flatMap(({ versions, rights }) => versions.filter((_, slot) => !rights[slot])))];
  return all.find((version) => goingOn(boardOf(1, teams, version), 1, 24).join() !== was) ?? all[0] ?? 0;
}

async function certificatesOf(stage: number, minute: number): Promise<{ name: string; award: string }[]> {
  const slug = slugs[stage - 1];
  const job = valueOf(await issueAwardCertificates.call(await org(minute), { slug }));
  expect(valueOf(await issueAwardCertificates.call(await org(minute), { slug }))).toEqual(job);
  const [row] = (await database("desk").execute<{ payload: Record<string, unknown> }>(sql`select payload from jobs where id = ${job.id}`))
    .rows;
  await awardCertificatesJob(row?.payload ?? {}, at(minute), { id: job.id, createdBy: organizer, result: null });
  const again = await awardCertificatesJob(row?.payload ?? {}, at(minute), { id: job.id, createdBy: organizer, result: null });
  expect(again).toEqual({ issued: 0 });
  const { rows } = await database("desk").execute<{ name: string; award: string }>(sql`
    select c.snapshot->>'name' as name, c.snapshot->'award'->>'name' as award from certificates c join awards a on a.id = c.award_id
    join award_grants g on g.id = a.grant_id join contests k on k.id = g.contest_id where k.slug = ${slug} order by 2, 1`);
  return rows;
}

beforeAll(async () => {
  await anOrganisation(false);
  await loadContent(database("desk"), await readContentPack("content"), at(-600));
  const root = await aBranch();
  organizer = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  approver = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  const members: Person[][] = [];
  for (let branch = 0; branch < BRANCHES; branch += 1) {
    const { id, name } = await aBranch(root.id);
    branchNames.push(name);
    // Five teams of four at most, and some who do not take part.
    const size = 17 + ((branch * 5) % 7);
    eligible.push(size);
    const { rows } = await database("desk").execute<{ id: string; staff_no: string; name: string }>(sql`
      insert into people (staff_no, account, name, branch_id)
      select 'T' || ${branch}::int || '-' || g, 't' || ${branch}::int || '-' || g, '选手' || ${branch}::int || '之' || g, ${id}
      from generate_series(1, ${size}) g returning id, staff_no, name`);
    members.push(rows.map((row) => ({ id: Number(row.id), branch, staffNo: row.staff_no })));
  }
  for (let which = 0; which < TEAMS; which += 1) {
    const branch = which % BRANCHES;
    const mine = members[branch] ?? [];
    const players = mine.splice(0, 3);
    teams.push({ name: `队${which}`, branch, players, substitute: which % 12 === 10 ? (mine.splice(0, 1)[0] ?? null) : null });
  }
  const form = {
    ...{ title: "初赛", branchId: root.id, opensAt: at(0).toISOString(), closesAt: at(120).toISOString(), rules: RULES },
    blueprint: [
      { kind: "single", count: 7, worth: SINGLE },
      { kind: "truefalse", count: 3, worth: TRUTH },
    ],
  };
  slugs.push(valueOf(await makeContest.call(await org(-300), form)).slug);
  valueOf(await publishContest.call(await org(-200), { slug: slugs[0] }));
  const [first, ...rest] = teams;
  // Some make their teams themselves, the others are registered from a list.
  const own = [first, ...rest.slice(0, 5)].filter((team) => team !== undefined);
  for (const team of own)
    await aTeam(
      slugs[0] ?? "",
      team.name,
      [...team.players, ...(team.substitute ? [team.substitute] : [])].map(({ id }) => id),
    );
  const text = teams
    .filter((team) => !own.includes(team))
    .flatMap((team) => [
      ...team.players.map(({ staffNo }, which) => [team.name, staffNo, which === 0 ? "队长" : "队员"]),
      ...(team.substitute ? [[team.name, team.substitute.staffNo, "替补"]] : []),
    ]);
  const list = [["队名", "工号", "角色"], ...text].map((row) => row.join("\t")).join("\n");
  expect(valueOf(await importTeams.call(await org(-100), { slug: slugs[0], text: list })).problems).toEqual([]);
}, 120_000);

test("a team contest in three stages comes to what the printed rules give, to the milli-point", async () => {
  const [slug = ""] = slugs;
  expect(refusalOf(await publishPromotion.call(await org(100), { slug }))).toBe("results-first");

  // The preliminary: team 7 stays away, one of team 9 does too, and team 10 brings its substitute in after the start.
  const tenth = teams[10] as Team;
  const [sick] = tenth.players.slice(-1);
  const listed = valueOf(await listTeamsDesk.call(await org(5), { slug })).teams.find(({ name }) => name === tenth.name);
  const swap = { slug, teamId: listed?.id, deed: "swap", personId: sick?.id, inId: tenth.substitute?.id };
  expect(refusalOf(await changeTeam.call(await org(5), swap))).toBe("reason-needed@reason");
  valueOf(await changeTeam.call(await org(5), { ...swap, reason: "因病" }));
  tenth.players = [...tenth.players.slice(0, -1), tenth.substitute as Person];
  await playStage(1, teams, (team, which) => team.name === "队7" || (team.name === "队9" && which === 2));
  valueOf(await publishResults.call(await org(190), { slug }));
  const board = boardOf(1, teams);
  expect(board.length).toBe(TEAMS - 1);
  expect(await shownBoard(1, 191)).toEqual(asShown(board));
  const twins = board.filter(({ name }) => name === "队20" || name === "队21");
  expect(twins[0]?.rank).toBe(twins[1]?.rank);

  // Two publish at once: one list, and the other hears that it was changed.
  const both = await Promise.all([0, 1].map(async () => publishPromotion.call(await org(200), { slug })));
  expect(both.map(refusalOf).sort()).toEqual(["ok", "promotion-changed"]);
  const first = goingOn(board, 1, 24);
  expect(await promotedOf(1, 201)).toEqual(first);

  // The next stage is entered by the promoted, with their members; nobody makes a team there.
  const opensAt = at(DAY).toISOString();
  const next = valueOf(await copyContest.call(await org(205), { slug, title: "复赛", as: "next-stage", opensAt }));
  slugs.push(next.slug);
  expect(next.entrants).toBe(first.length);
  expect(refusalOf(await copyContest.call(await org(205), { slug, title: "又一复赛", as: "next-stage" }))).toBe("already-has-next-stage");

  // A question of the preliminary is voided: boards follow, the published list does not; it shows the difference until it is revised.
  const version = decisiveVersion();
  await voidQuestion(version, 210);
  const ruled = boardOf(1, teams, version);
  expect(await shownBoard(1, 211)).toEqual(asShown(ruled));
  expect(await promotedOf(1, 211)).toEqual(first);
  const second = goingOn(ruled, 1, 24);
  const desk = valueOf(await getPromotionDesk.call(await org(212), { slug }));
  expect([...(desk.published?.difference?.joins ?? [])].sort()).toEqual(second.filter((name) => !first.includes(name)));
  expect([...(desk.published?.difference?.leaves ?? [])].sort()).toEqual(first.filter((name) => !second.includes(name)));
  expect(refusalOf(await publishPromotion.call(await org(215), { slug, revises: 1 }))).toBe("reason-needed@reason");

  // The best team steps back: the next one moves up.
  const best = ruled[0]?.name ?? "";
  const without = desk.now.filter(({ name }) => name === best).map(({ subject }) => subject);
  valueOf(await publishPromotion.call(await org(216), { slug, revises: 1, without, reason: "裁定后重算；一队退出" }));
  const third = goingOn(ruled, 1, 24, [best]);
  expect(await promotedOf(1, 217)).toEqual(third);
  expect(valueOf(await getPromotionDesk.call(await org(218), { slug })).published?.difference).toBeNull();

  // The semi-final, by rules of its own.
  const draft = valueOf(await getContestDesk.call(await org(220), { slug: next.slug }));
  const form = {
    ...{
      slug: next.slug,
      revision: draft.revision,
      title: "复赛",
      branchId: draft.branch.id,
      opensAt,
      closesAt: at(DAY + 120).toISOString(),
    },
    ...{ rules: { ...RULES, promotion: { top: 6, ties: "order" } }, blueprint: draft.blueprint },
  };
  valueOf(await editContest.call(await org(220), form));
  valueOf(await publishContest.call(await org(221), { slug: next.slug }));
  const entrants = named(third);
  const outsider = teams.find(({ name }) => !third.includes(name))?.players[0]?.id ?? 0;
  expect(refusalOf(await startAttempt.call(await as(outsider, at(DAY + 1)), { slug: next.slug }))).toBe("not-found");
  const insider = entrants[0]?.players[0]?.id ?? 0;
  expect(refusalOf(await makeTeam.call(await as(insider, at(DAY - 10)), { slug: next.slug, name: "另一队" }))).toBe("teams-by-promotion");
  await playStage(2, entrants, () => false);
  valueOf(await publishResults.call(await org(DAY + 190), { slug: next.slug }));
  const semi = boardOf(2, entrants);
  expect(await shownBoard(2, DAY + 191)).toEqual(asShown(semi));
  expect(refusalOf(await publishPromotion.call(await org(DAY + 191), { slug, revises: 2, reason: "太晚" }))).toBe("next-stage-open");
  const last = valueOf(
    await copyContest.call(await org(DAY + 192), { slug: next.slug, title: "决赛", as: "next-stage", opensAt: at(2 * DAY).toISOString() }),
  );
  slugs.push(last.slug);
  valueOf(await publishPromotion.call(await org(DAY + 200), { slug: next.slug }));
  const finalists = semi
    .filter(({ rank }) => rank <= 6)
    .map(({ name }) => name)
    .sort();
  expect(await promotedOf(2, DAY + 201)).toEqual(finalists);

  // The final and its medals: one gold, two silver, the rest by places.
  const end = valueOf(await getContestDesk.call(await org(DAY + 210), { slug: last.slug }));
  const medals = [
    { medal: "gold", by: "count", number: 1 },
    { medal: "silver", by: "count", number: 2 },
    { medal: "bronze", by: "percent", number: 50 },
  ];
  const { title, revision } = end;
  valueOf(
    await editContest.call(await org(DAY + 210), {
      ...{
        slug: last.slug,
        revision,
        title,
        branchId: end.branch.id,
        opensAt: end.opensAt.toISOString(),
        closesAt: end.closesAt.toISOString(),
      },
      ...{ rules: { ...RULES, promotion: undefined, awards: { medals } }, blueprint: end.blueprint },
    }),
  );
  valueOf(await publishContest.call(await org(DAY + 211), { slug: last.slug }));
  await playStage(3, named(finalists), () => false);
  valueOf(await publishResults.call(await org(2 * DAY + 190), { slug: last.slug }));
  const final = boardOf(3, named(finalists));
  expect(await shownBoard(3, 2 * DAY + 191)).toEqual(asShown(final));
  valueOf(await grantAwards.call(await org(2 * DAY + 200), { slug: last.slug }));
  const finalist = named(finalists)[0]?.players[0]?.id ?? 0;
  const { granted } = valueOf(await getAwards.call(await as(finalist, at(2 * DAY + 201)), { slug: last.slug }));
  const bronzeTo = 3 + Math.ceil(final.length / 2);
  const medalOf = (rank: number) => (rank <= 1 ? "gold" : rank <= 3 ? "silver" : rank <= bronzeTo ? "bronze" : null);
  const won = final.flatMap(({ name, rank }) => (medalOf(rank) ? [[medalOf(rank), name, rank]] : []));
  expect((granted?.rows ?? []).map(({ award, name, rank }) => [award, name, rank]).sort()).toEqual([...won].sort());

  // Certificates: one for everybody of a team that won, substitutes too.
  const WORDS: Record<string, string> = { gold: "金奖", silver: "银奖", bronze: "铜奖" };
  const given = await certificatesOf(3, 2 * DAY + 210);
  const people = won.map(([medal, name]) => {
    const team = teams.find((one) => one.name === name);
    const out = team?.name === tenth.name ? [sick] : team?.substitute ? [team.substitute] : [];
    return [WORDS[String(medal)], (team?.players.length ?? 0) + out.length] as const;
  });
  for (const word of ["金奖", "银奖", "铜奖"])
    expect([word, given.filter(({ award }) => award === word).length]).toEqual([
      word,
      people.filter(([own]) => own === word).reduce((sum, [, count]) => sum + count, 0),
    ]);
  const winner = teams.find(({ name }) => name === won[0]?.[1])?.players[0]?.id ?? 0;
  const mine = valueOf(await listMyCertificates.call(await as(winner, at(2 * DAY + 211)), {})).certificates;
  expect(mine.map(({ programme, state }) => [programme, state])).toEqual([["决赛", "valid"]]);

  // The organisation award of the preliminary: branches by the share of their people who took part, as fractions.
  valueOf(await grantAwards.call(await org(2 * DAY + 220), { slug }));
  const sat = (branch: number) =>
    raws.filter(({ stage, team }) => stage === 1 && teams.find(({ name }) => name === team)?.branch === branch).length;
  const rates = branchNames.map((name, branch) => ({ name, sat: BigInt(sat(branch)), of: BigInt(eligible[branch] ?? 1) }));
  const reaching = rates.filter(({ sat: own, of }) => own * 100n >= 60n * of);
  const rankOf = (one: (typeof rates)[number]) => 1 + reaching.filter((other) => other.sat * one.of > one.sat * other.of).length;
  const honoured = reaching.map((one) => [one.name, rankOf(one)] as const).filter(([, rank]) => rank <= 5);
  const organisation = valueOf(await getAwardsDesk.call(await org(2 * DAY + 221), { slug })).granted?.rows.filter(
    ({ award }) => award === "organisation",
  );
  expect((organisation ?? []).map(({ name, rank }) => [name, rank]).sort()).toEqual([...honoured].sort());
  expect(honoured.length).toBeGreaterThan(0);
  const branchCertificates = (await certificatesOf(1, 2 * DAY + 230)).filter(({ award }) => award === "组织奖");
  expect(branchCertificates.map(({ name }) => name).sort()).toEqual(honoured.map(([name]) => name).sort());

  // Reckoned anew in the night, the results of persons and teams are what is stored.
  await recompute(at(2 * DAY + 235));
  const [found] = (
    await database("judge").execute<{ details: { what: string }[] }>(sql`select details from recomputes order by id desc limit 1`)
  ).rows;
  expect((found?.details ?? []).filter(({ what }) => what === "team" || what === "standing")).toEqual([]);

  // Revised awards need a reason, and are refused to who looked at an older list.
  expect(refusalOf(await grantAwards.call(await org(2 * DAY + 240), { slug }))).toBe("awards-changed");
  expect(refusalOf(await grantAwards.call(await org(2 * DAY + 240), { slug, revises: 1 }))).toBe("reason-needed@reason");
  const revised = valueOf(await grantAwards.call(await org(2 * DAY + 240), { slug, revises: 1, reason: "复核" }));
  expect(revised.revoked).toBe(0);
  expect((await certificatesOf(1, 2 * DAY + 250)).length).toBeGreaterThan(0);
}, 120_000);
