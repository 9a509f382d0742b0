import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { asTeamContest, lockOwnTeam, refuseFixed, refuseInStage, refuseOthers } from "./own-team.ts";
import { takeOut } from "./take-out.ts";

/** The captain takes somebody out of the team while it is not fixed; they hear of it. */
export const removeFromTeam = command({
  at: "POST /api/contests/:slug/team/remove",
  input: z.strictObject({ slug: z.string().max(80), personId: idSchema }),
  output: z.object({ removed: z.boolean() }),
  refusals: [
    "no-team-contest",
    "no-team",
    "team-fixed",
    "teams-by-promotion",
    "not-the-captain",
    "not-in-team",
    "captain-stays",
    "cancelled",
  ],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, found, { slug, personId }, { viewer, now }) {
    const contest = asTeamContest(found);
    const { team, own } = await lockOwnTeam(tx, contest.id, viewer.personId);
    refuseOthers(own);
    refuseInStage(contest);
    refuseFixed(contest, team, now);
    if (personId === viewer.personId) throw new Refusal("captain-stays");
    if (!team.members.some((member) => member.personId === personId)) throw fieldRefusal("personId", "not-in-team");
    await takeOut(tx, team, personId);
    await giveNotice(tx, { personIds: [personId], kind: "team-removed", params: { team: team.name }, path: `/contests/${slug}`, now });
    return { removed: true };
  },
});
