import { compareRank, type Ranked, type RankFields, ranked } from "#domain/boards/rank-key.ts";
import type { PromotedBy, PromotionRules } from "./promotion-rules.ts";

/** Somebody (a team or a person) with a counted result. `subject` names them and decides nothing. */
export type Candidate = RankFields & { readonly subject: number; readonly branchId: number | null; readonly division: string | null };
export type PromotionRow = Readonly<{
  subject: number;
  kind: "promoted" | "reserve";
  /** On the board of everybody. */
  rank: number;
  scoreMilli: number;
  /** Every rule by which they go on; nothing for the reserve. */
  why: readonly PromotedBy[];
}>;

type Placed = Ranked<Candidate>;

/** Whether `one` stands level with `other` at a line. */
const isLevel = (ties: PromotionRules["ties"], one: RankFields, other: RankFields) =>
  ties === "all" ? one.scoreMilli === other.scoreMilli : compareRank(one, other) === 0;

/** The best `count` of a list that is in order, and whoever is level with the last of them. */
function best(list: readonly Placed[], count: number, ties: PromotionRules["ties"]): Placed[] {
  const last = list[Math.min(count, list.length) - 1];
  if (count === 0 || !last) return [];
  return list.filter((one, at) => at < count || isLevel(ties, one, last));
}

function groupsOf<Key>(list: readonly Placed[], keyOf: (one: Placed) => Key | null): Placed[][] {
  const groups = new Map<Key, Placed[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** The next best until `fillTo` are together, and whoever is level with the last of them. */
function filled(list: readonly Placed[], taken: ReadonlySet<number>, { fillTo, ties }: PromotionRules): Placed[] {
  const rest = list.filter(({ subject }) => !taken.has(subject));
  return best(rest, Math.max(0, fillTo - taken.size), ties);
}

/**
 * Who goes on and who stands in reserve, by the printed rules, in the order of the board. The same for the same results in whatever order
 * they come; numbers of people and teams never break a tie.
 */
export function promote(candidates: readonly Candidate[], rules: PromotionRules): PromotionRow[] {
  const list = ranked(candidates).filter(({ scoreMilli }) => scoreMilli >= rules.minScore);
  const why = new Map<number, PromotedBy[]>();
  const take = (by: PromotedBy, some: readonly Placed[]) => {
    for (const { subject } of some) why.set(subject, [...(why.get(subject) ?? []), by]);
  };
  for (const branch of groupsOf(list, ({ branchId }) => branchId)) take("branch", best(branch, rules.perBranch, rules.ties));
  for (const division of groupsOf(list, ({ division }) => division)) take("division", best(division, rules.perDivision, rules.ties));
  take("top", best(list, rules.top, rules.ties));
  take("fill", filled(list, new Set(why.keys()), rules));
  const waiting = list.filter(({ subject }) => !why.has(subject));
  const reserve = new Set(best(waiting, rules.reserve, rules.ties).map(({ subject }) => subject));
  return list.flatMap(({ subject, rank, scoreMilli }): PromotionRow[] => {
    const by = why.get(subject);
    if (by) return [{ subject, kind: "promoted", rank, scoreMilli, why: by }];
    return reserve.has(subject) ? [{ subject, kind: "reserve", rank, scoreMilli, why: [] }] : [];
  });
}
