import { z } from "zod";
import { can } from "#domain/access.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { asTeamContest, lockOwnTeam, refuseFixed, refuseOthers } from "./own-team.ts";
import { handOver } from "./take-out.ts";

/** The captain makes somebody else of the team its captain. */
export const handOverTeam = command({
  at: "POST /api/contests/:slug/team/captain",
  input: z.strictObject({ slug: z.string().max(80), personId: idSchema }),
  output: z.object({ captain: z.string() }),
  refusals: ["no-team-contest", "no-team", "team-fixed", "not-the-captain", "not-in-team", "cancelled"],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, found, { slug, personId }, { viewer, now }) {
    const contest = asTeamContest(found);
    const { team, own } = await lockOwnTeam(tx, contest.id, viewer.personId);
    refuseOthers(own);
    refuseFixed(contest, team, now);
    const next = team.members.find((member) => member.personId === personId);
    if (!next) throw fieldRefusal("personId", "not-in-team");
    if (personId === viewer.personId) return { captain: next.name };
    await handOver(tx, team, personId);
    await giveNotice(tx, { personIds: [personId], kind: "team-captain", params: { team: team.name }, path: `/contests/${slug}`, now });
    return { captain: next.name };
  },
});
