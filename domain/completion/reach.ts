import { isWithin } from "#domain/people/tree.ts";

/**
 * The parts of a subtree that lie below the viewer's offices, each once: the whole of it when an office stands above, the branches of
 * the offices where they stand below. Empty: it is out of reach.
 */
export function reachOf(offices: readonly string[], subtree: string): string[] {
  const parts = offices.flatMap((path) => (isWithin(subtree, path) ? [subtree] : isWithin(path, subtree) ? [path] : []));
  const each = [...new Set(parts)].sort();
  return each.filter((path) => !each.some((other) => other !== path && isWithin(path, other)));
}
