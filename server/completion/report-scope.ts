import { inArray, like, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { reachOf } from "#domain/completion/reach.ts";
import { idsOf, isWithin } from "#domain/people/tree.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { inTreeOrder } from "#server/branches/list-branches.ts";

const place = z.object({ id: z.number(), name: z.string() });

/** Which part of the tree a report is about. `focus` null: several parts that have no common top within reach. */
export const scopeSchema = z.object({ focus: place.nullable(), above: z.array(place) });

type Place = Readonly<{ id: number; name: string; path: string }>;

export type ReportScope = Readonly<{
  focus: Place | null;
  /** The way down to the focus, as far up as the viewer's offices reach. */
  above: readonly Place[];
  /** The tops of what is reported: the focus alone, or several. */
  tops: readonly Place[];
  /** Whether figures of one or two people may be shown too. */
  seesSmall: boolean;
}>;

/** Paths over which the viewer sees completion: can.seeCompletion, as paths. */
export const completionPaths = (viewer: Member): string[] =>
  viewer.offices.map(({ path }) => path).filter((path) => can.seeCompletion(viewer, { path }));

const placesOf = (db: Db, ids: readonly number[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({ id: branches.id, name: branches.name, path: branches.path })
        .from(branches)
        .where(inArray(branches.id, [...ids]));

async function narrowed(db: Db, reach: readonly string[], branchId: number): Promise<string> {
  const [branch] = await placesOf(db, [branchId]);
  if (!branch || !reach.some((path) => isWithin(branch.path, path))) throw new Refusal("not-found");
  return branch.path;
}

/**
 * What of a subtree the viewer gets reported, narrowed to a branch when one is named. Out of reach is not found, and so is a branch
 * outside of it, whoever asks.
 */
export async function scopeOf(db: Db, viewer: Member, subtree: string, branchId?: number): Promise<ReportScope> {
  const reach = reachOf(completionPaths(viewer), subtree);
  if (reach.length === 0) throw new Refusal("not-found");
  const paths = branchId === undefined ? reach : [await narrowed(db, reach, branchId)];
  const top = reach.find((path) => isWithin(paths[0] ?? "", path)) ?? "";
  const way = paths.length === 1 ? idsOf(paths[0] ?? "").slice(idsOf(top).length - 1) : paths.map((path) => idsOf(path).at(-1) ?? 0);
  const places = (await placesOf(db, way)).toSorted((one, other) => one.path.length - other.path.length || one.id - other.id);
  const focus = paths.length === 1 ? (places.at(-1) ?? null) : null;
  const tops = focus ? [focus] : places;
  return { focus, above: focus ? places.slice(0, -1) : [], tops, seesSmall: tops.every((branch) => can.seeSmallUnits(viewer, branch)) };
}

/** Whether a branch (its path, as a column) lies in the scope. */
export const within = ({ tops }: Pick<ReportScope, "tops">, path: SQL): SQL =>
  sql`(${sql.join(
    tops.map((top) => sql`${path} like ${`${top.path}%`}`),
    sql` or `,
  )})`;

/**
 * Under which line of the table a branch counts: the branch right below the focus, null for the focus itself; with several tops, the top.
 */
export function lineOf({ focus, tops }: ReportScope, path: SQL): SQL {
  if (focus) return sql`nullif(split_part(substr(${path}, ${focus.path.length + 1}::int), '/', 1), '')::bigint`;
  const cases = tops.map((top) => sql`when ${path} like ${`${top.path}%`} then ${top.id}::bigint`);
  return sql`case ${sql.join(cases, sql` `)} end`;
}

/** The branches of the scope in tree order: for names, and for lists that go by branch. */
export async function readTree(db: Db, { tops }: Pick<ReportScope, "tops">) {
  const { id, parentId, code, name, path } = branches;
  const rows = await db
    .select({ id, parentId, code, name, path })
    .from(branches)
    .where(or(...tops.map((top) => like(path, `${top.path}%`))));
  return inTreeOrder(rows).map(({ row }) => row);
}
