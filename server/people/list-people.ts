import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches, offices, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { OFFICES } from "#domain/people/offices.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { peopleFilter, visiblePeople } from "./visible-people.ts";

const PAGE_SIZE = 50;
const place = z.object({ id: z.number(), name: z.string() });
const held = z.object({ id: z.number(), office: z.enum(OFFICES), branch: place });

/** The offices these people hold now, by person. */
async function officesOf(db: Db, personIds: readonly number[]): Promise<Map<number, z.output<typeof held>[]>> {
  const byPerson = new Map<number, z.output<typeof held>[]>();
  if (personIds.length === 0) return byPerson;
  const rows = await db
    .select({ personId: offices.personId, id: offices.id, office: offices.office, branch: { id: branches.id, name: branches.name } })
    .from(offices)
    .innerJoin(branches, eq(branches.id, offices.branchId))
    .where(and(inArray(offices.personId, [...personIds]), isNull(offices.endedAt)))
    .orderBy(asc(offices.id));
  for (const { personId, ...office } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), office]);
  return byPerson;
}

/** The people of the viewer's subtrees in the order of their pinyin, 50 a page. */
export const listPeople = query({
  at: "GET /api/desk/people",
  input: z.strictObject({ ...peopleFilter, page: pageSchema }),
  output: z.object({
    people: z.array(
      z.object({
        id: z.number(),
        staffNo: z.string(),
        account: z.string(),
        name: z.string(),
        pinyinFull: z.string(),
        branch: place,
        offices: z.array(held),
        tags: z.array(z.string()),
        disabled: z.boolean(),
        joined: z.boolean(),
      }),
    ),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
  }),
  door: "desk",
  may: can.seePeople,
  async run(db, { page, ...filter }, { viewer }) {
    const where = visiblePeople(viewer, filter);
    const [counted] = await db.select({ total: count() }).from(people).innerJoin(branches, eq(branches.id, people.branchId)).where(where);
    const { id, staffNo, account, name, pinyinFull, tags, disabledAt, passwordHash, oidcSubject } = people;
    const rows = await db
      .select({
        id,
        staffNo,
        account,
        name,
        pinyinFull,
        tags,
        disabledAt,
        passwordHash,
        oidcSubject,
        branch: { id: branches.id, name: branches.name },
      })
      .from(people)
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(where)
      .orderBy(asc(pinyinFull), asc(id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const byPerson = await officesOf(
      db,
      rows.map((row) => row.id),
    );
    const total = counted?.total ?? 0;
    return {
      people: rows.map((row) => ({
        ...row,
        offices: byPerson.get(row.id) ?? [],
        disabled: row.disabledAt !== null,
        joined: row.passwordHash !== null || row.oidcSubject !== null,
      })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    };
  },
});
