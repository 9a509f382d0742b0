import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { plays } from "#domain/teams/membership.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { asTeamContest, lockOwnTeam, refuseFixed, refuseOthers } from "./own-team.ts";
import { giveRole } from "./take-out.ts";

/** The captain brings a substitute in for a member, who becomes a substitute, while the team is not fixed. */
export const swapSubstitute = command({
  at: "POST /api/contests/:slug/team/swap",
  input: z.strictObject({ slug: z.string().max(80), out: idSchema, in: idSchema }),
  output: z.object({ swapped: z.boolean() }),
  refusals: ["no-team-contest", "no-team", "team-fixed", "not-the-captain", "not-in-team", "captain-stays", "cancelled"],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, found, { slug, out, in: coming }, { viewer, now }) {
    const contest = asTeamContest(found);
    const { team, own } = await lockOwnTeam(tx, contest.id, viewer.personId);
    refuseOthers(own);
    refuseFixed(contest, team, now);
    if (out === viewer.personId) throw new Refusal("captain-stays");
    if (!team.members.some((member) => member.personId === out && plays(member))) throw fieldRefusal("out", "not-in-team");
    if (!team.members.some((member) => member.personId === coming && !plays(member))) throw fieldRefusal("in", "not-in-team");
    await giveRole(tx, team, out, "substitute");
    await giveRole(tx, team, coming, "member");
    await giveNotice(tx, { personIds: [out, coming], kind: "team-swapped", params: { team: team.name }, path: `/contests/${slug}`, now });
    return { swapped: true };
  },
});
