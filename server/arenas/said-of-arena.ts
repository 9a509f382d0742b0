import { z } from "zod";
import { BOARD_VIEWS } from "#domain/contests/rules.ts";
import { ARENA_PHASES } from "#domain/matches/shared-arena.ts";

/** What a line of a list says of an arena, to whomever it is said. */
export const arenaLineSchema = z.object({
  id: z.number(),
  title: z.string(),
  branchName: z.string(),
  opensAt: z.date(),
  closesAt: z.date(),
  phase: z.enum(ARENA_PHASES),
});

/** What its own page says of an arena, to its people and to who runs it. */
export const arenaSchema = arenaLineSchema.extend({
  intro: z.string(),
  perOpponent: z.number(),
  view: z.enum(BOARD_VIEWS),
  endReason: z.string(),
  isOn: z.boolean(),
  /** Whether the board was laid down. */
  isFinal: z.boolean(),
});
