import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { type RaceFact, raceOf, raceRulesSchema } from "#domain/boards/race.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findProgramme, type ProgrammeSubject } from "./find-programme.ts";

const ZONE_MS = 8 * 3_600_000;
/** The day on the organisation's wall. */
const dayOf = (at: Date): string => new Date(at.getTime() + ZONE_MS).toISOString().slice(0, 10);

async function readTree(db: Db, { branchId, path }: ProgrammeSubject) {
  const { rows } = await db.execute<{ id: string; parent_id: string | null; name: string; path: string }>(
    sql`select id, parent_id, name, path from branches where starts_with(path, ${path}) order by path`,
  );
  return rows.map(({ id, parent_id, name, path: own }) => ({
    ...{ id: Number(id), name, path: own },
    parentId: parent_id === null || Number(id) === branchId ? null : Number(parent_id),
  }));
}
type Tree = Awaited<ReturnType<typeof readTree>>;

/**
 * The branch whose own branches run: the programme's, or one within it that the viewer asked for and may look into; with the way to it from
 * the top, itself last.
 */
function insideOf(viewer: Member, tree: Tree, { branchId }: ProgrammeSubject, wanted: number | undefined): Tree {
  const top = tree.filter(({ id }) => id === (wanted ?? branchId));
  const [inside] = top;
  if (!inside || (wanted !== undefined && wanted !== branchId && !can.seeRaceInside(viewer, inside))) throw new Refusal("not-found");
  return tree.filter(({ path }) => inside.path.startsWith(path));
}

/** How many of them are in the branch of that path and below. */
function headsIn(tree: Tree, heads: readonly Readonly<{ branchId: number; count: number }>[], top: string): number {
  const within = new Set(tree.filter(({ path }) => path.startsWith(top)).map(({ id }) => id));
  return heads.reduce((sum, { branchId, count }) => sum + (within.has(branchId) ? count : 0), 0);
}

/** Everybody who has something to do in the campaign, by the branch they are in now. */
async function readHeads(db: Db, programmeId: number) {
  const { rows } = await db.execute<{ branch_id: string; count: number }>(sql`
    select p.branch_id, count(*)::int as count from people p where p.disabled_at is null and exists (
      select 1 from tasks t where t.programme_id = ${programmeId} and t.person_id = p.id and t.cancelled_at is null) group by p.branch_id`);
  return rows.map(({ branch_id, count }) => ({ branchId: Number(branch_id), count }));
}

/**
 * What was finished, by branch and day; and published results of its contests, on the day they were published. Nothing of a contest counts
 * before that, neither a result nor that somebody finished it: a race tells nothing that its frozen board keeps (D6).
 */
async function readFacts(db: Db, programmeId: number): Promise<RaceFact[]> {
  const { rows } = await db.execute<{ branch_id: string; day: string; items: number; results: number; best: string }>(sql`
    select branch_id, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(items)::int as items, sum(results)::int as results,
      sum(best)::bigint as best from (
      select t.branch_id, t.done_at as at, 1 as items, 0 as results, 0 as best from tasks t join programme_items i on i.id = t.item_id
      where t.programme_id = ${programmeId} and t.person_id is not null and t.done_at is not null and i.kind <> 'contest' and i.is_required
        and i.retired_at is null
      union all
      select t.branch_id, c.results_at, 0, 1, o.best from tasks t join programme_items i on i.id = t.item_id
        join contests c on c.id = i.contest_id and c.results_at is not null and c.cancelled_at is null
        join outcomes o on o.kind = 'contest' and o.subject_id = i.contest_id and o.person_id = t.person_id and o.best is not null
      where t.programme_id = ${programmeId} and t.person_id is not null and t.cancelled_at is null and i.kind = 'contest' and i.retired_at is null
    ) f group by 1, 2`);
  return rows.map(({ branch_id, best, ...row }) => ({ ...row, branchId: Number(branch_id), best: Number(best) }));
}

const stretchSchema = z.object({
  ...{ items: z.number(), results: z.number(), itemMilli: z.number(), contestMilli: z.number() },
  ...{ sumMilli: z.number(), reachedMilli: z.number(), rank: z.number() },
});

/** The race of a campaign's branches week by week (R38): who is how far, by which rules, and what every week was made of. No person is in it. */
export const getRace = query({
  at: "GET /api/programmes/:slug/race",
  input: z.strictObject({ slug: z.string().max(120), branch: blankable(idSchema) }),
  output: z.object({
    ...{ slug: z.string(), title: z.string(), titleEn: z.string(), opensAt: z.date(), closesAt: z.date() },
    /** Null where the campaign has no race. */
    rules: raceRulesSchema.nullable(),
    weeks: z.array(z.object({ number: z.number(), from: z.string(), to: z.string() })),
    /** From the programme's branch down to the one whose branches run; `id` is null of those that one may not look into. */
    trail: z.array(z.object({ id: z.number().nullable(), name: z.string() })),
    /** `inside`: the branch's number, where branches run inside it and one may look. */
    lanes: z.array(
      z.object({
        ...{ name: z.string(), isOwn: z.boolean(), heads: z.number(), inside: z.number().nullable() },
        stretches: z.array(stretchSchema),
      }),
    ),
    /** Branches with so few people that single ones could be read off a lane. */
    withoutLane: z.number(),
    asOf: z.date(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, branch }, { viewer, now }) {
    const programme = await findProgramme(db, slug);
    if (!programme || !can.seeProgramme(viewer, programme)) throw new Refusal("not-found");
    const { id, title, titleEn, opensAt, closesAt, race: rules } = programme;
    const head = { slug, title, titleEn, opensAt, closesAt, asOf: now };
    if (!rules) return { ...head, rules: null, weeks: [], trail: [], lanes: [], withoutLane: 0 };
    const tree = await readTree(db, programme);
    const trail = insideOf(viewer, tree, programme, branch);
    const inside = trail.at(-1)?.id;
    const byId = new Map(tree.map((branch) => [branch.id, branch]));
    const among = tree.filter(({ parentId }) => parentId === inside).map(({ id: lane }) => lane);
    const days = { opensOn: dayOf(opensAt), closesOn: dayOf(new Date(closesAt.getTime() - 1)), today: dayOf(now) };
    const heads = await readHeads(db, id);
    const facts = await readFacts(db, id);
    const headsAbove = trail.length > 1 ? headsIn(tree, heads, trail.at(-1)?.path ?? "") : null;
    const { weeks, lanes, withoutLane } = raceOf({ rules, branches: tree, among, heads, facts, headsAbove, ...days });
    const parents = new Set(tree.map(({ parentId }) => parentId));
    return {
      ...{ ...head, rules, weeks, withoutLane },
      trail: trail.map((one, at) => ({ id: at === 0 || can.seeRaceInside(viewer, one) ? one.id : null, name: one.name })),
      lanes: lanes.map(({ branchId, ...lane }) => {
        const { name = "", path = "" } = byId.get(branchId) ?? {};
        return {
          ...{ ...lane, name, stretches: [...lane.stretches] },
          isOwn: path !== "" && viewer.branchPath.startsWith(path),
          inside: parents.has(branchId) && can.seeRaceInside(viewer, { path }) ? branchId : null,
        };
      }),
    };
  },
});
