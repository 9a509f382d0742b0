import { z } from "zod";
import { can } from "#domain/access.ts";
import { visibleUntil } from "#domain/boards/freeze.ts";
import { BESIDE, besideOf } from "#domain/contests/format.ts";
import { Refusal } from "#domain/refusal.ts";
import { teamRulesSchema } from "#domain/teams/team-rules.ts";
import { BOARD_WISHES, boardStateOf, freezeSchema } from "#server/boards/board-state.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { blankable, lineSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import type { TeamPlace } from "./list-team-places.ts";
import { asTeamContest, teamIdOf } from "./own-team.ts";
import { teamPlacesOf } from "./team-places-of.ts";
import { publicTeam, publicTeamSchema } from "./team-projection.ts";

const PAGE = 50;

const rowSchema = publicTeamSchema.extend({ own: z.boolean() });

/**
 * The board of teams, of everybody or of one division, and the own team's line. It is open when the board of persons is, and as many
 * places are shown; a team's name is nobody's own, so a board of branches alone shows it.
 */
export const getTeamBoard = query({
  at: "GET /api/contests/:slug/team-board",
  input: z.strictObject({
    slug: z.string().max(80),
    division: blankable(lineSchema(30)),
    board: z.enum(BOARD_WISHES).default("true"),
    page: pageSchema,
  }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    shown: z.boolean(),
    freeze: freezeSchema,
    moves: z.string(),
    beside: z.enum(BESIDE),
    rules: teamRulesSchema,
    divisions: z.array(z.string()),
    division: z.string().nullable(),
    rows: z.array(rowSchema),
    own: rowSchema.nullable(),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    asOf: z.date(),
  }),
  refusals: ["no-team-contest"],
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, division, board, page }, { viewer, now }) {
    const found = await findContest(db, slug, viewer.personId);
    if (!found || !can.seeContest(viewer, found)) throw new Refusal("not-found");
    const contest = asTeamContest(found);
    const state = boardStateOf(contest, viewer, now, board);
    const { moves, names } = contest.rules.board;
    const places = state.shown ? await teamPlacesOf(db, contest, state.cut, division) : [];
    // While the board is frozen the own place is nobody's to know (D6): the own team is a line like any other.
    const ownId = state.cut === "now" ? await teamIdOf(db, contest.id, viewer.personId) : undefined;
    const asPrinted = (place: TeamPlace): z.output<typeof rowSchema> => {
      const own = place.teamId === ownId;
      return { ...publicTeam(place, state.runs && state.freeze.showsTruth ? "names" : names, own), own };
    };
    const visible = state.places === null ? places : places.slice(0, state.places);
    const own = ownId === undefined ? undefined : places.find(({ teamId }) => teamId === ownId);
    return {
      ...{
        contest: { slug, title: contest.title, phase: state.phase },
        shown: state.shown,
        freeze: state.freeze,
        moves,
        beside: besideOf(contest.rules),
        rules: contest.rules.team,
        asOf: state.cut === "now" ? now : visibleUntil(contest, now),
      },
      ...{ divisions: contest.rules.divisions?.names ?? [], division: division ?? null },
      rows: visible.slice((page - 1) * PAGE, page * PAGE).map(asPrinted),
      own: own ? asPrinted(own) : null,
      ...{ total: places.length, page, pages: Math.max(1, Math.ceil(visible.length / PAGE)) },
    };
  },
});
