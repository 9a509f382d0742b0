import type { BranchNode } from "./branch-totals.ts";

/** What the freeze of a contest's board depends on: T_f, when S_f was stored, when a person released it (D6). */
export type Freezing = Readonly<{ freezeAt: Date | null; frozenAt: Date | null; releasedAt: Date | null }>;

/** Beside the frozen results, what the boards of branches and of teams are reckoned from. */
export type BranchInputs = Readonly<{
  branches: readonly (BranchNode & { readonly name: string })[];
  eligible: readonly { readonly branchId: number; readonly count: number }[];
  /** How many played in each team; none in a contest of persons, and in one frozen before this was kept. */
  teams?: readonly { readonly teamId: number; readonly members: number }[];
}>;

/** From T_f until a person releases the board, everything the public sees is S_f. Half-open: at T_f it is frozen. */
export function isFrozen({ freezeAt, releasedAt }: Pick<Freezing, "freezeAt" | "releasedAt">, now: Date): boolean {
  return freezeAt !== null && now >= freezeAt && (releasedAt === null || now < releasedAt);
}

/** `visibility = min(now, T_f)` until released: no derived number of the public may depend on a fact received at or after it. */
export function visibleUntil({ freezeAt, releasedAt }: Pick<Freezing, "freezeAt" | "releasedAt">, now: Date): Date {
  return freezeAt !== null && isFrozen({ freezeAt, releasedAt }, now) ? freezeAt : now;
}

/** Which results a board is made of: those of now, those of the freeze, or none while S_f is being stored. */
export type BoardCut = "now" | "frozen" | "none";

/** The cut-off of every public board, in the one place that decides it. */
export function publicCutOf(contest: Freezing, now: Date): BoardCut {
  if (!isFrozen(contest, now)) return "now";
  return contest.frozenAt === null ? "none" : "frozen";
}
