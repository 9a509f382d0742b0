import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { as } from "#tests/world/people.ts";
import { reckonAnew } from "#tests/world/reckon-anew.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { applyRuling } from "./apply-ruling.ts";
import { decideRuling } from "./decide-ruling.ts";
import type { Effect } from "./effect.ts";
import { getRuling } from "./get-ruling.ts";
import { listRulings } from "./list-rulings.ts";
import { proposeRuling } from "./propose-ruling.ts";
import { takeBackRuling } from "./take-back-ruling.ts";

type World = Awaited<ReturnType<typeof aFinishedContest>>;
const judge = () => database("judge");
const rowsOf = async (statement: ReturnType<typeof sql>) => (await judge().execute(statement)).rows;

/** Everything that follows from marks, as stored. */
const stateOf = async ({ contestId }: World) => ({
  answers: await rowsOf(sql`select n.attempt_id, n.slot, n.milli, n.is_right from answers n join attempts a on a.id = n.attempt_id
    join entries e on e.id = a.entry_id where e.contest_id = ${contestId} order by 1, 2`),
  totals: await rowsOf(sql`select t.* from attempt_totals t join attempts a on a.id = t.attempt_id join entries e on e.id = a.entry_id
    where e.contest_id = ${contestId} order by 1`),
  standings:
    await rowsOf(sql`select entry_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, attempts_ended, counts from standings
    where contest_id = ${contestId} order by 1`),
  outcomes: await rowsOf(
    sql`select person_id, completed_at, best, best_at from outcomes where kind = 'contest' and subject_id = ${contestId} order by 1`,
  ),
});

async function propose({ slug, organizer, versions }: World, at: number, kind: string, answer: unknown = null): Promise<number> {
  return (await told(proposeRuling, organizer, { slug, versionId: versions[at], kind, reason: "答案有争议", answer })).id;
}

async function approved(world: World, at: number, kind: string, answer: unknown = null): Promise<number> {
  const id = await propose(world, at, kind, answer);
  await told(decideRuling, world.approver, { id, verdict: "approve" });
  return id;
}

const previewOf = async ({ approver }: World, id: number): Promise<Effect> => {
  const { effect, problem } = await told(getRuling, approver, { id });
  expect(problem).toBeNull();
  if (!effect) throw new Error("there is no preview");
  return effect;
};

describe.each(["void_full", "void_exclude", "accept_also", "change_key"] as const)("%s on a contest of 240 attempts", (kind) => {
  let world: World;
  let preview: Effect;
  let id: number;
  let before: Awaited<ReturnType<typeof stateOf>>;
  const asksForKey = kind === "accept_also" || kind === "change_key";

  beforeAll(async () => {
    world = await aFinishedContest({ people: 240, seed: kind });
    before = await stateOf(world);
    id = await approved(world, 1, kind, asksForKey ? { picks: [3] } : null);
    preview = await previewOf(world, id);
  });

  test("looking at it changes nothing", async () => {
    expect(await stateOf(world)).toEqual(before);
    // A further key helps only who chose it: few, in a contest where each wrong option is chosen as often as another.
    const few = kind === "accept_also" ? 0 : 20;
    expect(preview.papers).toBeGreaterThan(few);
    expect(preview.lines.length).toBeGreaterThan(few);
    if (kind === "void_full" || kind === "accept_also") expect(preview.lost).toBe(0);
    else expect(preview.lost).toBeGreaterThan(0);
  });

  test("the effect is the preview to the digit, and what stands is what an independent reckoning gives", async () => {
    const expected = await reckonAnew(world, { at: 1, kind, key: 3 });
    const { effect, isAgain } = await told(applyRuling, world.approver, { id });
    expect(isAgain).toBe(false);
    expect(effect).toEqual(preview);
    const after = await stateOf(world);
    for (const row of after.totals) expect(row["score_milli"]).toBe(expected.get(Number(row["attempt_id"]))?.scoreMilli);
    const scores = new Map(after.standings.map((row) => [Number(row["entry_id"]), row["score_milli"]]));
    for (const line of effect.lines) expect(scores.get(line.entryId)).toBe(line.scoreAfter);
    const sorted = after.standings.map((row) => String(row["rank_key"])).sort((a, b) => (a < b ? 1 : -1));
    for (const { entryId, rankAfter } of effect.lines) {
      const own = String(after.standings.find((row) => Number(row["entry_id"]) === entryId)?.["rank_key"]);
      expect(rankAfter).toBe(1 + sorted.filter((key) => key > own).length);
    }
  });

  test("a second run changes nothing, and the nightly recompute agrees", async () => {
    const stood = await stateOf(world);
    expect(await told(applyRuling, world.approver, { id })).toEqual({ effect: preview, isAgain: true });
    expect(await stateOf(world)).toEqual(stood);
    const again = await approved(world, 1, kind, asksForKey ? { picks: [3] } : null);
    const { effect } = await told(applyRuling, world.approver, { id: again });
    expect(effect).toMatchObject({ papers: 0, gained: 0, lost: 0, moved: 0, lines: [], branches: [], outcomes: 0 });
    expect(await stateOf(world)).toEqual(stood);
    expect(await recompute(contestTime(400))).toMatchObject({ differences: 0 });
  });

  test("the board before it stays readable beside the new one", async () => {
    const boards = await rowsOf(
      sql`select moment, ruling_id, jsonb_array_length(rows) as n from board_snapshots where contest_id = ${world.contestId} order by id`,
    );
    expect(boards.slice(0, 2)).toEqual([
      { moment: "end", ruling_id: null, n: 240 },
      { moment: "ruled", ruling_id: String(id), n: 240 },
    ]);
  });

  test("taken back, every mark is what it was before, and the recompute agrees", async () => {
    const { id: back } = await told(takeBackRuling, world.organizer, { id, reason: "裁定有误" });
    await told(decideRuling, world.approver, { id: back, verdict: "approve" });
    const said = await previewOf(world, back);
    expect((await told(applyRuling, world.approver, { id: back })).effect).toEqual(said);
    const now = await stateOf(world);
    const earned = (rows: readonly Record<string, unknown>[]) => rows.filter((row) => Number(row["milli"]) > 0 || row["is_right"] === true);
    expect(earned(now.answers)).toEqual(earned(before.answers));
    expect(now.totals).toEqual(before.totals);
    expect(now.standings).toEqual(before.standings);
    expect(now.outcomes).toEqual(before.outcomes);
    expect(await recompute(contestTime(401))).toMatchObject({ differences: 0 });
  });
});

