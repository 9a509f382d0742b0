import { z } from "zod";
import { integrityOf } from "#domain/integrity/absences.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ContestRules } from "./rules.ts";

const LONGEST_MS = 366 * 86_400_000;

/**
 * A period in which the contest may be tried without its counting: the window, from the contest's opening (before it is negative), so
 * that a copy at another date keeps it. `fromPool`: with questions that the contest itself may ask; else only with those one may practise.
 */
export const rehearsalRulesSchema = z
  .strictObject({
    fromMs: z.int().min(-LONGEST_MS).max(LONGEST_MS),
    untilMs: z.int().min(-LONGEST_MS).max(LONGEST_MS).default(0),
    attempts: z.int().min(1).max(20).default(3),
    fromPool: z.boolean().default(false),
  })
  .superRefine(({ fromMs, untilMs }, context) => {
    if (untilMs <= fromMs) context.addIssue({ code: "custom", path: ["untilMs"], message: "closes-before-it-opens" });
  });
export type RehearsalRules = z.output<typeof rehearsalRulesSchema>;

type Window = { readonly opensAt: Date; readonly closesAt: Date };

/** When the contest may be tried, half-open; null where its rules give no such period. */
export function rehearsalWindow({
  rules,
  opensAt,
}: {
  readonly rules: Pick<ContestRules, "rehearsal">;
  readonly opensAt: Date;
}): Window | null {
  const { rehearsal } = rules;
  if (!rehearsal) return null;
  const at = (ms: number) => new Date(opensAt.getTime() + ms);
  return { opensAt: at(rehearsal.fromMs), closesAt: at(rehearsal.untilMs) };
}

/** What the start of a rehearsal depends on. `isSitting`: an attempt that counts is running, which leaves no time for another. */
export type RehearsalFacts = Readonly<{ window: Window; now: Date; attempts: number; attemptsUsed: number; isSitting: boolean }>;

/** Whether one may begin: "ok", or the refusal: `not-open`, `closed`, `attempt-running`, `no-attempts-left`; instants in ISO. */
export function mayRehearse({ window, now, attempts, attemptsUsed, isSitting }: RehearsalFacts): "ok" | Refusal {
  if (now < window.opensAt) return new Refusal("not-open", { opensAt: window.opensAt.toISOString() });
  if (now >= window.closesAt) return new Refusal("closed", { closesAt: window.closesAt.toISOString() });
  if (isSitting) return new Refusal("attempt-running");
  return attemptsUsed < attempts ? "ok" : new Refusal("no-attempts-left", { attempts });
}

/**
 * The rules by which a paper of a rehearsal is played and looked back at. Leaving the page is nobody's business. Everything is told when it
 * is handed in; but of questions the contest may still ask, what is right is told no sooner than the contest's rules say, and never before
 * it is over.
 */
export function rulesOfRehearsal<Rules extends Pick<ContestRules, "rehearsal" | "review" | "integrity">>(rules: Rules): Rules {
  const { answers, keys } = rules.review;
  const later = (moment: typeof keys) => (moment === "submitted" ? "closed" : moment);
  const review = rules.rehearsal?.fromPool
    ? { score: "submitted" as const, answers: later(answers), keys: later(keys) }
    : { score: "submitted" as const, answers: "submitted" as const, keys: "submitted" as const };
  return { ...rules, review, integrity: { ...integrityOf(rules), leave: "off" as const, handInAfter: null, watermark: false } };
}
