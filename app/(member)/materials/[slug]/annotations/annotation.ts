import type { JsonOf } from "#app/contests/json-of.ts";
import type { listAnnotations } from "#server/annotations/list-annotations.ts";

export type Listed = JsonOf<typeof listAnnotations>;
export type Annotation = Listed["items"][number];
export type Kind = Annotation["kind"];
/** A stretch of one paragraph, counted in characters that are not white space. */
export type Stretch = Readonly<{ block: string; start: number; end: number; exact: string }>;
export type Filter = "all" | "mine" | "questions" | "orphans";

/** What a filter shows: orphans stand in a list of their own. */
export function shownBy(filter: Filter, items: readonly Annotation[]): Annotation[] {
  return items.filter((item) => {
    if (filter === "orphans" || item.state === "orphan") return filter === "orphans" && item.state === "orphan";
    return filter === "all" || (filter === "mine" ? item.mine : item.kind === "question");
  });
}

const numberOf = (block: string): number => Number(block.slice(1));

/** In the order of the text. */
export const inReadingOrder = (items: readonly Annotation[]): Annotation[] =>
  items.toSorted((one, other) => {
    if (!one.place || !other.place) return Number(one.place === null) - Number(other.place === null) || other.id - one.id;
    return numberOf(one.place.block) - numberOf(other.place.block) || one.place.start - other.place.start || one.id - other.id;
  });
