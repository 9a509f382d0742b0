import { z } from "zod";
import { can } from "#domain/access.ts";
import { gameRulesSchema } from "#domain/games/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintGameTicket } from "#server/attempts/ticket.ts";
import { query } from "#server/verb.ts";
import { findGameByCode } from "./find-game.ts";
import { wayIn, wayInSchema } from "./game-way-in.ts";
import { codeSchema } from "./join-game.ts";

/** What the big screen of a hall needs once, opened by whoever may run the game; the rest comes by the stream. */
export const getGameScreen = query({
  at: "GET /api/live/:code/screen",
  input: z.strictObject({ code: codeSchema }),
  output: z.object({
    id: z.number(),
    code: z.string(),
    title: z.string(),
    rules: gameRulesSchema,
    total: z.number(),
    wayIn: wayInSchema,
    ticket: z.string(),
    serverNow: z.date(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { code }, { viewer, now, origin }) {
    const game = await findGameByCode(db, code);
    if (!game || !can.runGame(viewer, game)) throw new Refusal("not-found");
    const { id, title, rules, versionIds } = game;
    const { personId, sessionId } = viewer;
    return {
      ...{ id, code: game.code, title, rules, total: versionIds.length, wayIn: wayIn(origin, game.code), serverNow: now },
      ticket: mintGameTicket({ gameId: id, playerId: null, timePercent: 100, personId, sessionId, now }),
    };
  },
});
