import { z } from "zod";
import { can } from "#domain/access.ts";
import { branchBoard } from "#domain/boards/branch-board.ts";
import { childrenOf } from "#domain/boards/branch-totals.ts";
import { visibleUntil } from "#domain/boards/freeze.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { BOARD_WISHES, boardStateOf, freezeSchema } from "./board-state.ts";
import { branchFactsOf, type NamedBranchFacts } from "./branch-facts.ts";

export const branchRowSchema = z.object({
  branchId: z.number(),
  name: z.string(),
  rank: z.number(),
  eligible: z.number(),
  participants: z.number(),
  sumMilli: z.number(),
  totalMs: z.number(),
  rawMilli: z.number(),
  adjustedMilli: z.number(),
  shrunk: z.boolean(),
  meanMilli: z.number(),
  own: z.boolean(),
});

/** Where people stand directly; with `under`, the branches right below it. */
export function branchesAmong(facts: NamedBranchFacts, under: number | undefined): number[] {
  if (under !== undefined) return childrenOf(facts.branches, under);
  const inhabited = new Set(facts.eligible.map(({ branchId }) => branchId));
  return facts.branches.filter(({ id }) => inhabited.has(id)).map(({ id }) => id);
}

/** The branch board of a contest with the arithmetic of every row (D5); small branches have no public row. */
export const getBranchBoard = query({
  at: "GET /api/contests/:slug/branches",
  input: z.strictObject({
    slug: z.string().max(80),
    under: z.coerce.number().int().positive().optional(),
    board: z.enum(BOARD_WISHES).default("true"),
  }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    shown: z.boolean(),
    moves: z.string(),
    formula: z.string(),
    topN: z.number(),
    rows: z.array(branchRowSchema),
    withoutRow: z.number(),
    freeze: freezeSchema,
    asOf: z.date(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, under, board: wish }, { viewer, now }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { branchFormula: formula, topN, moves, branches } = contest.rules.board;
    const state = boardStateOf(contest, viewer, now, wish);
    const shown = state.shown && branches;
    const asOf = state.cut === "now" ? now : visibleUntil(contest, now);
    const head = { contest: { slug, title: contest.title, phase: state.phase }, shown, moves, formula, topN, freeze: state.freeze, asOf };
    if (!shown) return { ...head, rows: [], withoutRow: 0 };
    const facts = await branchFactsOf(db, contest, state.cut);
    const board = branchBoard({ ...facts, topN, formula, among: branchesAmong(facts, under) });
    return {
      ...head,
      withoutRow: board.withoutRow,
      rows: board.rows.map((row) => ({
        ...row,
        name: facts.names.get(row.branchId) ?? "",
        own: viewer.branchPath.includes(`/${row.branchId}/`),
      })),
    };
  },
});
