import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branchBoard } from "#domain/boards/branch-board.ts";
import { isFrozen, publicCutOf, visibleUntil } from "#domain/boards/freeze.ts";
import { viewOf } from "#domain/boards/near-view.ts";
import { boardMoves, phaseOf } from "#domain/contests/phase.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { firstTeamsOf } from "#server/teams/team-places-of.ts";
import { publicTeam, publicTeamSchema } from "#server/teams/team-projection.ts";
import { publicPlace, publicPlaceSchema } from "./board-projection.ts";
import { branchFactsOf } from "./branch-facts.ts";
import { BOARD_PAGE } from "./get-board.ts";
import { branchesAmong } from "./get-branch-board.ts";
import { countPlaces, listPlaces } from "./list-places.ts";

/** A board as everybody may see it, whoever opened the screen: names, places and freeze as the printed rules say (B4, D6). */
export const publicBoardSchema = z.object({
  slug: z.string(),
  title: z.string(),
  phase: z.string(),
  opensAt: z.date(),
  closesAt: z.date(),
  isFrozen: z.boolean(),
  /** False while the rules keep the board closed, or S_f is being stored. */
  shown: z.boolean(),
  moves: z.string(),
  names: z.string(),
  /** How many have a counted result, and how many were eligible. */
  total: z.number(),
  eligible: z.number(),
  /** Null where members see no list of places. */
  places: z.array(publicPlaceSchema).nullable(),
  branches: z
    .array(z.object({ rank: z.number(), name: z.string(), valueMilli: z.number(), participants: z.number(), eligible: z.number() }))
    .nullable(),
  /** The first teams, and how many have a place; null in a contest of persons. */
  teams: z.object({ total: z.number(), places: z.array(publicTeamSchema) }).nullable(),
  formula: z.string(),
  topN: z.number(),
  asOf: z.date(),
});

/** The public board of a contest at `now`: `most` lines of each kind at most. */
export async function publicBoardOf(db: Db, contest: ContestSubject, now: Date, most: number): Promise<z.input<typeof publicBoardSchema>> {
  const { slug, title, opensAt, closesAt, rules } = contest;
  const { moves, names, places: limit, branchFormula: formula, topN } = rules.board;
  const phased = phasedContest(contest);
  const cut = publicCutOf(contest, now);
  const shown = cut !== "none" && boardMoves(moves, { contest: phased, now });
  const head = {
    ...{
      slug,
      title,
      phase: phaseOf(phased, now),
      opensAt,
      closesAt,
      isFrozen: isFrozen(contest, now),
      shown,
      moves,
      names,
      formula,
      topN,
    },
    asOf: visibleUntil(contest, now),
  };
  if (!shown) return { ...head, total: 0, eligible: 0, places: null, branches: null, teams: null };
  const facts = await branchFactsOf(db, contest, cut);
  const board = { contestId: contest.id, cut };
  const listed = viewOf(rules.board) === "full" ? await listPlaces(db, board, 0, Math.min(limit ?? BOARD_PAGE, most)) : null;
  const { rows } = branchBoard({ ...facts, topN, formula, among: branchesAmong(facts, undefined) });
  const teams = await firstTeamsOf(db, contest, cut, Math.min(limit ?? BOARD_PAGE, most));
  return {
    ...head,
    total: await countPlaces(db, board),
    eligible: facts.eligible.reduce((sum, { count }) => sum + count, 0),
    places: listed?.map((place) => publicPlace(place, names)) ?? null,
    branches: rules.board.branches
      ? rows.slice(0, most).map(({ branchId, rank, adjustedMilli, participants, eligible }) => ({
          ...{ rank, participants, eligible, valueMilli: adjustedMilli },
          name: facts.names.get(branchId) ?? "",
        }))
      : null,
    teams: teams && { total: teams.total, places: teams.places.map((place) => publicTeam(place, names)) },
  };
}
