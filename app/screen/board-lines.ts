import type { JsonOf } from "#app/contests/json-of.ts";
import { pointsText } from "#app/contests/points-text.ts";
import type { getContestScreen } from "#server/boards/get-contest-screen.ts";
import type { ScreenLine } from "./screen-lines.tsx";

export type PublicBoard = JsonOf<typeof getContestScreen>["board"];

/** The places as lines of a screen, with the names that the printed rules show. */
export const personLines = ({ places }: Pick<PublicBoard, "places">, anonymous: string): ScreenLine[] =>
  (places ?? []).map(({ rank, name, branchName, scoreMilli }, at) => ({
    ...{ key: String(at), rank, name: name ?? branchName ?? anonymous, value: pointsText(scoreMilli) },
    under: name ? (branchName ?? undefined) : undefined,
  }));

/** The teams as lines of a screen, each with how many of its members have a result. */
export const teamLines = ({ teams }: Pick<PublicBoard, "teams">, anonymous: string): ScreenLine[] =>
  (teams?.places ?? []).map(({ rank, name, scoreMilli, played, members }, at) => ({
    ...{ key: String(at), rank, name: name ?? anonymous, under: `${played}/${members}`, isUnderKept: true, value: pointsText(scoreMilli) },
  }));

export const valueText = (formula: string, milli: number): string =>
  formula === "participation" ? `${pointsText(milli)}%` : pointsText(milli);

/** The branches as lines of a screen, each with who took part of whom. */
export const branchLines = ({ branches, formula }: Pick<PublicBoard, "branches" | "formula">): ScreenLine[] =>
  (branches ?? []).map(({ rank, name, valueMilli, participants, eligible }) => ({
    ...{ key: name, rank, name, under: `${participants}/${eligible}`, isUnderKept: true, value: valueText(formula, valueMilli) },
  }));
