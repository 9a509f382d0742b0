// What a contest of levels and its teams come to by the rules as they are printed (D4.6, D4): not a line of the code it is compared with.

/** An answer in the order of the paper; `atMs`: when it was given. */
export type Given = Readonly<{ isRight: boolean; atMs: number }>;
export type LevelsSat = Readonly<{ person: number; team: string; startedMs: number; answers: readonly Given[] }>;
export type LevelsPrinted = Readonly<{ perLevel: number; worth: number; gates: readonly number[] }>;
export type TeamPrinted = Readonly<{ score: "mean" | "sum" | "top_n"; topN: number; players: number; captains?: ReadonlySet<number> }>;
type Came = Readonly<{ milli: number; right: number; ms: number; lastMs: number }>;

/** Points of each answer: ten and the same away; the second in a row two tens more, the third three; the last of a level twice. */
function pointsOf(answers: readonly Given[], { perLevel, worth }: LevelsPrinted): number[] {
  return answers.map(({ isRight }, at) => {
    let row = 0;
    while (row <= at && answers[at - row]?.isRight) row += 1;
    const gives = isRight ? worth + (row >= 2 ? row * worth : 0) : -worth;
    return at % perLevel === perLevel - 1 ? 2 * gives : gives;
  });
}

/** How many questions somebody is asked who answers like this: the gate of each level but the last lets on by that level's points. */
export function askedOf(signs: readonly boolean[], printed: LevelsPrinted): number {
  const points = pointsOf(
    signs.map((isRight) => ({ isRight, atMs: 0 })),
    printed,
  );
  for (const [level, gate] of printed.gates.entries()) {
    const own = points.slice(level * printed.perLevel, (level + 1) * printed.perLevel);
    if (own.reduce((sum, each) => sum + each, 0) < gate) return Math.min(signs.length, (level + 1) * printed.perLevel);
  }
  return signs.length;
}

/** What one person comes to. `opensMs`: the last right answer is told from the opening. */
export function cameTo({ answers, startedMs }: LevelsSat, printed: LevelsPrinted, opensMs: number): Came {
  const sum = pointsOf(answers, printed).reduce((all, each) => all + each, 0);
  const right = answers.filter(({ isRight }) => isRight);
  return {
    milli: Math.max(0, sum),
    right: right.length,
    ms: Math.max(0, ...answers.map(({ atMs }) => atMs - startedMs)),
    lastMs: Math.max(0, ...right.map(({ atMs }) => atMs - opensMs)),
  };
}

const isBefore = (a: Came, b: Came): boolean =>
  ([b.milli - a.milli, b.right - a.right, a.ms - b.ms, a.lastMs - b.lastMs].find((by) => by !== 0) ?? 0) < 0;

/** Places 1-2-2-4. */
export const inPlaces = <Line extends Came>(lines: readonly Line[]): (Line & { rank: number })[] =>
  lines.map((line) => ({ ...line, rank: 1 + lines.filter((other) => isBefore(other, line)).length }));

/** Teams of which somebody has a result: mean over all players half up, the sum, or the best n; right ones and times of those who count. */
export function teamsOf(
  sat: readonly LevelsSat[],
  printed: LevelsPrinted,
  { score, topN, players, captains }: TeamPrinted,
  opensMs: number,
) {
  const lines = [...new Set(sat.map(({ team }) => team))].map((name) => {
    const own = sat
      .filter(({ team, person }) => team === name && (captains === undefined || captains.has(person)))
      .map((one) => cameTo(one, printed, opensMs))
      .toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
    const counted = score === "top_n" && captains === undefined ? own.slice(0, topN) : own;
    const sum = (of: (one: Came) => number) => counted.reduce((all, one) => all + of(one), 0);
    const [milli, n] = [sum((one) => one.milli), players];
    const isMean = score === "mean" && captains === undefined;
    return {
      ...{ name, milli: isMean ? Math.floor((2 * milli + n) / (2 * n)) : milli, right: sum((one) => one.right), ms: sum((one) => one.ms) },
      lastMs: Math.max(...counted.map((one) => one.lastMs)),
    };
  });
  return inPlaces(lines).sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
}
