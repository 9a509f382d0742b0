// Above 150 lines: every door of a frozen contest stands in one list, so that a new one is missed at one place.
import type { Socket } from "node:net";
import { PassThrough } from "node:stream";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { listMyAttempts } from "#server/attempts/list-my-attempts.ts";
import { exportBoard } from "#server/boards/export-board.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { getBranchBoard } from "#server/boards/get-branch-board.ts";
import { getContestScreen } from "#server/boards/get-contest-screen.ts";
import { getOverviewScreen } from "#server/boards/get-overview-screen.ts";
import { getReveal } from "#server/boards/get-reveal.ts";
import { getScoreGraph } from "#server/boards/get-score-graph.ts";
import { getWhyRank } from "#server/boards/get-why-rank.ts";
import { LiveStandings } from "#server/boards/live-standings.ts";
import { liveChangesReader } from "#server/boards/read-live-changes.ts";
import { getContest } from "#server/contests/get-contest.ts";
import { getContestDesk } from "#server/contests/get-contest-desk.ts";
import { getMonitor } from "#server/contests/get-monitor.ts";
import { listContests } from "#server/contests/list-contests.ts";
import { recountEntry } from "#server/contests/recount-entry.ts";
import { listNotices } from "#server/notices/list-notices.ts";
import { exportMyData } from "#server/people/export-my-data.ts";
import { changeTeam } from "#server/teams/change-team.ts";
import { getOwnTeam } from "#server/teams/get-own-team.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";
import { at } from "#tests/world/contest.ts";
import { aFrozenContest, FREEZE, play } from "#tests/world/frozen-contest.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { WatchedContest } from "./watched-contest.ts";
import type { Watcher } from "./watchers.ts";

const LOOK = FREEZE + 30;
type World = Awaited<ReturnType<typeof aFrozenContest>>;
type Look = Awaited<ReturnType<typeof as>>;

/** Every door through which a member learns anything of a contest, and those of the desk that must stay shut. */
async function viewsOf({ slug, organizer }: World, looks: readonly Look[]): Promise<string> {
  const seen: unknown[] = [];
  for (const look of looks) {
    for (const board of ["true", "public"])
      for (const page of [1, 2])
        seen.push(
          await getBoard.call(look, { slug, page, board }),
          await getBranchBoard.call(look, { slug, board }),
          await getTeamBoard.call(look, { slug, board }),
        );
    seen.push(
      await getWhyRank.call(look, { slug }),
      await getScoreGraph.call(look, { slug }),
      await getScoreGraph.call(look, { slug, board: "public" }),
    );
    seen.push(await getOwnTeam.call(look, { slug }));
    seen.push(await getContest.call(look, { slug }), await listContests.call(look, {}), await listMyAttempts.call(look, {}));
    seen.push(await exportMyData.call(look, {}), await listNotices.call(look, {}));
    for (const desk of [getMonitor, getContestDesk, exportBoard, getReveal, getContestScreen]) {
      const shut = await desk.call(look, { slug });
      expect(shut.ok).toBe(false);
      seen.push(shut);
    }
  }
  // What a hall reads, whoever opened it: the same as everybody.
  const hall = await as(organizer, at(LOOK));
  seen.push(await getContestScreen.call(hall, { slug }), await getOverviewScreen.call(hall, {}));
  return JSON.stringify(seen);
}

/** A reader of the live stream, who remembers every byte. */
function aReader(contestId: number) {
  const bytes: string[] = [];
  const socket = new PassThrough();
  socket.on("data", (chunk: Buffer) => bytes.push(chunk.toString()));
  const watcher: Watcher = {
    ...{ socket: socket as unknown as Socket, personId: 0, sessionId: "", address: "", contestId, attemptId: null, saidTime: "" },
  };
  return { watcher, bytes };
}

