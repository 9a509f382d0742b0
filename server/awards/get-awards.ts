import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { awardRowSchema, latestGrant } from "./read-grant.ts";

/** The awards in force, as members read them; null before any were granted. Persons are named where the contest's boards name them. */
export const getAwards = query({
  at: "GET /api/contests/:slug/awards",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string() }),
    granted: z.object({ number: z.number(), grantedAt: z.date(), rows: z.array(awardRowSchema) }).nullable(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const names = can.runContest(viewer, contest) ? "names" : contest.rules.board.names;
    const latest = await latestGrant(db, contest.id);
    const isNamed = ({ personId, branchId }: { personId: number | null; branchId: number | null }) =>
      names === "names" || branchId !== null || (personId === null && names === "branch");
    return {
      contest: { slug, title: contest.title },
      granted: latest
        ? {
            ...{ number: latest.number, grantedAt: latest.grantedAt },
            rows: latest.rows.map((row) => ({
              ...{ ...row, name: isNamed(row) ? row.name : null, branchName: names === "anonymous" ? "" : row.branchName },
            })),
          }
        : null,
    };
  },
});
