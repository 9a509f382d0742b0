import { oneOf, type Search } from "#app/_http/refused.ts";

const NAMES = ["branchId", "audience", "module", "item", "state", "q", "sort", "page", "size", "done"] as const;
export type ReportQuery = Partial<Record<(typeof NAMES)[number], string | undefined>>;

/** The narrowing of a report, as its address says it. */
export async function queryOf(search: Search): Promise<ReportQuery> {
  const given = await search;
  return Object.fromEntries(NAMES.flatMap((name) => (oneOf(given[name]) ? [[name, oneOf(given[name])]] : [])));
}
