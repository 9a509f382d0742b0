import { z } from "zod";
import { BOARD_VIEWS } from "#domain/contests/rules.ts";
import { blankable, idSchema, lineSchema, textSchema } from "#server/input-schemas.ts";
import { momentSchema } from "#server/meetings/meeting-fields.ts";

/** How many duels with one and the same opponent count when nobody says it, and at most. */
const PER_OPPONENT = 3;
const MOST_PER_OPPONENT = 20;

/** What is filled in of an arena. */
export const arenaFields = {
  title: lineSchema(120),
  intro: blankable(textSchema(500)),
  /** Whose people play in it, with everybody below. */
  branchId: idSchema,
  opensAt: momentSchema,
  closesAt: momentSchema,
  perOpponent: z.coerce.number().int().min(1).max(MOST_PER_OPPONENT).default(PER_OPPONENT),
  view: z.enum(BOARD_VIEWS).default("near"),
};
export type ArenaFields = z.output<z.ZodObject<typeof arenaFields>>;

/** The fields as the table has them. */
export const columnsOfArena = ({ intro, ...fields }: ArenaFields) => ({ ...fields, intro: intro ?? "" });
