import { and, eq, isNotNull, isNull, like, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { branches, offices, people } from "#db/schema/people.ts";
import { OFFICES } from "#domain/people/offices.ts";
import type { Member } from "#domain/people/viewer.ts";
import { administeredBy } from "#server/branches/in-subtrees.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";

/** How a list of people can be narrowed; all of it can stand in an address. */
export const peopleFilter = {
  q: blankable(z.string().max(60)),
  branchId: blankable(idSchema),
  office: blankable(z.enum(OFFICES)),
  disabled: blankable(z.enum(["true", "false", "all"])),
};
export type PeopleFilter = Readonly<z.output<z.ZodObject<typeof peopleFilter>>>;

const literal = (typed: string) => typed.replace(/[\\%_]/g, "\\$&");

/** A name, staff number or account that contains what was typed; or pinyin, whole or initials, that begins a word with it. */
export function matching(q: string): SQL | undefined {
  const typed = q.normalize("NFKC").trim().toLowerCase();
  if (typed === "" || !typed.isWellFormed() || typed.includes("\u0000")) return undefined;
  const anywhere = `%${literal(typed)}%`;
  const sound = literal(typed.replace(/ü/g, "v").replace(/[\s'’]/g, ""));
  const written = or(
    sql`lower(${people.name}) like ${anywhere}`,
    sql`lower(${people.staffNo}) like ${anywhere}`,
    like(people.account, anywhere),
  );
  if (sound === "") return written;
  return or(written, sql`replace(${people.pinyinFull}, ' ', '') like ${`%${sound}%`}`, like(people.pinyinInitials, `${sound}%`));
}

const below = (branchId: number) => sql`${branches.path} like (select b.path || '%' from branches b where b.id = ${branchId})`;
const holding = (office: string) =>
  sql`exists (select 1 from ${offices} o where o.person_id = ${people.id} and o.office = ${office} and o.ended_at is null)`;

/** can.editPerson said in SQL, narrowed by the filter. Needs `people` joined with `branches`. */
export function visiblePeople(viewer: Member, { q, branchId, office, disabled }: PeopleFilter = {}): SQL | undefined {
  const standing = disabled === "all" ? undefined : disabled === "true" ? isNotNull(people.disabledAt) : isNull(people.disabledAt);
  return and(
    administeredBy(viewer),
    q === undefined ? undefined : matching(q),
    branchId === undefined ? undefined : below(branchId),
    office === undefined ? undefined : holding(office),
    standing,
  );
}

/** The one with this number, when the viewer may see it. */
export const visiblePerson = (viewer: Member, id: number): SQL | undefined => and(administeredBy(viewer), eq(people.id, id));
