export type Query = Readonly<Record<string, string | undefined>>;

/** An address of a report with a query in it; what is empty is left out. */
export function reportAddress(slug: string, view: "" | "/people" | "/not-done" | "/export", query: Query = {}): string {
  const path = `${view === "/export" ? "/api" : ""}/desk/reports/${slug}${view}`;
  const kept = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}