/** What happens after the freeze: results of who had some and of who had none, newcomers to the roster, marks corrected. */
const deed = fc.oneof(
  fc.record({ kind: fc.constant("play" as const), who: fc.nat(7), right: fc.nat(5) }),
  fc.record({ kind: fc.constant("newcomer" as const), who: fc.nat(1), right: fc.nat(5) }),
  fc.record({ kind: fc.constant("corrected" as const), who: fc.nat(5), right: fc.nat(5) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

async function corrected({ contestId }: World, personId: number, right: number): Promise<void> {
  await database("judge").transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from entries where contest_id = ${contestId} and person_id = ${personId}`,
    );
    await tx.execute(sql`update attempt_totals set score_milli = ${right * 9_000} where attempt_id in
      (select id from attempts where entry_id = ${rows[0]?.id} and number = 1)`);
    await recountEntry(tx, Number(rows[0]?.id), at(FREEZE + 20));
  });
}

async function happens(world: World, { kind, who, right }: Deed, minute: number): Promise<void> {
  if (kind === "corrected") return corrected(world, world.people[who] ?? 0, right);
  const branch = who === 0 ? world.left : world.right;
  const personId = kind === "newcomer" ? await aPerson(branch.id, { name: "后来的人" }) : (world.people[who] ?? 0);
  if (kind === "newcomer" && world.hasTeams) await joined(world, who === 0 ? "红旗队" : "先锋队", personId, minute);
  await play(personId, world.slug, right, minute);
}

/** The organizer takes a newcomer into a team whose members stand: it has one more to be divided by. */
async function joined({ slug, contestId, organizer }: World, team: string, personId: number, minute: number): Promise<void> {
  const { rows } = await database("desk").execute<{ id: string; staff_no: string }>(
    sql`select t.id, p.staff_no from teams t, people p where t.contest_id = ${contestId} and t.name = ${team} and p.id = ${personId}`,
  );
  const change = { slug, teamId: Number(rows[0]?.id), deed: "add", staffNo: rows[0]?.staff_no, reason: "补报" };
  valueOf(await changeTeam.call(await as(organizer, at(minute)), change));
}

const RULES = [
  { board: { names: "names", branchFormula: "per_head" } },
  { board: { names: "branch", branchFormula: "participation", places: null } },
  { board: { names: "anonymous", view: "near", branchFormula: "total" }, review: { score: "submitted" } },
  { board: { view: "band", branchFormula: "top_n_mean" } },
  { team: { min: 2, max: 10, score: "mean" }, board: { names: "names" } },
  { team: { min: 2, max: 10, score: "sum" }, board: { names: "anonymous", view: "near" }, review: { score: "submitted" } },
];

test("two worlds that differ only after the freeze give byte-equal participant views over every door (D6, I16, TA14)", async () => {
  for (const [nth, rules] of RULES.entries()) {
    const world = await aFrozenContest({ attempts: 20, ...rules });
    await world.freeze();
    // Two who do nothing after the freeze: one without and one with a result before it; the mate of the latter plays on.
    const away = await aPerson(world.left.id, { name: "没有参加" });
    const looks = [await as(away, at(LOOK)), await as(world.people[4] ?? 0, at(LOOK))];
    const live = await LiveStandings.open(world.contestId, at(LOOK));
    const watched = live && new WatchedContest(live, 0);
    const reader = aReader(world.contestId);
    const read = liveChangesReader();
    const tick = async (nowMs: number): Promise<void> => {
      for (const change of await read(nowMs)) if (change.contestId === world.contestId) watched?.note(change);
      await watched?.tick(new Set([reader.watcher]), at(LOOK), nowMs);
    };
    await watched?.prepare(at(LOOK), 0);
    for (const nowMs of [1_000, 2_000]) await tick(nowMs);
    const said = watched?.snapshot(at(LOOK), reader.watcher).board?.toString();
    const before = await viewsOf(world, looks);
    const bytesBefore = reader.bytes.join("");
    const sampled = fc.sample(deed, { numRuns: 3, seed: 11 + nth }).filter((one) => one.kind === "newcomer" || one.who !== 4);
    const deeds: Deed[] = [{ kind: "newcomer", who: 0, right: 5 }, { kind: "play", who: 0, right: 5 }, ...sampled];
    for (const [at_, one] of deeds.entries()) {
      await happens(world, one, FREEZE + 1 + 3 * at_);
      await tick(3_000 + at_ * 40_000);
    }
    // Whatever this process remembers, another instance does not.
    delete (globalThis as { zhixingBranchFacts?: unknown }).zhixingBranchFacts;
    expect(await viewsOf(world, looks)).toBe(before);
    // The stream says nothing more either: not another board, nor the same one again.
    expect(reader.bytes.join("")).toBe(bytesBefore);
    expect(watched?.snapshot(at(LOOK), reader.watcher).board?.toString()).toBe(said);
    expect(said).toContain('"isFrozen":true');
    // Who comes to another instance now, or after a restart, is told the same.
    const anew = await LiveStandings.open(world.contestId, at(LOOK));
    expect(await anew?.board(at(LOOK), 0)).toEqual(JSON.parse(/data: (.*)/.exec(said ?? "")?.[1] ?? ""));
  }
});

test("a stream open at the freeze goes over to S_f by itself, and to the true board at the release", async () => {
  const world = await aFrozenContest();
  const live = await LiveStandings.open(world.contestId, at(FREEZE - 1));
  if (!live) throw new Error("no contest");
  const watched = new WatchedContest(live, 0);
  const { watcher, bytes } = aReader(world.contestId);
  const boards = () =>
    bytes
      .join("")
      .match(/event: board\ndata: .*/g)
      ?.map((text) => JSON.parse(text.slice(19)) as { total: number; isFrozen: boolean }) ?? [];
  const read = liveChangesReader();
  const tick = async (minute: number): Promise<void> => {
    for (const change of await read(minute)) if (change.contestId === world.contestId) watched.note(change);
    await watched.tick(new Set([watcher]), at(minute), minute * 60_000);
  };
  await tick(FREEZE - 1);
  await play(world.people[6] ?? 0, world.slug, 5, FREEZE + 1);
  // The worker is late: nothing that was handed in after the freeze is told meanwhile.
  await tick(FREEZE + 4);
  expect(boards().map(({ total }) => total)).toEqual([6]);
  await world.freeze(FREEZE + 5);
  await tick(FREEZE + 6);
  expect(boards().at(-1)).toMatchObject({ total: 6, isFrozen: true, asOf: at(FREEZE).toISOString() });
  await database("desk").execute(sql`update contests set released_at = ${at(125)} where id = ${world.contestId}`);
  await database("desk").execute(
    sql`insert into live_changes (contest_id, change, changed_at) values (${world.contestId}, 'released', ${at(125)})`,
  );
  await tick(126);
  expect(boards().at(-1)).toMatchObject({ total: 7, isFrozen: false });
});
