import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { publishResults } from "#server/contests/publish-results.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { askFlags } from "./ask-flags.ts";
import { decideSanction } from "./decide-sanction.ts";
import { findFlagsJob } from "./find-flags-job.ts";
import { getIntegrity } from "./get-integrity.ts";
import { getSanction } from "./get-sanction.ts";
import { judgeFlag } from "./judge-flag.ts";
import { liftSanction } from "./lift-sanction.ts";
import { listMySanctions } from "./list-my-sanctions.ts";
import { proposeSanction } from "./propose-sanction.ts";

let world: Awaited<ReturnType<typeof aFinishedContest>>;
const later = contestTime(400);
const rowsOf = async (statement: ReturnType<typeof sql>) => (await database("judge").execute(statement)).rows;
const standings = () =>
  rowsOf(sql`select entry_id, score_milli, rank_key, counts from standings where contest_id = ${world.contestId} order by 1`);
const outcomes = () =>
  rowsOf(sql`select person_id, best from outcomes where kind = 'contest' and subject_id = ${world.contestId} order by 1`);

async function leader() {
  const [first] = await rowsOf(
    sql`select s.entry_id, e.person_id, s.score_milli from standings s join entries e on e.id = s.entry_id where s.contest_id = ${world.contestId} and s.counts order by s.rank_key desc limit 1`,
  );
  return { entryId: Number(first?.["entry_id"]), personId: Number(first?.["person_id"]), milli: Number(first?.["score_milli"]) };
}
const propose = async (entryId: number, kind: string, more: object = {}) =>
  (await told(proposeSanction, world.organizer, { slug: world.slug, entryId, kind, reason: "两份答卷雷同，本人承认", ...more }, later)).id;
const approve = (id: number) => told(decideSanction, world.approver, { id, verdict: "approve" }, later);

beforeAll(async () => {
  world = await aFinishedContest({ people: 25, seed: "sanctions" });
  await told(publishResults, world.organizer, { slug: world.slug }, contestTime(300));
});

test("proposed it changes nothing and tells nobody; the proposer does not approve it", async () => {
  const { entryId, personId } = await leader();
  const before = await standings();
  const id = await propose(entryId, "disqualified");
  expect(await standings()).toEqual(before);
  expect((await told(listMySanctions, personId, { slug: world.slug }, later)).sanctions).toEqual([]);
  expect(await codeOf(decideSanction, world.organizer, { id, verdict: "approve" }, later)).toBe("ruling-needs-another");
  expect(await codeOf(proposeSanction, world.organizer, { slug: world.slug, entryId, kind: "warning", reason: "又一次" }, later)).toBe(
    "sanction-open",
  );
  expect(await told(decideSanction, world.approver, { id, verdict: "reject", note: "证据不足" }, later)).toEqual({ state: "rejected" });
  expect(await standings()).toEqual(before);
});

test("disqualified leaves every board and the outcome; lifted, all is to the digit what it was", async () => {
  const { entryId, personId } = await leader();
  const before = { standings: await standings(), outcomes: await outcomes() };
  const id = await propose(entryId, "disqualified");
  await approve(id);
  expect((await standings()).find((row) => Number(row["entry_id"]) === entryId)?.["counts"]).toBe(false);
  expect((await outcomes()).find((row) => Number(row["person_id"]) === personId)?.["best"]).toBeNull();
  const board = await told(getBoard, world.organizer, { slug: world.slug }, later);
  expect(JSON.stringify(board)).not.toContain(`"personId":${personId},`);
  expect(await recompute(later)).toMatchObject({ differences: 0 });
  const [mine] = (await told(listMySanctions, personId, { slug: world.slug }, later)).sanctions;
  expect(mine).toMatchObject({ kind: "disqualified", reason: "两份答卷雷同，本人承认", liftedAt: null });
  await told(liftSanction, world.approver, { id, reason: "申诉成立" }, later);
  expect({ standings: await standings(), outcomes: await outcomes() }).toEqual(before);
  expect(await recompute(later)).toMatchObject({ differences: 0 });
  const kinds = await rowsOf(sql`select kind from notices where person_id = ${personId} and kind like 'sanction-%' order by id`);
  expect(kinds.map(({ kind }) => kind)).toEqual(["sanction-disqualified", "sanction-lifted"]);
});

test("points come off the counted score and the place follows, twice over, and the recompute agrees", async () => {
  const { entryId, milli } = await leader();
  await approve(await propose(entryId, "points", { points: 12.5 }));
  await approve(await propose(entryId, "points", { points: 2 }));
  const row = (await standings()).find((one) => Number(one["entry_id"]) === entryId);
  expect(row?.["score_milli"]).toBe(milli - 14_500);
  expect((await leader()).entryId).not.toBe(entryId);
  expect(await recompute(later)).toMatchObject({ differences: 0 });
});

