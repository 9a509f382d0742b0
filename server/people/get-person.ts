import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches, invitations, offices, people, personMoves } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { OFFICES } from "#domain/people/offices.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { visiblePerson } from "./visible-people.ts";

const place = z.object({ id: z.number(), name: z.string() });

const output = z.object({
  id: z.number(),
  staffNo: z.string(),
  account: z.string(),
  name: z.string(),
  pinyinFull: z.string(),
  pinyinInitials: z.string(),
  branch: place,
  tags: z.array(z.string()),
  timePercent: z.number(),
  disabledAt: z.date().nullable(),
  createdAt: z.date(),
  joined: z.boolean(),
  offices: z.array(z.object({ id: z.number(), office: z.enum(OFFICES), branch: place, grantedAt: z.date(), endedAt: z.date().nullable() })),
  moves: z.array(z.object({ from: place.nullable(), to: place, movedAt: z.date(), by: z.string().nullable() })),
  invitation: z.object({ expiresAt: z.date() }).nullable(),
  mayReset: z.boolean(),
});

async function listMoves(db: Db, personId: number) {
  const [from, to] = [alias(branches, "from_branch"), alias(branches, "to_branch")];
  return db
    .select({ from: { id: from.id, name: from.name }, to: { id: to.id, name: to.name }, movedAt: personMoves.movedAt, by: people.name })
    .from(personMoves)
    .leftJoin(from, eq(from.id, personMoves.fromBranchId))
    .innerJoin(to, eq(to.id, personMoves.toBranchId))
    .leftJoin(people, eq(people.id, personMoves.movedBy))
    .where(eq(personMoves.personId, personId))
    .orderBy(desc(personMoves.id));
}

async function listHeld(db: Db, personId: number) {
  const { id, office, grantedAt, endedAt } = offices;
  return db
    .select({ id, office, grantedAt, endedAt, branch: { id: branches.id, name: branches.name, path: branches.path } })
    .from(offices)
    .innerJoin(branches, eq(branches.id, offices.branchId))
    .where(eq(offices.personId, personId))
    .orderBy(asc(offices.id));
}

/** Everything the desk knows of one person of the viewer's subtrees. */
export const getPerson = query({
  at: "GET /api/desk/people/:id",
  input: z.strictObject({ id: idSchema }),
  output,
  door: "desk",
  may: can.seePeople,
  async run(db, { id }, { viewer, now }) {
    const [found] = await db
      .select({ person: people, branch: { id: branches.id, name: branches.name, path: branches.path } })
      .from(people)
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(visiblePerson(viewer, id));
    if (!found) throw new Refusal("not-found");
    const { person, branch } = found;
    const held = await listHeld(db, id);
    const [invitation] = await db
      .select({ expiresAt: invitations.expiresAt })
      .from(invitations)
      .where(and(eq(invitations.personId, id), isNull(invitations.usedAt), gt(invitations.expiresAt, now)));
    const open = held.filter(({ endedAt }) => endedAt === null).map((row) => ({ office: row.office, path: row.branch.path }));
    return {
      ...person,
      branch,
      joined: person.passwordHash !== null || person.oidcSubject !== null,
      offices: held,
      moves: await listMoves(db, id),
      invitation: invitation ?? null,
      mayReset: can.resetPerson(viewer, { path: branch.path, offices: open }),
    };
  },
});
