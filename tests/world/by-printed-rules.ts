// What a contest of teams comes to by the rules as they are printed (D4, D5): whole numbers alone, and not a line of the code it is
// compared with.

/** What somebody did, as the house acknowledged it. `at`: when it received what stands for a question. */
export type Sitting = Readonly<{
  team: string;
  person: string;
  startedMs: number;
  answers: readonly Readonly<{ isRight: boolean; worth: number; atMs: number }>[];
}>;
export type Entrant = Readonly<{ name: string; branch: string; players: number }>;
export type Line = Readonly<{ name: string; branch: string; milli: bigint; right: number; timeMs: number; lastMs: number; rank: number }>;

/** −1 when a stands before b: score, number right, time taken, time of the last scoring answer. */
function before(a: Omit<Line, "rank">, b: Omit<Line, "rank">): number {
  if (a.milli !== b.milli) return a.milli > b.milli ? -1 : 1;
  if (a.right !== b.right) return a.right > b.right ? -1 : 1;
  if (a.timeMs !== b.timeMs) return a.timeMs < b.timeMs ? -1 : 1;
  if (a.lastMs !== b.lastMs) return a.lastMs < b.lastMs ? -1 : 1;
  return 0;
}

const rightOf = ({ answers }: Sitting) => answers.filter(({ isRight }) => isRight);
const milliOf = (sitting: Sitting): bigint => rightOf(sitting).reduce((sum, { worth }) => sum + BigInt(worth), 0n);

/**
 * The board of teams: the mean over all players, half up to the milli-point, places 1-2-2-4; whoever nobody played for has no line. What came
 * within the allowance counts, and nobody is charged time after the close: an attempt that the clock ends was finished when it was due (D1).
 */
export function teamBoardOf(
  entrants: readonly Entrant[],
  sittings: readonly Sitting[],
  { opensMs, closesMs }: Readonly<{ opensMs: number; closesMs: number }>,
): Line[] {
  const lines = entrants.flatMap(({ name, branch, players }) => {
    const own = sittings.filter(({ team }) => team === name);
    if (own.length === 0) return [];
    const [sum, n] = [own.reduce((all, one) => all + milliOf(one), 0n), BigInt(players)];
    const lasts = own.map((one) => Math.max(0, ...rightOf(one).map(({ atMs }) => atMs - opensMs)));
    return [
      {
        ...{ name, branch, milli: (2n * sum + n) / (2n * n) },
        right: own.reduce((all, one) => all + rightOf(one).length, 0),
        timeMs: own.reduce(
          (all, { answers, startedMs }) => all + Math.max(0, ...answers.map(({ atMs }) => Math.min(atMs, closesMs) - startedMs)),
          0,
        ),
        lastMs: Math.max(...lasts),
      },
    ];
  });
  return lines
    .map((line) => ({ ...line, rank: 1 + lines.filter((other) => before(other, line) < 0).length }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
}

/** The first of each branch, then the next until there are `fillTo`; whoever is equal in everything goes along. */
export function goingOnFrom(board: readonly Line[], perBranch: number, fillTo: number): string[] {
  const taken = new Set<string>();
  for (const branch of new Set(board.map((line) => line.branch))) {
    const own = board.filter((line) => line.branch === branch);
    for (const line of own) if (own.filter((other) => before(other, line) < 0).length < perBranch) taken.add(line.name);
  }
  const rest = board.filter(({ name }) => !taken.has(name));
  const open = fillTo - taken.size;
  for (const line of rest) if (rest.filter((other) => before(other, line) < 0).length < open) taken.add(line.name);
  return [...taken].sort();
}

/** Of each branch: how many could have taken part, how many did, and all they have together. */
export function branchSumsOf(eligible: ReadonlyMap<string, number>, entrants: readonly Entrant[], sittings: readonly Sitting[]) {
  return [...eligible].map(([branch, count]) => {
    const teams = new Set(entrants.filter((one) => one.branch === branch).map(({ name }) => name));
    const own = sittings.filter(({ team }) => teams.has(team));
    return { branch, eligible: count, participants: own.length, sumMilli: own.reduce((all, one) => all + milliOf(one), 0n) };
  });
}

/** Branches by the share of their people who took part, the best `most` of those with at least `percent`, as fractions: no rounding. */
export function honouredBranches(sums: ReturnType<typeof branchSumsOf>, percent: bigint, most: number): [string, number][] {
  const rates = sums.map(({ branch, eligible, participants }) => ({ branch, sat: BigInt(participants), of: BigInt(eligible) }));
  const reaching = rates.filter(({ sat, of }) => sat * 100n >= percent * of);
  const rankOf = (one: (typeof rates)[number]) => 1 + reaching.filter((other) => other.sat * one.of > one.sat * other.of).length;
  return reaching.map((one): [string, number] => [one.branch, rankOf(one)]).filter(([, rank]) => rank <= most);
}

/** One gold, so many silver, and bronze for so many percent of all lines, a part of one counting as one; who shares the place shares the medal. */
export function medalsOf(board: readonly Line[], silver: number, bronzePercent: number): [string, string, number][] {
  const bronzeTo = 1 + silver + Math.ceil((board.length * bronzePercent) / 100);
  const medalAt = (rank: number) => (rank <= 1 ? "gold" : rank <= 1 + silver ? "silver" : rank <= bronzeTo ? "bronze" : null);
  return board.flatMap(({ name, rank }): [string, string, number][] => {
    const medal = medalAt(rank);
    return medal ? [[medal, name, rank]] : [];
  });
}