test("who would move is seen before it is decided, and who moved after: one thing; both boards are kept, and who moved is told, not by whom", async () => {
  const { entryId, personId } = await leader();
  const id = await propose(entryId, "disqualified");
  const before = await standings();
  const seen = await told(getSanction, world.approver, { id }, later);
  expect(await standings()).toEqual(before);
  expect(seen.moves?.at(-1)).toMatchObject({ entryId, before: { rank: 1 }, after: null });
  expect(seen.moves?.slice(0, -1).every((move) => (move.after?.rank ?? 0) < (move.before?.rank ?? 0))).toBe(true);
  await approve(id);
  expect(await told(getSanction, world.organizer, { id }, later)).toMatchObject({ state: "applied", moves: seen.moves, moved: seen.moved });
  const kept = await rowsOf(sql`select moment, jsonb_array_length(rows) as n from board_snapshots where sanction_id = ${id} order by id`);
  const counted = before.filter(({ counts }) => counts).length;
  expect(kept).toEqual([
    { moment: "before-sanction", n: counted },
    { moment: "after-sanction", n: counted - 1 },
  ]);
  const places = await rowsOf(
    sql`select person_id, params::text from notices where kind = 'sanction-places' and dedupe = ${`sanction ${id} sanction place`}`,
  );
  expect(places).toHaveLength(seen.moved - 1);
  expect(places.some((notice) => Number(notice["person_id"]) === personId)).toBe(false);
  await told(liftSanction, world.approver, { id, reason: "申诉成立" }, later);
  expect(await standings()).toEqual(before);
  const lifted = await rowsOf(sql`select moment from board_snapshots where sanction_id = ${id} and moment like '%lift' order by id`);
  expect(lifted.map(({ moment }) => moment)).toEqual(["before-lift", "after-lift"]);
  const other = await aFinishedContest({ people: 2, seed: "foreign-sanctions" });
  expect(await codeOf(getSanction, other.organizer, { id }, later)).toBe("not-found");
});

test("while the board is frozen nobody is told that a place moved", async () => {
  const frozen = await aFinishedContest({ people: 6, seed: "frozen-sanctions" });
  await database("desk").execute(
    sql`update contests set freeze_at = ${contestTime(60)}, frozen_at = ${contestTime(60)} where id = ${frozen.contestId}`,
  );
  const entryId = frozen.sitters[0]?.entryId;
  const proposal = { slug: frozen.slug, entryId, kind: "disqualified", reason: "代答" };
  const { id } = await told(proposeSanction, frozen.organizer, proposal, contestTime(200));
  await told(decideSanction, frozen.approver, { id, verdict: "approve" }, contestTime(200));
  expect(
    await rowsOf(sql`select kind from notices where kind = 'sanction-places' and dedupe = ${`sanction ${id} sanction place`}`),
  ).toEqual([]);
  expect(await rowsOf(sql`select moment from board_snapshots where sanction_id = ${id}`)).toHaveLength(2);
});

test("two who decide at once: one of them does; what was decided is not decided again", async () => {
  const { entryId } = await leader();
  const id = await propose(entryId, "warning");
  const before = await standings();
  const codes = await Promise.all(["approve", "reject"].map((verdict) => codeOf(decideSanction, world.approver, { id, verdict }, later)));
  expect(codes.toSorted()).toEqual(["done", "sanction-decided"]);
  expect(await standings()).toEqual(before);
});

test("bad input is refused at its field, and a stranger's contest does not exist", async () => {
  const other = await aFinishedContest({ people: 2, seed: "other-sanctions" });
  const { entryId } = await leader();
  const ask = { slug: world.slug, entryId, kind: "points", reason: "扣分" };
  expect(await codeOf(proposeSanction, world.organizer, ask, later)).toBe("points-missing");
  expect(await codeOf(proposeSanction, world.organizer, { ...ask, points: -1 }, later)).toBe("invalid");
  expect(await codeOf(proposeSanction, world.organizer, { ...ask, kind: "warning", entryId: other.sitters[0]?.entryId }, later)).toBe(
    "not-in-this-contest",
  );
  expect(await codeOf(proposeSanction, other.organizer, { ...ask, kind: "warning" }, later)).toBe("not-found");
});

test("a paper copied to the letter is found after the close, judged by a person, and nothing else follows", async () => {
  const twin = await aFinishedContest({ people: 60, seed: "twins", perPerson: 12, rules: { shuffleQuestions: false } });
  const [one, other] = twin.sitters;
  const [a, b] = [one?.attemptIds[0] ?? 0, other?.attemptIds[0] ?? 0];
  // A paper of mistakes nobody else made, given twice.
  await database("judge")
    .execute(sql`update attempts set version_ids = (select version_ids from attempts where id = ${a}) where id = ${b}`)
    .catch(() => null);
  await database("judge").execute(sql`
    insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right)
    select a.id, s.slot, jsonb_build_object('texts', jsonb_build_array('独有的错答' || (a.version_ids[s.slot + 1])::text)), 99, a.started_at, 0, false
    from attempts a cross join generate_series(0, 11) as s(slot) where a.id in (${a}, ${b})
    on conflict (attempt_id, slot) do update set response = excluded.response, is_right = false, milli = 0, seq = 99`);
  const result = await findFlagsJob({ contestId: twin.contestId }, later);
  expect(result).toMatchObject({ papers: 60, compared: true });
  const { flags } = await told(getIntegrity, twin.organizer, { slug: twin.slug }, later);
  expect(flags.filter(({ kind }) => kind === "similar").map((flag) => [flag.one.attemptId, flag.other?.attemptId])).toEqual([[a, b]]);
  expect(await findFlagsJob({ contestId: twin.contestId }, later)).toMatchObject({ flags: 0 });
  const id = flags[0]?.id ?? 0;
  await told(judgeFlag, twin.organizer, { id, verdict: "dismissed", reason: "同桌讨论的练习" }, later);
  expect(await codeOf(judgeFlag, twin.organizer, { id, verdict: "warned", reason: "再看" }, later)).toBe("flag-judged");
  expect(await codeOf(judgeFlag, world.organizer, { id, verdict: "warned", reason: "再看" }, later)).toBe("not-found");
  const notices = await rowsOf(sql`select 1 from notices where person_id in (${one?.personId}, ${other?.personId})`);
  expect(notices).toEqual([]);
  expect(await codeOf(askFlags, twin.organizer, { slug: twin.slug }, contestTime(30))).toBe("not-closed-yet");
});