describe("who may, and when", () => {
  let world: World;
  beforeAll(async () => {
    world = await aFinishedContest({ people: 8, seed: "two-people" });
  });

  test("who proposes does not approve; unapproved, nothing is applied; one ruling at a time about a question", async () => {
    const id = await propose(world, 0, "void_full");
    expect(await codeOf(decideRuling, world.organizer, { id, verdict: "approve" })).toBe("ruling-needs-another");
    expect(await codeOf(applyRuling, world.organizer, { id })).toBe("ruling-not-approved");
    expect(
      await codeOf(proposeRuling, world.approver, { slug: world.slug, versionId: world.versions[0], kind: "void_full", reason: "又" }),
    ).toBe("ruling-open");
    await told(decideRuling, world.approver, { id, verdict: "reject", note: "答案无误" });
    expect(await codeOf(decideRuling, world.approver, { id, verdict: "approve" })).toBe("ruling-decided");
    expect(await codeOf(applyRuling, world.approver, { id })).toBe("ruling-not-approved");
    expect(await told(listRulings, world.organizer, { slug: world.slug })).toMatchObject({
      isOver: true,
      rulings: [{ id, state: "rejected" }],
    });
  });

  test("not while somebody may be answering, not about another contest's question, not by others, not without an answer", async () => {
    const early = await as(world.organizer, contestTime(60));
    const proposal = { slug: world.slug, versionId: world.versions[1], kind: "void_full", reason: "题干有误" };
    expect(await proposeRuling.call(early, proposal)).toMatchObject({ code: "not-closed-yet" });
    expect(valueOf(await listRulings.call(early, { slug: world.slug }))).toMatchObject({ isOver: false, rulings: [], questions: [] });
    const other = await aFinishedContest({ people: 2, seed: "other" });
    expect(await codeOf(proposeRuling, world.organizer, { ...proposal, versionId: other.versions[0] })).toBe("ruling-not-asked");
    expect(await codeOf(proposeRuling, other.organizer, proposal)).toBe("not-found");
    expect(await codeOf(proposeRuling, world.organizer, { ...proposal, kind: "change_key" })).toBe("ruling-answer-incomplete");
    expect(await codeOf(proposeRuling, world.organizer, { ...proposal, kind: "change_key", answer: { truth: true } })).toBe("answer-shape");
  });

  test("everyone whose marks or place changed is told once, and neither key nor reason is in it", async () => {
    await judge().execute(sql`update contests set results_at = ${contestTime(200)} where id = ${world.contestId}`);
    const id = await approved(world, 2, "void_full");
    const { effect } = await told(applyRuling, world.approver, { id });
    const changed = effect.lines.filter((line) => line.scoreBefore !== line.scoreAfter || line.rankBefore !== line.rankAfter);
    expect(changed.length).toBeGreaterThan(0);
    const notices = await rowsOf(
      sql`select person_id, kind, params from notices where kind like 'ruling-%' and starts_with(path, ${`/contests/${world.slug}`}) order by person_id`,
    );
    expect(notices.map((row) => Number(row["person_id"]))).toEqual(changed.map(({ personId }) => personId).sort((a, b) => a - b));
    expect(JSON.stringify(notices)).not.toContain("争议");
    const audit = await database("desk").execute(sql`select action from audit where object = 'ruling' and object_id = ${id} order by id`);
    expect(audit.rows).toEqual(["ruling.propose", "ruling.approve", "ruling.apply"].map((action) => ({ action })));
  });
});

test("a paper of one question is not left without any", async () => {
  const world = await aFinishedContest({ people: 20, seed: "one", perPerson: 1 });
  const id = await approved(world, 0, "void_exclude");
  expect(await told(getRuling, world.approver, { id })).toMatchObject({ effect: null, problem: "ruling-leaves-nothing" });
  expect(await codeOf(applyRuling, world.approver, { id })).toBe("ruling-leaves-nothing");
});
