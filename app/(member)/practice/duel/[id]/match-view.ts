import type { getMatch } from "#server/matches/get-match.ts";
import type { Verb } from "#server/verb.ts";

type Match = typeof getMatch extends Verb<infer Value> ? Value : never;

/** A match as JSON says it. */
export type MatchView = Omit<Match, "until" | "serverNow" | "answered"> &
  Readonly<{
    until: string;
    serverNow: string;
    answered: Readonly<{ response: NonNullable<Match["answered"]>["response"]; at: string }> | null;
  }>;
export type DoneView = MatchView["done"][number];
