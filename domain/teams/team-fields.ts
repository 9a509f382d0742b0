import { compareRank, type RankFields } from "#domain/boards/rank-key.ts";
import type { TeamRules } from "./team-rules.ts";

/** What a team came to, and of how many members it is made; `counted` of them gave something to it, `sumMilli` together. */
export type TeamResult = RankFields & { readonly played: number; readonly counted: number; readonly sumMilli: number };

const sumOf = (results: readonly RankFields[], field: "scoreMilli" | "rightCount" | "totalMs") =>
  results.reduce((sum, result) => sum + result[field], 0);

/** half-up, in whole numbers: no float decides a place. */
const meanOf = (sum: number, count: number) => Number((2n * BigInt(sum) + BigInt(count)) / (2n * BigInt(count)));

/**
 * The result of a team out of the counted results of its members (D4): the mean over all `members`, of whom the absent count as
 * nothing; the sum; or the sum of the best n. Right answers and time are those of the results that counted, the last scoring answer is the
 * latest of them. Null for a team of which nobody has a counted result: it has no place. In captain mode there is one result, the captain's.
 */
export function teamResultOf(rules: Pick<TeamRules, "play" | "score" | "topN">, results: readonly RankFields[], members: number) {
  if (results.length === 0) return null;
  const best = results.toSorted(compareRank);
  const counted = rules.play === "captain" ? best.slice(0, 1) : rules.score === "top_n" ? best.slice(0, rules.topN) : best;
  const sum = sumOf(counted, "scoreMilli");
  const isMean = rules.play === "everyone" && rules.score === "mean";
  const result: TeamResult = {
    scoreMilli: isMean ? meanOf(sum, Math.max(members, results.length)) : sum,
    rightCount: sumOf(counted, "rightCount"),
    totalMs: sumOf(counted, "totalMs"),
    lastScoringMs: Math.max(...counted.map(({ lastScoringMs }) => lastScoringMs)),
    played: results.length,
    counted: counted.length,
    sumMilli: sum,
  };
  return result;
}
