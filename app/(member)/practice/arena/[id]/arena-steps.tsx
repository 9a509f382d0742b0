import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";
import type { ArenaPage } from "./page.tsx";

type Step = ArenaPage["steps"][number];

/** Why one has so many points: every own duel in the order in which they ended, with what it gave. */
export function ArenaSteps({ steps }: { steps: ArenaPage["steps"] }): ReactNode {
  const t = useTranslations("arena");
  let sum = 0;
  const lines = steps.map((step, at) => {
    sum += step.points;
    return { step, at, sum };
  });
  return (
    <ol className="grid gap-2">
      {lines.map(({ step, at, sum: soFar }) => (
        <li
          key={at}
          className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 rounded-md border border-line bg-raised px-3 py-2 sm:px-4"
        >
          <span className="grid">
            <span>{step.result === null || step.otherResult === null ? t("runs") : <Ending step={step} />}</span>
            <span className="text-muted text-sm">
              {step.endedAt && <TimeText at={step.endedAt} />}
              {step.verdict !== "counts" && step.verdict !== "runs" && <> · {t(`verdicts.${step.verdict}`)}</>}
            </span>
          </span>
          <span className="tabular text-end">
            <strong>{t(step.isDouble && step.points > 0 ? "gaveDouble" : "gave", { points: step.points })}</strong>
            <span className="ms-2 text-muted text-sm">{t("soFar", { points: soFar })}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** How a duel ended, in words: whoever went away has no number. */
function Ending({ step: { score, result, otherResult } }: { step: Step }): ReactNode {
  const t = useTranslations("arena.endings");
  const [right, other] = [result ?? 0, otherResult ?? 0];
  if (right < 0) return t(other < 0 ? "bothLeft" : "lostLeft");
  if (other < 0) return t("wonLeft");
  if (right === 0 && other === 0) return t("none");
  return t(score === 1 ? "won" : score === 0 ? "lost" : "drew", { right, other });
}
