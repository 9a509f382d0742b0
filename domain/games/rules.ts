import { z } from "zod";

/** How an answer is worth more or less by its time (D3): not at all, mildly, or as Kahoot does it. */
export const GAME_MODES = ["accuracy", "mild", "classic"] as const;
export type GameMode = (typeof GAME_MODES)[number];

/** Everybody alone; a team has the mean of its members; a team has what its captain answers. */
export const GAME_TEAMS = ["none", "mean", "captain"] as const;
export type GameTeams = (typeof GAME_TEAMS)[number];

/** Questions that a thumb answers: what a room can be asked, and a screen can count. */
export const GAME_KINDS = ["single", "multiple", "indefinite", "truefalse"] as const;

const USUAL_IDLE_MS = 3 * 3_600_000;

/** What a game prints and plays by. Durations in ms. */
export const gameRulesSchema = z.strictObject({
  mode: z.enum(GAME_MODES).default("accuracy"),
  /** How long a question is open for somebody whose personal factor is 100 %. */
  windowMs: z.int().min(5_000).max(240_000).default(20_000),
  /** Milli-points of a question that brings no worth of its own; whole points, for the speed modes round to them. */
  worth: z.int().min(0).max(2_000_000).multipleOf(1_000).default(1_000_000),
  allowChange: z.boolean().default(false),
  team: z.enum(GAME_TEAMS).default("none"),
  /** Whose names the boards bear: the people's, or only their branches'. */
  names: z.enum(["names", "branch"]).default("names"),
  /** Answers close as soon as everybody who is there has answered. */
  autoClose: z.boolean().default(false),
  /** A game that was begun and that no host has touched for so long ends by itself. */
  idleMs: z
    .int()
    .min(10 * 60_000)
    .max(24 * 3_600_000)
    .default(USUAL_IDLE_MS),
});
export type GameRules = z.output<typeof gameRulesSchema>;

/** The most questions of one game. */
export const MOST_QUESTIONS = 100;
