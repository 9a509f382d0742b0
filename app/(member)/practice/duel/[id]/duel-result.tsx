import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { LinkButton } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { DuelDone } from "./duel-done.tsx";
import type { MatchView } from "./match-view.ts";
import { Seats } from "./seats.tsx";

/** Who had most right, in one word and no more: whoever left did not finish. */
function outcomeOf({ players, seat }: MatchView): "won" | "drew" | "lost" {
  const own = players.find((player) => player.seat === seat);
  const others = players.filter((player) => player.seat !== seat && !player.hasLeft);
  const most = Math.max(-1, ...others.map(({ rightCount }) => rightCount));
  if (!own || own.hasLeft || own.rightCount < most) return "lost";
  return own.rightCount === most ? "drew" : "won";
}

/** The end: what was right, measured by oneself, what to read again, and each question with its reasons. */
export function DuelResult({ match }: { match: MatchView }): ReactNode {
  const t = useTranslations("duel");
  const { done, total, seat, players, hasLeft, progress, arena } = match;
  const right = players.find((player) => player.seat === seat)?.rightCount ?? 0;
  const wrong = done.filter(({ response, isRight }) => response !== null && !isRight).length;
  const whole = useRef<HTMLParagraphElement>(null);
  useEffect(() => whole.current?.focus(), []);
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p ref={whole} tabIndex={-1} className="tabular font-display font-semibold text-2xl outline-none">
          {t("over", { right, total })}
        </p>
        {!hasLeft && <p>{t(outcomeOf(match))}</p>}
        {progress && <p className="text-muted">{<Progress right={right} progress={progress} />}</p>}
        {progress?.points !== undefined && progress?.points !== null && (
          <p className="text-pine">{t("points", { points: progress.points })}</p>
        )}
        {arena && <p>{t("inArena", { title: arena.title })}</p>}
        {wrong > 0 && <p className="text-muted">{t("wrongKept", { count: wrong })}</p>}
      </div>
      <Seats match={match} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/practice/duel" look="primary">
          {t("again")}
        </LinkButton>
        {arena && <LinkButton href={`/practice/arena/${arena.id}`}>{t("toArena")}</LinkButton>}
        <LinkButton href="/review">{t("toReview")}</LinkButton>
      </div>
      <Section title={t("each")}>
        <div className="grid gap-3">
          {done.map((one) => (
            <DuelDone key={one.slot} done={one} total={total} seat={seat} />
          ))}
        </div>
      </Section>
    </div>
  );
}

/** Against oneself: what was reached before, on average. */
function Progress({ right, progress }: { right: number; progress: NonNullable<MatchView["progress"]> }): ReactNode {
  const t = useTranslations("duel");
  const { matchesBefore: matches, rightBefore } = progress;
  if (matches === 0) return t("first");
  const average = Math.round((rightBefore / matches) * 10) / 10;
  const by = Math.round((right - average) * 10) / 10;
  if (by > 0) return t("better", { matches, by });
  return by === 0 ? t("same", { matches }) : t("below", { matches, average });
}
