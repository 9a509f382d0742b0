import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const named = z.object({ id: z.number(), title: z.string(), titleEn: z.string() });
type Row = { id: string; title: string; title_en: string };
const namedOf = ({ id, title, title_en }: Row) => ({ id: Number(id), title, titleEn: title_en });
const MOST = 200;

/** What the ledger can be narrowed to: published programmes whose subtree meets one of the viewer's, the latest first; the items of one. */
export const listTaskProgrammes = query({
  at: "GET /api/desk/tasks/programmes",
  input: z.strictObject({ programmeId: blankable(idSchema) }),
  output: z.object({ programmes: z.array(named), items: z.array(named) }),
  door: "desk",
  may: can.seeTasks,
  async run(db, { programmeId }, { viewer }) {
    const reaches = viewer.offices
      .filter(({ office }) => office === "admin" || office === "branch_admin" || office === "organizer")
      .map(({ path }) => sql`(b.path like ${`${path}%`} or ${path} like b.path || '%')`);
    const reach = sql`p.published_at is not null and p.kind <> 'template' and (${sql.join(reaches, sql` or `)})`;
    const { rows: programmes } = await db.execute<Row>(sql`
      select p.id, p.title, p.title_en from programmes p join branches b on b.id = p.branch_id where ${reach} order by p.opens_at desc, p.id desc limit ${MOST}`);
    const { rows: items } = await db.execute<Row>(sql`
      select i.id, i.title, i.title_en from programme_items i join programmes p on p.id = i.programme_id join branches b on b.id = p.branch_id
      where i.programme_id = ${programmeId ?? null} and i.retired_at is null and ${reach} order by i.place, i.id`);
    return { programmes: programmes.map(namedOf), items: items.map(namedOf) };
  },
});
