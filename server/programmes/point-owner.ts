import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { fieldRefusal } from "#server/verb.ts";

type Place = Readonly<{ path: string }>;

/**
 * Who is asked to see to an open point, by staff number: somebody of the programme's subtree whom the viewer looks after. Whether a
 * number belongs to somebody elsewhere, nobody hears.
 */
export async function ownerOf(tx: Tx, viewer: Member, programme: Place, staffNo: string | undefined): Promise<number | null> {
  if (staffNo === undefined) return null;
  const { id, disabledAt } = people;
  const [person] = await tx
    .select({ id, disabledAt, path: branches.path })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(eq(people.staffNo, staffNo));
  if (!person?.path.startsWith(programme.path) || !can.keepOpenPoint(viewer, person)) throw fieldRefusal("ownerNo", "no-such-person");
  if (person.disabledAt) throw fieldRefusal("ownerNo", "person-disabled");
  return person.id;
}

type Told = Readonly<{ id: number; slug: string; title: string; publishedAt: Date | null }>;

/** Tells the owners of a programme's open points, each of each once; of a programme that nobody sees yet they hear when it is published. */
export async function tellPointOwners(tx: Tx, { id, slug, title, publishedAt }: Told, now: Date): Promise<void> {
  if (!publishedAt) return;
  const { rows } = await tx.execute<{ id: string; owner_id: string; body: string }>(
    sql`select id, owner_id, body from open_points where programme_id = ${id} and owner_id is not null and closed_at is null order by id`,
  );
  for (const point of rows)
    await giveNotice(tx, {
      ...{ personIds: [Number(point.owner_id)], kind: "open-point-given", params: { title, point: point.body.slice(0, 100) } },
      ...{ path: `/study/${slug}`, now, dedupe: `open-point ${point.id}` },
    });
}
