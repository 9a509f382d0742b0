import { asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { awardGrants, awards } from "#db/schema/stages.ts";
import { MEDALS } from "#domain/awards/award-rules.ts";
import type { AwardRow } from "./awards-now.ts";

/** A line of the list of awards. */
export const awardRowSchema = z.object({
  ...{ award: z.enum([...MEDALS, "organisation"]), name: z.string().nullable(), branchName: z.string(), division: z.string().nullable() },
  ...{ rank: z.number(), scoreMilli: z.number().nullable(), participants: z.number().nullable(), eligible: z.number().nullable() },
});

/** The awards that are in force; undefined before any were granted. */
export async function latestGrant(db: Db | Tx, contestId: number) {
  const { id, number, grantedAt, reason } = awardGrants;
  const [latest] = await db
    .select({ id, number, grantedAt, reason })
    .from(awardGrants)
    .where(eq(awardGrants.contestId, contestId))
    .orderBy(desc(number))
    .limit(1);
  if (!latest) return undefined;
  return { ...latest, rows: await db.select().from(awards).where(eq(awards.grantId, latest.id)).orderBy(asc(awards.id)) };
}

type Won = Pick<AwardRow, "award" | "teamId" | "personId" | "branchId" | "division">;

/** What makes two awards the same one: what, whose, in which division. */
export const nameOfAward = ({ award, teamId, personId, branchId, division }: Won): string =>
  [award, teamId ?? "", personId ?? "", branchId ?? "", division ?? ""].join("/");

/** Which awards of one list are not on the other, by name of whom. */
export function awardsBeside(published: readonly AwardRow[], now: readonly AwardRow[]) {
  const [before, after] = [published, now].map((rows) => new Set(rows.map(nameOfAward)));
  return {
    joins: now.filter((row) => !before?.has(nameOfAward(row))).map(({ name }) => name),
    leaves: published.filter((row) => !after?.has(nameOfAward(row))).map(({ name }) => name),
  };
}
