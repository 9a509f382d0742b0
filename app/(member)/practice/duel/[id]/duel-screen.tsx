"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ServerTime } from "#app/contests/server-time.ts";
import { useTimeLeft } from "#app/contests/use-time-left.ts";
import { Notice } from "#ui/notice.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { DuelDone } from "./duel-done.tsx";
import { DuelQuestion } from "./duel-question.tsx";
import { DuelResult } from "./duel-result.tsx";
import { LeaveMatch } from "./leave-match.tsx";
import type { MatchView } from "./match-view.ts";
import { Seats } from "./seats.tsx";
import { useMatch } from "./use-match.ts";

/** A game from its first second to its result. */
export function DuelScreen({ start }: { start: MatchView }): ReactNode {
  const t = useTranslations("duel");
  const { match, time, isAway, refused, isSending, answer, leave } = useMatch(start);
  const { stage, slot, total, question, answered, done, hasLeft, until } = match;
  if (stage === "over") return <DuelResult match={match} />;
  return (
    <div className="grid gap-4">
      <Seats match={match} />
      {isAway && <Notice kind="warning">{t("offline")}</Notice>}
      <RefusalNotice code={refused} />
      {hasLeft ? (
        <p role="status">{t("hasLeft")}</p>
      ) : (
        <>
          {stage === "soon" && <Soon words="soon" time={time} until={until} />}
          {stage === "open" &&
            (question ? (
              <DuelQuestion
                key={slot}
                id={match.id}
                total={total}
                question={question}
                answered={answered}
                time={time}
                until={until}
                windowMs={match.windowMs}
                isSending={isSending}
                onAnswer={(response) => void answer({ slot: question.slot, version: question.version, response })}
              />
            ) : (
              <p role="status">{t("withheld")}</p>
            ))}
          {stage === "told" && (
            <>
              {done.map((one) => (
                <DuelDone key={one.slot} done={one} total={total} seat={match.seat} isFresh />
              ))}
              <Soon words="next" time={time} until={until} />
            </>
          )}
          <LeaveMatch onLeave={leave} />
        </>
      )}
    </div>
  );
}

type SoonProps = { words: "soon" | "next"; time: ServerTime | null; until: string };

/** How long until the next question. */
function Soon({ words, time, until }: SoonProps): ReactNode {
  const t = useTranslations("duel");
  return (
    <div className="grid gap-1">
      {words === "soon" && (
        <p role="status" className="font-display font-semibold text-xl">
          {t("soon")}
        </p>
      )}
      {time && <Countdown words={words === "soon" ? "soonHint" : "next"} time={time} until={until} />}
    </div>
  );
}

function Countdown({ words, time, until }: { words: "soonHint" | "next"; time: ServerTime; until: string }): ReactNode {
  const t = useTranslations("duel");
  const left = useTimeLeft(time, Date.parse(until), () => undefined);
  return <p className="tabular text-muted">{t(words, { seconds: Math.ceil(left / 1_000) })}</p>;
}
