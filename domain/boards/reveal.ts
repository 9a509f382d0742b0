// Above 150 lines: a ceremony is one reckoning, and its order, its steps and what is shown of it are read together.
import type { BranchRow } from "./branch-board.ts";
import type { RankFields } from "./rank-key.ts";

/** Which board of a contest a ceremony opens. */
export const REVEAL_BOARDS = ["persons", "branches", "teams"] as const;

/** Who takes part in a ceremony: where they stood at the freeze, and every hidden result in turn; the last is the true one. Null: no place. */
export type RevealEntry<Standing> = Readonly<{
  id: number;
  name: string;
  branchName: string;
  before: Standing | null;
  after: readonly (Standing | null)[];
}>;

export type BranchStanding = Pick<BranchRow, "adjustedMilli" | "participants" | "eligible" | "totalMs">;

/** What a ceremony opens, as stored when it begins. `digest` tells whether the true board has changed since. */
export type RevealScript = Readonly<{ awardPlaces: number; digest: string }> &
  (
    | Readonly<{ board: "persons" | "teams"; entries: readonly RevealEntry<RankFields>[] }>
    | Readonly<{ board: "branches"; entries: readonly RevealEntry<BranchStanding>[] }>
  );

/** A hidden result of a member: for which entry, when it ended, and what the entry counted for from then on. */
export type HiddenResult<Standing> = Readonly<{ entryId: number; at: number; counted: Standing }>;

/**
 * What a team came to after each hidden result of its members, in the order in which they ended: `reckon` makes it of what every member
 * counts for at that moment.
 */
export function teamStages<Standing>(
  before: ReadonlyMap<number, Standing>,
  hidden: readonly HiddenResult<Standing>[],
  reckon: (results: readonly Standing[]) => Standing | null,
): (Standing | null)[] {
  const now = new Map(before);
  return hidden
    .toSorted((a, b) => a.at - b.at || a.entryId - b.entryId)
    .map(({ entryId, counted }) => reckon([...now.set(entryId, counted).values()]));
}

/** One press of "next": a hidden result is opened, or the ceremony pauses at an award. `open`: how many places are not settled after it. */
export type RevealStep = Readonly<{ kind: "reveal" | "award"; id: number; from: number | null; to: number | null; open: number }>;

/** A line of the board in the ceremony; `hidden`: results that are still to be opened. */
export type RevealRow<Standing> = Readonly<{ id: number; rank: number | null; standing: Standing | null; hidden: number }>;

export type Reveal<Standing> = Readonly<{ steps: readonly RevealStep[]; rows: readonly RevealRow<Standing>[] }>;

type Compare<Standing> = (a: Standing, b: Standing) => number;
type Line<Standing> = { readonly id: number; standing: Standing | null; left: (Standing | null)[] };

/** Who has no place stands last. */
const orNone =
  <Standing>(compare: Compare<Standing>): Compare<Standing | null> =>
  (a, b) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b);

/** What is opened one by one: each at least as good as the one before and no better than the last, so that nobody falls once others are settled. */
function climbOf<Standing>({ before, after }: RevealEntry<Standing>, compare: Compare<Standing | null>): (Standing | null)[] {
  const last = after.at(-1) ?? null;
  let reached = before;
  const kept = after.slice(0, -1).filter((standing) => {
    const climbs = compare(standing, reached) <= 0 && compare(last, standing) <= 0;
    if (climbs) reached = standing;
    return climbs;
  });
  return after.length === 0 ? [] : [...kept, last];
}

/** Lines in order, best first; of those that share a rank the lower number first, as the board lists them. */
class RevealOrder<Standing> {
  readonly lines: Line<Standing>[];
  readonly #compare: Compare<Standing | null>;

  constructor(lines: Line<Standing>[], compare: Compare<Standing | null>) {
    this.#compare = compare;
    this.lines = lines.sort((a, b) => compare(a.standing, b.standing) || a.id - b.id);
  }

