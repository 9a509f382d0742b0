import { and, count, desc, eq, gte, like, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { audit } from "#db/schema/operations.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { administeredBy } from "#server/branches/in-subtrees.ts";
import { blankable, idSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;
const place = z.object({ id: z.number(), name: z.string() });
const word = z.string().regex(/^[a-z][a-z.-]{0,60}$/);

/** A day of the organisation's calendar (UTC+8), or an instant. `endOf` makes a day mean its last moment. */
const momentOf = (endOf: boolean) =>
  z.union([
    z.iso.date().transform((day) => new Date(Date.parse(`${day}T00:00:00+08:00`) + (endOf ? DAY_MS : 0))),
    z.iso.datetime({ offset: true }).transform((instant) => new Date(instant)),
  ]);

const input = z.strictObject({
  actor: blankable(z.string().max(64)),
  object: blankable(word),
  objectId: blankable(idSchema),
  action: blankable(word),
  from: blankable(momentOf(false)),
  to: blankable(momentOf(true)),
  page: pageSchema,
});

/** can.seeAudit row by row: an administrator sees everything, a branch administrator what happened in the own subtrees. */
export function auditVisibleTo(viewer: Member): SQL | undefined {
  return can.setPolicy(viewer) ? undefined : administeredBy(viewer);
}

/** Whoever bears this name, account or number. */
function actedBy(typed: string): SQL | undefined {
  const actor = typed.normalize("NFKC").trim();
  const number = /^\d{1,15}$/.test(actor) ? eq(audit.actorId, Number(actor)) : undefined;
  return or(eq(people.name, actor), eq(people.account, actor.toLowerCase()), number);
}

function narrowed({ actor, object, objectId, action, from, to }: z.output<typeof input>): SQL | undefined {
  return and(
    actor === undefined ? undefined : actedBy(actor),
    object === undefined ? undefined : eq(audit.object, object),
    objectId === undefined ? undefined : eq(audit.objectId, objectId),
    action === undefined ? undefined : or(eq(audit.action, action), like(audit.action, `${action}.%`)),
    from === undefined ? undefined : gte(audit.doneAt, from),
    to === undefined ? undefined : lt(audit.doneAt, to),
  );
}

/** The ledger of what office holders changed, the latest first, 50 a page. */
export const listAudit = query({
  at: "GET /api/desk/audit",
  input,
  output: z.object({
    rows: z.array(
      z.object({
        id: z.number(),
        doneAt: z.date(),
        actor: place.nullable(),
        action: z.string(),
        object: z.string(),
        objectId: z.number().nullable(),
        branch: place.nullable(),
        before: z.unknown(),
        after: z.unknown(),
        reason: z.string(),
      }),
    ),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
  }),
  door: "desk",
  may: can.seeAudit,
  async run(db, filter, { viewer }) {
    const where = and(auditVisibleTo(viewer), narrowed(filter));
    const joined = { actor: eq(people.id, audit.actorId), branch: eq(branches.id, audit.branchId) };
    const [counted] = await db
      .select({ total: count() })
      .from(audit)
      .leftJoin(people, joined.actor)
      .leftJoin(branches, joined.branch)
      .where(where ?? sql`true`);
    const { id, doneAt, action, object, objectId, before, after, reason } = audit;
    const rows = await db
      .select({
        ...{ id, doneAt, action, object, objectId, before, after, reason },
        actor: { id: people.id, name: people.name },
        branch: { id: branches.id, name: branches.name },
      })
      .from(audit)
      .leftJoin(people, joined.actor)
      .leftJoin(branches, joined.branch)
      .where(where)
      .orderBy(desc(id))
      .limit(PAGE_SIZE)
      .offset((filter.page - 1) * PAGE_SIZE);
    const total = counted?.total ?? 0;
    return { rows, total, page: filter.page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
  },
});
