import { and, eq, isNotNull, or } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { questions } from "#db/schema/questions.ts";
import { reviewCards } from "#db/schema/reviews.ts";
import { reviewAllowed } from "#domain/contests/phase.ts";
import { findAttempt } from "#server/attempts/find-attempt.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { findPractice, verdictsOf } from "#server/practices/find-practice.ts";
import { keptAmong } from "#server/rehearsals/kept-among.ts";

export const REPORTED_FROM = ["attempt", "practice", "review"] as const;
type Place = Readonly<{ from: (typeof REPORTED_FROM)[number]; id: number; slot: number }>;
type Revealed = Readonly<{ versionId: number; contestId: number | null }>;

async function inAttempt(tx: Tx, personId: number, { id, slot }: Place, now: Date): Promise<Revealed | undefined> {
  const attempt = await findAttempt(tx, id);
  const versionId = attempt?.versionIds[slot];
  if (!attempt || attempt.personId !== personId || attempt.state === "in_progress" || versionId === undefined) return undefined;
  const contest = await findContestById(tx, attempt.contestId);
  if (!contest) return undefined;
  const { answers, keys } = attempt.rules.review;
  const isOpen = [answers, keys].every((moment) => reviewAllowed(moment, { attempt, contest: phasedContest(contest), now }));
  if (!isOpen || (attempt.isRehearsal && (await keptAmong(tx, personId, [versionId], now)).size > 0)) return undefined;
  return { versionId, contestId: attempt.isRehearsal ? null : attempt.contestId };
}

async function inPractice(tx: Tx, personId: number, { id, slot }: Place): Promise<Revealed | undefined> {
  const practice = await findPractice(tx, id, personId);
  if (!practice || (practice.mode === "mock" && practice.finishedAt === null)) return undefined;
  const answered = (await verdictsOf(tx, id)).find((one) => one.slot === slot);
  return answered && { versionId: answered.versionId, contestId: null };
}

/** A card of the own book that was answered: its verdict has been told. */
async function inReview(tx: Tx, personId: number, { id }: Place): Promise<Revealed | undefined> {
  const [card] = await tx
    .select({ versionId: questions.publishedVersionId })
    .from(reviewCards)
    .innerJoin(questions, eq(questions.id, reviewCards.questionId))
    .where(
      and(
        ...[eq(reviewCards.personId, personId), eq(reviewCards.questionId, id)],
        or(isNotNull(reviewCards.wrongAt), isNotNull(reviewCards.rightAt)),
      ),
    );
  return card?.versionId ? { versionId: card.versionId, contestId: null } : undefined;
}

/** Which wording of a question a person has been told the answer of, at a place of one's own; nothing before it was told. */
export function revealedVersion(tx: Tx, personId: number, place: Place, now: Date): Promise<Revealed | undefined> {
  if (place.from === "attempt") return inAttempt(tx, personId, place, now);
  return place.from === "practice" ? inPractice(tx, personId, place) : inReview(tx, personId, place);
}
