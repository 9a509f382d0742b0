import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "#ui/badge.tsx";
import { LinkCard } from "#ui/card.tsx";

type Contest = Readonly<{
  slug: string;
  title: string;
  phase: string;
  branchName: string;
  opensAt: Date;
  closesAt: Date;
  attemptsAllowed: number;
  attemptsUsed: number;
  triesOf: "contest" | "day";
}>;

const tones: Readonly<Record<string, Tone>> = { open: "seal", lobby: "seal", announced: "indigo", closing: "amber" };

/** A contest in the list of today: its phase, and in words how long until the next moment that matters. */
export function ContestLine({ contest, now }: { contest: Contest; now: Date }): ReactNode {
  const t = useTranslations("home");
  const format = useFormatter();
  const { slug, title, phase, branchName, opensAt, closesAt, attemptsAllowed, attemptsUsed, triesOf } = contest;
  const isComing = phase === "announced" || phase === "lobby";
  const when = format.relativeTime(isComing ? opensAt : closesAt, now);
  const used = attemptsUsed >= attemptsAllowed ? t(triesOf === "day" ? "allUsedToday" : "allUsed") : null;
  return (
    <LinkCard
      href={`/contests/${slug}`}
      title={title}
      lead={
        <span className="flex flex-wrap gap-x-3">
          <span>{branchName}</span>
          {(isComing || phase === "open") && <span>{t(isComing ? "opensIn" : "closesIn", { when })}</span>}
          {phase === "open" && used && <span>{used}</span>}
        </span>
      }
      aside={<Badge tone={tones[phase] ?? "plain"}>{t(`phases.${phase}`)}</Badge>}
    />
  );
}