  /** 1 + the number strictly better; null without a place. */
  rankOf(standing: Standing | null): number | null {
    return standing === null ? null : 1 + this.#first((line) => this.#compare(line.standing, standing) >= 0);
  }

  /** Gives the line at this position another standing, and puts it where that belongs. */
  move(position: number, standing: Standing | null): { id: number; from: number | null; to: number | null } {
    const [line] = this.lines.splice(position, 1);
    if (!line) throw new RangeError(`no line ${position}`);
    const from = this.rankOf(line.standing);
    line.standing = standing;
    this.lines.splice(
      this.#first((other) => (this.#compare(other.standing, standing) || other.id - line.id) > 0),
      0,
      line,
    );
    return { id: line.id, from, to: this.rankOf(standing) };
  }

  /** The lowest line with something hidden among those that share the place of this one; -1 when there is none: the place is settled. */
  lowestHiding(position: number): number {
    const standing = this.lines[position]?.standing ?? null;
    for (let at = position; at >= 0; at -= 1) {
      const line = this.lines[at] as Line<Standing>;
      if (at < position && (standing === null || this.#compare(line.standing, standing) !== 0)) return -1;
      if (line.left.length > 0) return at;
    }
    return -1;
  }

  #first(holds: (line: Line<Standing>) => boolean): number {
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.lines[middle] as Line<Standing>)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

type Ceremony<Standing> = Readonly<{
  entries: readonly RevealEntry<Standing>[];
  compare: Compare<Standing>;
  /** So many first places are announced one by one. */
  awardPlaces: number;
  /** The state after so many steps; all of them when not said. */
  until?: number;
}>;

/**
 * A ceremony from the frozen board to the true one (D6, as the ICPC resolver): who falls comes first, then from the last place up, for the
 * lowest line with hidden results, one is opened and the line moves; a line without any is settled, and the first places pause for an award.
 */
export function revealSteps<Standing>({
  entries,
  compare: by,
  awardPlaces,
  until = Number.POSITIVE_INFINITY,
}: Ceremony<Standing>): Reveal<Standing> {
  const compare = orNone(by);
  const order = new RevealOrder(
    entries.map((entry) => ({ id: entry.id, standing: entry.before, left: climbOf(entry, compare) })),
    compare,
  );
  const steps: RevealStep[] = [];
  let rows: RevealRow<Standing>[] | null = null;
  const look = (): void => {
    if (steps.length >= until) rows ??= rowsOf(order);
  };
  const step = (kind: RevealStep["kind"], moved: Omit<RevealStep, "kind" | "open">, open: number): void => {
    steps.push({ kind, ...moved, open });
    look();
  };
  look();
  for (let at = order.lines.length - 1; at >= 0; at -= 1) {
    const line = order.lines[at] as Line<Standing>;
    const [last] = line.left.slice(-1);
    if (last === undefined || compare(line.standing, last) >= 0) continue;
    line.left = [];
    step("reveal", order.move(at, last), order.lines.length);
  }
  for (let at = order.lines.length - 1; at >= 0; ) {
    const hiding = order.lowestHiding(at);
    const next = order.lines[hiding]?.left.shift();
    if (next !== undefined) {
      step("reveal", order.move(hiding, next), at + 1);
      continue;
    }
    const line = order.lines[at] as Line<Standing>;
    const rank = order.rankOf(line.standing);
    if (rank !== null && rank <= awardPlaces) step("award", { id: line.id, from: rank, to: rank }, at);
    at -= 1;
  }
  return { steps, rows: rows ?? rowsOf(order) };
}

function rowsOf<Standing>(order: RevealOrder<Standing>): RevealRow<Standing>[] {
  return order.lines.map(({ id, standing, left }) => ({ id, rank: order.rankOf(standing), standing, hidden: left.length }));
}

/** How many steps lead to where place `place` comes next: everything below it is settled. */
export function stepsToPlace(steps: readonly RevealStep[], place: number): number {
  const at = steps.findIndex(({ open }) => open <= place);
  return at === -1 ? steps.length : at + 1;
}
