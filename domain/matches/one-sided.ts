import { type ArenaGame, pairOf } from "./arena.ts";

/** Duels of one pair that all went the same way, from how many on: for a person to look at, never a punishment by itself (A8). */
export const ONE_SIDED_FROM = 3;

/** Pairs of an arena of whom one has won every one of several duels, whether those counted or not; who won comes first. */
export function oneSidedPairs(games: readonly ArenaGame[]): { winner: number; loser: number; games: number }[] {
  const wins = new Map<string, { winner: number; loser: number; games: number }>();
  const met = new Map<string, number>();
  for (const game of games) {
    if (game.endedAt === null) continue;
    const [one, other] = game.players;
    met.set(pairOf(game), (met.get(pairOf(game)) ?? 0) + 1);
    if (one.result === other.result) continue;
    const [winner, loser] = one.result > other.result ? [one.personId, other.personId] : [other.personId, one.personId];
    const name = `${winner} ${loser}`;
    wins.set(name, { winner, loser, games: (wins.get(name)?.games ?? 0) + 1 });
  }
  return [...wins.values()]
    .filter(({ winner, loser, games: won }) => {
      const pair = [winner, loser].toSorted((a, b) => a - b).join();
      return won >= ONE_SIDED_FROM && won === met.get(pair);
    })
    .toSorted((one, other) => other.games - one.games || one.winner - other.winner);
}
