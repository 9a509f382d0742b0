import type { Tx } from "#db/client.ts";
import { isFrozen } from "#domain/boards/freeze.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import type { Effect } from "./effect.ts";

/** Whether anybody could have seen a score or a place before the results were published. */
const wasSeen = ({ review, board }: ContestRules) =>
  review.score === "submitted" || review.score === "closed" || board.moves !== "published";

type Told = Readonly<{ contest: ContestSubject; cause: "ruling" | "override" | "sanction"; dedupe: string }>;

/**
 * Tells everyone whose marks, place or certificate a ruling changed (D7), or a mark set by hand; whose marks changed is led to the own paper. Neither the reason nor the key is in a notice: those stand where
 * the rules of the contest open them.
 */
export async function tellAffected(
  tx: Tx,
  { contest, cause, dedupe }: Told,
  effect: Pick<Effect, "lines" | "certificates">,
  now: Date,
): Promise<number> {
  const { title, slug, rules, resultsAt } = contest;
  const path = `/contests/${slug}`;
  if (resultsAt === null && !wasSeen(rules)) return 0;
  const marked = effect.lines.filter(({ scoreBefore, scoreAfter }) => scoreBefore !== scoreAfter).map(({ personId }) => personId);
  const isMarked = new Set(marked);
  // While the board is frozen nobody is told a place, and neither that it moved (D6).
  const places = isFrozen(contest, now) ? [] : effect.lines;
  const moved = places.filter(({ personId, rankBefore, rankAfter }) => !isMarked.has(personId) && rankBefore !== rankAfter);
  const told = { params: { title }, path, now };
  const sums = [
    await giveNotice(tx, { ...told, personIds: marked, kind: `${cause}-marks`, path: `${path}/attempts/mine`, dedupe }),
    await giveNotice(tx, { ...told, personIds: moved.map(({ personId }) => personId), kind: `${cause}-places`, dedupe }),
    await giveNotice(tx, {
      ...told,
      ...{ personIds: effect.certificates.map(({ personId }) => personId), kind: `${cause}-certificate`, path: "/me/certificates" },
      dedupe: `${dedupe} certificate`,
    }),
  ];
  return sums.reduce((all, each) => all + each, 0);
}
