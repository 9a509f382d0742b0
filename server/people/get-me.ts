import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { branches, offices, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { OFFICES } from "#domain/people/offices.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";

/** Oneself: name, account, branch and the offices held now. */
export const getMe = query({
  at: "GET /api/me",
  input: z.strictObject({}),
  output: z.object({
    name: z.string(),
    account: z.string(),
    staffNo: z.string(),
    branch: z.string(),
    hasPassword: z.boolean(),
    offices: z.array(z.object({ id: z.number(), office: z.enum(OFFICES), branch: z.string() })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer: { personId } }) {
    const [person] = await db
      .select({
        name: people.name,
        account: people.account,
        staffNo: people.staffNo,
        branch: branches.name,
        hasPassword: isNotNull(people.passwordHash).mapWith(Boolean),
      })
      .from(people)
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(eq(people.id, personId));
    if (!person) throw new Refusal("not-found");
    const held = await db
      .select({ id: offices.id, office: offices.office, branch: branches.name })
      .from(offices)
      .innerJoin(branches, eq(branches.id, offices.branchId))
      .where(and(eq(offices.personId, personId), isNull(offices.endedAt)))
      .orderBy(asc(offices.id));
    return { ...person, offices: held };
  },
});
