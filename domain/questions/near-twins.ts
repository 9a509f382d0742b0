/** A question that asks the same or nearly the same: who it is and how alike, in ten-thousandths. */
export type Twin<Id> = Readonly<{ id: Id; likeness: number }>;

/** Stems as alike as this are shown to the person who brings one in (B14's "trigram similarity ≥ 0.9"). */
export const TWIN_FROM = 0.9;

/** The runs of three characters of a stem key, its ends among them; what pg_trgm would compare, of any script. */
export function trigramsOf(key: string): ReadonlySet<string> {
  const chars = ["\u0002", "\u0002", ...key, "\u0003"];
  return new Set(chars.slice(2).map((_, at) => `${chars[at]}${chars[at + 1]}${chars[at + 2]}`));
}

/** Shared runs over all runs of both. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const run of one) if (other.has(run)) shared += 1;
  return shared / (one.size + other.size - shared);
}

/** How alike two stem keys are, 0 to 1. */
export const stemLikeness = (one: string, other: string): number => likenessOf(trigramsOf(one), trigramsOf(other));

/**
 * Finds the likest of many stem keys without comparing with each: two sets that share nine tenths must share one of their few rarest
 * members, so only those are looked up. Exact: it finds what comparing all pairs would find.
 */
export function twinFinder<Id>(entries: readonly Readonly<{ id: Id; key: string }>[]) {
  const kept = entries.map(({ id, key }) => ({ id, runs: trigramsOf(key) }));
  const often = new Map<string, number>();
  for (const { runs } of kept) for (const run of runs) often.set(run, (often.get(run) ?? 0) + 1);
  const rarest = (runs: ReadonlySet<string>): string[] => {
    const inOrder = [...runs].sort((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0) || (a < b ? -1 : 1));
    return inOrder.slice(0, runs.size - Math.ceil(TWIN_FROM * runs.size - 1e-9) + 1);
  };
  const byRun = new Map<string, number[]>();
  for (const [at, { runs }] of kept.entries()) {
    for (const run of rarest(runs)) {
      const places = byRun.get(run);
      if (places) places.push(at);
      else byRun.set(run, [at]);
    }
  }

  /** The likest entry that `mayBe` allows, or null; of equals the first. */
  return (key: string, mayBe: (id: Id) => boolean = () => true): Twin<Id> | null => {
    const runs = trigramsOf(key);
    const near = new Set(rarest(runs).flatMap((run) => byRun.get(run) ?? []));
    let best: Twin<Id> | null = null;
    for (const at of [...near].sort((a, b) => a - b)) {
      const entry = kept[at];
      if (!entry || !mayBe(entry.id)) continue;
      const likeness = likenessOf(runs, entry.runs);
      const tenThousandths = Math.floor(likeness * 10_000);
      if (likeness >= TWIN_FROM && (best === null || tenThousandths > best.likeness)) best = { id: entry.id, likeness: tenThousandths };
    }
    return best;
  };
}
