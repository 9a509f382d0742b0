import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { type Counts, countOf, NO_COUNTS, plus } from "#domain/completion/counts.ts";
import { radarOf } from "#domain/completion/radar.ts";
import { ITEM_KINDS, type ItemKind } from "#domain/programmes/item.ts";
import { stateOf, TASK_STATES } from "#domain/tasks/state.ts";
import { countsSchema, withPercent } from "./counts-schema.ts";
import { radarSchema } from "./report-schemas.ts";

const item = z.object({
  id: z.number(),
  kind: z.enum(ITEM_KINDS),
  title: z.string(),
  titleEn: z.string(),
  isRequired: z.boolean(),
  state: z.enum(TASK_STATES),
  dueAt: z.date().nullable(),
});

/** How far one person came: every programme with its items, and all of it from five sides. */
export const progressSchema = z.object({
  radar: radarSchema,
  programmes: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      titleEn: z.string(),
      opensAt: z.date(),
      closesAt: z.date(),
      counts: countsSchema,
      items: z.array(item),
    }),
  ),
});

type Row = {
  slug: string;
  title: string;
  title_en: string;
  opens_at: string;
  closes_at: string;
  item_id: string;
  kind: ItemKind;
  item_title: string;
  item_title_en: string;
  is_required: boolean;
  due_at: string | null;
  done_at: string | null;
  waived_at: string | null;
  cancelled_at: string | null;
};
const moment = (at: string | null): Date | null => (at === null ? null : new Date(at));

const itemOf = (row: Row, now: Date): z.output<typeof item> => ({
  ...{ id: Number(row.item_id), kind: row.kind, title: row.item_title, titleEn: row.item_title_en, isRequired: row.is_required },
  dueAt: moment(row.due_at),
  state: stateOf(
    { dueAt: moment(row.due_at), doneAt: moment(row.done_at), waivedAt: moment(row.waived_at), cancelledAt: moment(row.cancelled_at) },
    now,
  ),
});

const countsOf = (items: readonly z.output<typeof item>[]): Counts =>
  items.filter(({ isRequired }) => isRequired).reduce((sum, { state }) => plus(sum, countOf(state)), NO_COUNTS);

/** A person's tasks of programmes, wherever they were done (R41); what was cancelled is nobody's any more. The latest programme first. */
export async function readProgress(db: Db, personId: number, now: Date): Promise<z.output<typeof progressSchema>> {
  const { rows } = await db.execute<Row>(sql`
    select p.slug, p.title, p.title_en, p.opens_at, p.closes_at, i.id as item_id, i.kind, i.title as item_title, i.title_en as item_title_en,
      i.is_required, t.due_at, t.done_at, t.waived_at, t.cancelled_at
    from tasks t join programme_items i on i.id = t.item_id and i.retired_at is null
      join programme_modules m on m.id = i.module_id and m.retired_at is null join programmes p on p.id = i.programme_id
    where t.person_id = ${personId} and t.cancelled_at is null and p.published_at is not null
    order by p.opens_at desc, p.id desc, m.place, m.id, i.place, i.id`);
  const bySlug = new Map<string, Row[]>();
  for (const row of rows) bySlug.set(row.slug, [...(bySlug.get(row.slug) ?? []), row]);
  const programmes = [...bySlug.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const items = own.map((row) => itemOf(row, now));
    return {
      ...{ slug: first.slug, title: first.title, titleEn: first.title_en },
      ...{ opensAt: new Date(first.opens_at), closesAt: new Date(first.closes_at), items },
      counts: withPercent(countsOf(items)),
    };
  });
  const all = programmes.flatMap(({ items }) => items).filter(({ isRequired }) => isRequired);
  return { programmes, radar: radarOf(all.map(({ kind, state }) => ({ kind, counts: countOf(state) }))) };
}
