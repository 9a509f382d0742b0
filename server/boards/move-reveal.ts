import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { reveals } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { REVEAL_BOARDS, stepsToPlace } from "#domain/boards/reveal.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { command } from "#server/verb.ts";
import { findReveal } from "./find-reveal.ts";
import { revealOf } from "./reveal-script.ts";

/**
 * Moves a ceremony: next, back, or to where place n comes next. `seq` is the state one saw: of two operators, and of ten presses on a slow
 * line, one moves and the others are told.
 */
export const moveReveal = command({
  at: "POST /api/desk/contests/:slug/reveal/move",
  input: z
    .strictObject({
      slug: z.string().max(80),
      board: z.enum(REVEAL_BOARDS),
      move: z.enum(["next", "back", "place"]),
      place: z.coerce.number().int().min(1).max(20_000).optional(),
      seq: z.coerce.number().int(),
    })
    .refine(({ move, place }) => move !== "place" || place !== undefined, { path: ["place"], message: "required" }),
  output: z.object({ step: z.number(), seq: z.number() }),
  refusals: ["reveal-moved-on"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { board, move, place = 1, seq }, { now }) {
    const running = await findReveal(tx, contest.id, board, "for-update");
    // One that has not begun is not where its operator thought it was either.
    if (running?.seq !== seq) throw new Refusal("reveal-moved-on");
    const { steps } = revealOf(running.script, 0);
    const wanted = move === "place" ? stepsToPlace(steps, place) : running.step + (move === "next" ? 1 : -1);
    const step = Math.max(0, Math.min(steps.length, wanted));
    if (step === running.step) return { step, seq };
    await tx
      .update(reveals)
      .set({ step, seq: seq + 1, movedAt: now })
      .where(and(eq(reveals.contestId, contest.id), eq(reveals.board, board)));
    return { step, seq: seq + 1 };
  },
});
