import { z } from "zod";
import { can } from "#domain/access.ts";
import { questionKeySchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findGame } from "./find-game.ts";
import { reportOf } from "./game-report.ts";
import { promptDeskSchema } from "./get-prompt-desk.ts";

/** How a game went, by question and by person: what was revealed so far, and all of it once it is over. */
export const getGameReport = query({
  at: "GET /api/desk/games/:id/report",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    title: z.string(),
    isOver: z.boolean(),
    total: z.number(),
    teamNames: z.array(z.string()),
    questions: z.array(
      z.object({
        questionNo: z.number(),
        body: shownBodySchema,
        key: questionKeySchema,
        answered: z.number(),
        right: z.number(),
        meanMs: z.number().nullable(),
      }),
    ),
    people: z.array(
      z.object({
        id: z.number(),
        place: z.number().nullable(),
        name: z.string(),
        branchName: z.string(),
        team: z.number().nullable(),
        milli: z.number(),
        right: z.number(),
        answered: z.number(),
        rightMs: z.number(),
      }),
    ),
    prompts: z.array(promptDeskSchema),
    /** It was left alone and ended by itself. */
    endedAlone: z.boolean(),
    teams: z.array(z.object({ name: z.string(), place: z.number(), size: z.number(), milli: z.number() })),
  }),
  door: "desk",
  may: can.seeGamesDesk,
  async run(db, { id }, { viewer }) {
    const game = await findGame(db, id);
    if (!game || !can.runGame(viewer, game)) throw new Refusal("not-found");
    const { title, stage, versionIds, teams } = game;
    return { title, isOver: stage === "over", total: versionIds.length, teamNames: teams, ...(await reportOf(db, game)) };
  },
});
