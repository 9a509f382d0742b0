import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import type { ReportItem, ReportProgramme } from "./report-programme.ts";

/** The states a report can be narrowed to. */
export const CELL_FILTERS = ["unfinished", "open", "overdue", "done", "done_late", "waived"] as const;

/** How every report of a programme can be narrowed; all of it can stand in an address. */
export const reportFilter = {
  slug: z.string().max(80),
  branchId: blankable(idSchema),
  audience: blankable(idSchema),
  module: blankable(idSchema),
  item: blankable(idSchema),
};
export type ReportFilter = Readonly<{ audience?: number | undefined; module?: number | undefined; item?: number | undefined }>;

/** The items the filter leaves, in their order. A module, an item or an audience that is not of this programme is not found. */
export function itemsLeft(programme: ReportProgramme, { audience, module, item }: ReportFilter): ReportItem[] {
  const known =
    (audience === undefined || programme.audiences.some(({ id }) => id === audience)) &&
    (module === undefined || programme.modules.some(({ id }) => id === module)) &&
    (item === undefined || programme.items.some(({ id }) => id === item));
  if (!known) throw new Refusal("not-found");
  return programme.items.filter((one) => (module === undefined || one.moduleId === module) && (item === undefined || one.id === item));
}

/** audienceOf of domain/programmes said in SQL, of `people`: the first, by place, that has one of the own tags or has none. */
export function inAudience({ audiences }: Pick<ReportProgramme, "audiences">, audienceId: number | undefined): SQL {
  if (audienceId === undefined) return sql`true`;
  const meets = (tags: readonly string[]) => (tags.length === 0 ? sql`true` : sql`people.tags && ${sql.param([...tags])}::text[]`);
  const at = audiences.findIndex(({ id }) => id === audienceId);
  const own = audiences[at];
  if (!own) return sql`false`;
  const earlier = audiences.slice(0, at).map(({ tags }) => sql`not (${meets(tags)})`);
  return sql`(${sql.join([...earlier, meets(own.tags)], sql` and `)})`;
}

/** Whether a task (`t`) stands as the filter says. */
export function stands(state: (typeof CELL_FILTERS)[number], now: Date): SQL {
  const pending = sql`t.done_at is null and t.waived_at is null and t.cancelled_at is null`;
  switch (state) {
    case "unfinished":
      return sql`(${pending})`;
    case "open":
      return sql`(${pending} and (t.due_at is null or t.due_at >= ${now}))`;
    case "overdue":
      return sql`(${pending} and t.due_at < ${now})`;
    case "done":
      return sql`(t.done_at is not null)`;
    case "done_late":
      return sql`(t.done_at > t.due_at)`;
    case "waived":
      return sql`(t.waived_at is not null)`;
  }
}
