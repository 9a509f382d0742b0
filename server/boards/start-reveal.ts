import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { reveals } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { isFrozen } from "#domain/boards/freeze.ts";
import { viewOf } from "#domain/boards/near-view.ts";
import { REVEAL_BOARDS } from "#domain/boards/reveal.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { type ContestSubject, findContest } from "#server/contests/find-contest.ts";
import { refuseWhileRunning } from "#server/contests/release-board.ts";
import { countWaiting } from "#server/marking/read-essays.ts";
import { command } from "#server/verb.ts";
import { findReveal } from "./find-reveal.ts";
import { revealScript } from "./reveal-script.ts";

async function refuseUnlessReady(tx: Tx, contest: ContestSubject, board: (typeof REVEAL_BOARDS)[number], now: Date): Promise<Date> {
  const { freezeAt, frozenAt, rules } = contest;
  if (freezeAt === null || frozenAt === null || !isFrozen(contest, now)) throw new Refusal("not-frozen");
  // What the printed rules tell nobody is not shown to a hall either.
  const told = { persons: viewOf(rules.board) === "full", branches: rules.board.branches, teams: rules.team !== undefined };
  if (!told[board]) throw new Refusal("board-keeps-places", { field: "board" });
  await refuseWhileRunning(tx, contest, now);
  const count = await countWaiting(tx, contest.id);
  if (count > 0) throw new Refusal("answers-wait", { count });
  return freezeAt;
}

/**
 * Begins the ceremony of a frozen board (D6) once everybody has finished and everything is marked, or begins it anew (`anew`), as it must
 * after a ruling. Asked again without that, it goes on where it was.
 */
export const startReveal = command({
  at: "POST /api/desk/contests/:slug/reveal",
  input: z.strictObject({
    slug: z.string().max(80),
    board: z.enum(REVEAL_BOARDS),
    /** So many first places are announced one by one. */
    awardPlaces: z.coerce.number().int().min(0).max(50).default(3),
    anew: z.boolean().default(false),
  }),
  output: z.object({ step: z.number(), seq: z.number() }),
  refusals: ["not-frozen", "board-keeps-places", "not-closed-yet", "still-running", "answers-wait", "reveal-too-large"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { board, awardPlaces, anew }, context) {
    const { now, viewer } = context;
    const freezeAt = await refuseUnlessReady(tx, contest, board, now);
    const running = await findReveal(tx, contest.id, board, "for-update");
    if (running && !anew) return { step: running.step, seq: running.seq };
    const begun = {
      script: await revealScript(tx, { ...contest, freezeAt }, board, awardPlaces),
      ...{ step: 0, seq: (running?.seq ?? 0) + 1, startedBy: viewer.personId, startedAt: now, movedAt: now },
    };
    const [row] = await tx
      .insert(reveals)
      .values({ contestId: contest.id, board, ...begun })
      .onConflictDoUpdate({ target: [reveals.contestId, reveals.board], set: begun })
      .returning({ step: reveals.step, seq: reveals.seq });
    await writeAudit(tx, {
      ...{ context, action: "contest.reveal", object: "contest", objectId: contest.id, branchId: contest.branchId },
      after: { board, anew: running !== undefined },
    });
    return row ?? { step: 0, seq: begun.seq };
  },
});
