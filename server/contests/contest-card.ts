import { z } from "zod";
import { isFrozen } from "#domain/boards/freeze.ts";
import { worthOf } from "#domain/contests/full-marks.ts";
import { type PhasedContest, phaseOf } from "#domain/contests/phase.ts";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { type ContestSubject, lastCloseOf } from "./find-contest.ts";

/** What a member may know of a contest before playing it. */
export const contestCardSchema = z.object({
  slug: z.string(),
  title: z.string(),
  intro: z.string(),
  branchName: z.string(),
  phase: z.string(),
  opensAt: z.date(),
  closesAt: z.date(),
  lobbyOpensAt: z.date(),
  questions: z.number(),
  worth: z.number(),
  /** Until then the published results may be appealed, and boards say so (D7); null: not, or no longer. */
  appealUntil: z.date().nullable(),
  /** From when the public board stands still until it is released (D6); null: never. */
  freezeAt: z.date().nullable(),
  isFrozen: z.boolean(),
  rules: contestRulesSchema,
});

/** A loaded contest as the rules of phases want it. */
export function phasedContest(contest: ContestSubject): PhasedContest {
  const { publishedAt, opensAt, closesAt, resultsAt, cancelledAt, rules } = contest;
  const lastEndsAt = new Date(lastCloseOf(contest).getTime() + rules.allowanceMs);
  return { publishedAt, opensAt, closesAt, lastEndsAt, resultsAt, cancelledAt, lobbyMs: rules.lobbyMs };
}

/** A contest's public card: counts and rules, never the blueprint's categories nor a question. */
export function contestCard(contest: ContestSubject, now: Date): z.input<typeof contestCardSchema> {
  const { slug, title, intro, branchName, opensAt, closesAt, rules, blueprint } = contest;
  return {
    slug,
    title,
    intro,
    branchName,
    phase: phaseOf(phasedContest(contest), now),
    opensAt,
    closesAt,
    lobbyOpensAt: new Date(opensAt.getTime() - rules.lobbyMs),
    questions: blueprint.reduce((sum, line) => sum + line.count, 0),
    worth: worthOf(blueprint),
    appealUntil: contest.appealUntil && contest.appealUntil > now ? contest.appealUntil : null,
    freezeAt: contest.freezeAt,
    isFrozen: isFrozen(contest, now),
    rules,
  };
}
