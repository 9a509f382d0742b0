import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { setPointsPolicy } from "#server/points/set-points-policy.ts";
import { valueOf } from "./outcome.ts";
import { as } from "./people.ts";
import { pointFields } from "./point-fields.ts";

/** Switches points on from a moment, by an administrator, with what of the template is to be otherwise. */
export const switchPointsOn = async (admin: number, now: Date, otherwise: object = {}) =>
  valueOf(await setPointsPolicy.call(await as(admin, now), { ...pointFields, ...otherwise }));

/** The ledger of a person, oldest first: rule, source, day, earned, granted. */
export async function ledgerOf(personId: number): Promise<[string, string, string, number, number][]> {
  const { rows } = await database("desk").execute<{ rule: string; source: string; day: string; earned: number; granted: number }>(
    sql`select rule, source, day::text, earned, granted from point_entries where person_id = ${personId} order by id`,
  );
  return rows.map(({ rule, source, day, earned, granted }) => [rule, source, day, earned, granted]);
}
