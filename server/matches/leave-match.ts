import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { matchPlayers } from "#db/schema/matches.ts";
import { can } from "#domain/access.ts";
import { stageOf } from "#domain/matches/match-clock.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockOwnMatch } from "./find-match.ts";
import { settleMatch } from "./settle-match.ts";

/** Goes out of a match: the others are not kept waiting. It counts as the last place and cannot be taken back; over, nothing changes. */
export const leaveMatch = command({
  at: "POST /api/matches/:id/leave",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ id: z.number() }),
  door: "judge",
  load: (tx, { id }, { viewer }) => lockOwnMatch(tx, id, viewer.personId),
  may: can.beSignedIn,
  async run(tx, match, { id }, { viewer: { personId }, now }) {
    if (stageOf(match, now).stage !== "over")
      await tx
        .update(matchPlayers)
        .set({ leftAt: now })
        .where(and(eq(matchPlayers.matchId, id), eq(matchPlayers.personId, personId), isNull(matchPlayers.leftAt)));
    await settleMatch(tx, id, now);
    return { id };
  },
});
