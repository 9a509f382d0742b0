import { CircleCheck, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import type { PromptTold } from "./use-game.ts";
import type { Saying } from "./use-say.ts";

type AskedProps = Readonly<{ asks: NonNullable<PromptTold["asks"]>; isOpen: boolean; saying: Saying }>;

/** The questions that the host has shown, each with a press for whoever wonders too. */
export function AskedPart({ asks, isOpen, saying }: AskedProps): ReactNode {
  const t = useTranslations("live.prompt");
  if (asks.length === 0) return <p className="text-muted">{t("noAsks")}</p>;
  return (
    <ul className="grid gap-2">
      {asks.map(({ id, body, votes, isAnswered }) => (
        <li key={id} className="grid gap-2 rounded-md border border-line bg-raised px-4 py-3">
          <span lang="zh-CN">{body}</span>
          <span className="flex items-center justify-between gap-3">
            {isAnswered ? (
              <span className="inline-flex items-center gap-1 text-pine">
                <CircleCheck aria-hidden className="size-5" />
                {t("answered")}
              </span>
            ) : (
              <Button
                compact
                aria-pressed={saying.isVoted(id)}
                disabled={!isOpen}
                onClick={() => void saying.say({ kind: "vote", askId: id, isOn: !saying.isVoted(id) })}
              >
                <ThumbsUp aria-hidden className="size-4" />
                {t(saying.isVoted(id) ? "voted" : "vote")}
              </Button>
            )}
            <span className="tabular text-muted">{t("wished", { count: votes })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
