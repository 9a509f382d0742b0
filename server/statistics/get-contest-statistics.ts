import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { contestStatistics } from "#db/schema/statistics.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { ENOUGH_ATTEMPTS } from "#domain/statistics/item-statistics.ts";
import { PAPER_FINDINGS, paperFindingsOf } from "#domain/statistics/paper-statistics.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { type ContestSubject, findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { hardestOf } from "./hardest-of.ts";
import { type ItemLine, itemLineSchema, listItemLines } from "./item-line.ts";

export const ITEM_SORTS = ["facility", "discrimination", "efficiency", "effectiveWeight", "attempts", "medianMs"] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

const figure = z.number().nullable();
const paperSchema = z.object({
  attempts: z.number(),
  isEnough: z.boolean(),
  meanPercent: figure,
  deviationPercent: figure,
  consistency: figure,
  errorRatio: figure,
  standardError: figure,
  isSamePaper: z.boolean(),
  histogram: z.array(z.number()),
  findings: z.array(z.enum(PAPER_FINDINGS)),
  computedAt: z.date(),
});

async function paperOf(db: Db, contestId: number): Promise<z.input<typeof paperSchema> | null> {
  const [row] = await db.select().from(contestStatistics).where(eq(contestStatistics.contestId, contestId));
  if (!row) return null;
  const { attempts, isSamePaper, computedAt } = row;
  const isEnough = attempts >= ENOUGH_ATTEMPTS;
  const histogram = isEnough ? z.array(z.number()).parse(row.histogram) : [];
  const { meanPercent, deviationPercent, consistency, errorRatio, standardError } = row;
  const figures = isEnough
    ? { meanPercent, deviationPercent, consistency, errorRatio, standardError }
    : { meanPercent: null, deviationPercent: null, consistency: null, errorRatio: null, standardError: null };
  return { ...figures, attempts, isEnough, isSamePaper, computedAt, histogram, findings: paperFindingsOf({ ...row, histogram }) };
}

/** What has no figure stands last, whichever way the list runs. */
function sorted(items: readonly ItemLine[], sort: ItemSort, isDescending: boolean): ItemLine[] {
  return items.toSorted((one, other) => {
    const [a, b] = [one[sort], other[sort]];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || one.versionId - other.versionId;
    return (isDescending ? b - a : a - b) || one.versionId - other.versionId;
  });
}

/** The contest, if its figures may be seen now: by who runs it and sees keys, and never before nobody can be answering any more. */
export async function findMeasured(db: Db, slug: string, viewer: Member, now: Date): Promise<{ contest: ContestSubject; isOver: boolean }> {
  const contest = await findContest(db, slug);
  if (!contest || !can.runContest(viewer, contest) || !can.seeQuestions(viewer)) throw new Refusal("not-found");
  const phase = phaseOf(phasedContest(contest), now);
  return { contest, isOver: phase === "closed" || phase === "published" };
}

/** D8's figures of a contest and of each of its wordings, with what was answered, what is odd about them, and what to read again. */
export const getContestStatistics = query({
  at: "GET /api/desk/contests/:slug/statistics",
  input: z.strictObject({
    slug: z.string().max(80),
    sort: z.enum(ITEM_SORTS).default("facility"),
    direction: z.enum(["ascending", "descending"]).default("ascending"),
  }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    isOver: z.boolean(),
    paper: paperSchema.nullable(),
    items: z.array(itemLineSchema),
    hardest: z.array(itemLineSchema),
    /** Wordings about which there is a ruling. */
    ruled: z.array(z.number()),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, sort, direction }, { viewer, now }) {
    const { contest, isOver } = await findMeasured(db, slug, viewer, now);
    const head = { contest: { slug, title: contest.title, phase: phaseOf(phasedContest(contest), now) }, isOver };
    if (!isOver) return { ...head, paper: null, items: [], hardest: [], ruled: [] };
    const items = await listItemLines(db, sql`s.contest_id = ${contest.id}`);
    const { rows } = await db.execute<{ version_id: string }>(
      sql`select distinct version_id from rulings where contest_id = ${contest.id} and state <> 'rejected'`,
    );
    return {
      ...head,
      paper: await paperOf(db, contest.id),
      items: sorted(items, sort, direction === "descending"),
      hardest: hardestOf(items),
      ruled: rows.map(({ version_id }) => Number(version_id)),
    };
  },
});
