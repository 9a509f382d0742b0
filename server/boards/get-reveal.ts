import { z } from "zod";
import { can } from "#domain/access.ts";
import { isFrozen } from "#domain/boards/freeze.ts";
import { REVEAL_BOARDS, type RevealScript } from "#domain/boards/reveal.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { findReveal } from "./find-reveal.ts";
import { digestOf, revealOf } from "./reveal-script.ts";

/** Lines a screen shows at once, and how many of them lie below the one that comes next. */
const SHOWN = 10;
const BELOW = 3;

const lineSchema = z.object({
  key: z.number(),
  rank: z.number().nullable(),
  name: z.string().nullable(),
  branchName: z.string().nullable(),
  valueMilli: z.number().nullable(),
  /** Results that are still to be opened. */
  hidden: z.number(),
  isSettled: z.boolean(),
  isNext: z.boolean(),
  hasMoved: z.boolean(),
});
type Line = z.input<typeof lineSchema>;

/** Names as the printed rules show them, for a hall reads them; branches have no others, and a team's is nobody's own. */
function namesOf(script: RevealScript, names: ContestRules["board"]["names"]): ReadonlyMap<number, Pick<Line, "name" | "branchName">> {
  const byPerson = ({ name, branchName }: { name: string; branchName: string }) => ({
    name: names === "names" ? name : null,
    branchName: names === "anonymous" ? null : branchName,
  });
  const byTeam = ({ name, branchName }: { name: string; branchName: string }) =>
    names === "anonymous" ? { name: null, branchName: null } : { name, branchName: branchName || null };
  const byBoard = { persons: byPerson, teams: byTeam, branches: ({ name }: { name: string }) => ({ name, branchName: null }) };
  return new Map(script.entries.map((entry) => [entry.id, byBoard[script.board](entry)]));
}

/** The lines around the one that comes next, after so many steps, and what the last step did. */
function showing(script: RevealScript, step: number, names: ContestRules["board"]["names"]) {
  const { steps, rows } = revealOf(script, step);
  const nameOf = namesOf(script, names);
  const last = steps[step - 1];
  const open = last?.open ?? rows.length;
  const from = Math.max(0, Math.min(open + BELOW - SHOWN, rows.length - SHOWN));
  const next = steps[step];
  const lines = rows.slice(from, from + SHOWN).map(({ id, rank, standing, hidden }, at): Line => {
    const value = standing === null ? null : "scoreMilli" in standing ? standing.scoreMilli : standing.adjustedMilli;
    const state = { isSettled: from + at >= open, isNext: next?.id === id, hasMoved: last?.id === id };
    return { key: id, rank, ...(nameOf.get(id) ?? { name: null, branchName: null }), valueMilli: value, hidden, ...state };
  });
  const told = last && { kind: last.kind, from: last.from, to: last.to, ...(nameOf.get(last.id) ?? { name: null, branchName: null }) };
  return { lines, last: told ?? null, open, total: rows.length, steps: steps.length };
}

const toldSchema = lineSchema
  .pick({ name: true, branchName: true })
  .extend({ kind: z.enum(["reveal", "award"]), from: z.number().nullable(), to: z.number().nullable() });

/** Where the ceremony of a frozen board stands: the same for every screen that asks, after a reload too. For who runs the contest alone. */
export const getReveal = query({
  at: "GET /api/desk/contests/:slug/reveal",
  input: z.strictObject({ slug: z.string().max(80), board: z.enum(REVEAL_BOARDS).default("persons") }),
  output: z.object({
    contest: z.object({
      slug: z.string(),
      title: z.string(),
      formula: z.string(),
      topN: z.number(),
      boards: z.array(z.enum(REVEAL_BOARDS)),
    }),
    board: z.enum(REVEAL_BOARDS),
    isFrozen: z.boolean(),
    isReleased: z.boolean(),
    /** Null: it has not begun. `isOutdated`: the true board has changed since, it must begin anew. */
    running: z
      .object({
        seq: z.number(),
        step: z.number(),
        steps: z.number(),
        open: z.number(),
        total: z.number(),
        isOutdated: z.boolean(),
        last: toldSchema.nullable(),
        lines: z.array(lineSchema),
      })
      .nullable(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, board }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const running = await findReveal(db, contest.id, board);
    const { names, branchFormula: formula, topN, branches } = contest.rules.board;
    const boards = REVEAL_BOARDS.filter((name) => (name === "branches" ? branches : name === "persons" || contest.rules.team));
    return {
      contest: { slug, title: contest.title, formula, topN, boards },
      board,
      isFrozen: isFrozen(contest, now),
      isReleased: contest.releasedAt !== null,
      running: running
        ? {
            ...{ seq: running.seq, step: running.step },
            ...showing(running.script, running.step, names),
            isOutdated: contest.releasedAt === null && running.script.digest !== (await digestOf(db, contest.id)),
          }
        : null,
    };
  },
});
