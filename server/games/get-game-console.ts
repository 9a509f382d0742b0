import { inArray } from "drizzle-orm";
import { z } from "zod";
import { questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { gameRulesSchema } from "#domain/games/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintGameTicket } from "#server/attempts/ticket.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findGame } from "./find-game.ts";
import { wayIn, wayInSchema } from "./game-way-in.ts";

/**
 * The console of whoever may run the game, the one who made it or another: a browser that dies has held nothing. No key is in it before
 * it is revealed to all, for a host may play too.
 */
export const getGameConsole = query({
  at: "GET /api/desk/games/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    code: z.string(),
    title: z.string(),
    branchName: z.string(),
    rules: gameRulesSchema,
    total: z.number(),
    teams: z.array(z.string()),
    isOver: z.boolean(),
    stateSeq: z.number(),
    /** The questions that were put so far, by their stem. */
    asked: z.array(z.string()),
    wayIn: wayInSchema,
    ticket: z.string(),
    serverNow: z.date(),
  }),
  door: "desk",
  may: can.seeGamesDesk,
  async run(db, { id }, { viewer, now, origin }) {
    const game = await findGame(db, id);
    if (!game || !can.runGame(viewer, game)) throw new Refusal("not-found");
    const { code, title, branchName, rules, teams, versionIds, stage, questionNo, stateSeq } = game;
    const put = stage === "lobby" ? [] : versionIds.slice(0, questionNo + 1);
    const rows =
      put.length === 0
        ? []
        : await db
            .select({ id: questionVersions.id, stem: questionVersions.stem })
            .from(questionVersions)
            .where(inArray(questionVersions.id, put));
    const { personId, sessionId } = viewer;
    return {
      ...{ id, code, title, branchName, rules, teams, stateSeq, total: versionIds.length, isOver: stage === "over" },
      asked: put.map((versionId) => rows.find((row) => row.id === versionId)?.stem ?? ""),
      ...{ wayIn: wayIn(origin, code), serverNow: now },
      ticket: mintGameTicket({ gameId: id, playerId: null, timePercent: 100, personId, sessionId, now }),
    };
  },
});
