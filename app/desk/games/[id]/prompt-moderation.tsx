import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AskState, PromptKind, WordState } from "#domain/games/prompts.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";

export type PromptFacts = Readonly<{
  id: number;
  kind: PromptKind;
  title: string;
  isOpen: boolean;
  said: number;
  options: readonly Readonly<{ text: string; count: number }>[];
  words: readonly Readonly<{ key: string; word: string; count: number; state: WordState | null }>[];
  asks: readonly Readonly<{ id: number; body: string; name: string; votes: number; state: AskState }>[];
}>;
type Props = Readonly<{
  facts: PromptFacts;
  isBusy: boolean;
  onWords: (words: readonly string[], state: WordState) => void;
  onAsk: (askId: number, state: AskState) => void;
}>;

/** Showing is what is waited for; of what was answered or put away before it is seldom wished. */
const showLook = (state: AskState | null) => (state === null || state === "waiting" ? "secondary" : "quiet");

/** What the room said, with what only the host sees: one press shows it to all, another puts it away. */
export function PromptModeration({ facts, isBusy, onWords, onAsk }: Props): ReactNode {
  const t = useTranslations("gameDesk.prompt");
  if (facts.kind === "poll")
    return (
      <ul className="grid gap-1">
        {facts.options.map(({ text, count }) => (
          <li key={text} className="flex justify-between gap-3">
            <span lang="zh-CN">{text}</span>
            <span className="tabular">{count}</span>
          </li>
        ))}
      </ul>
    );
  if (facts.kind === "words") return <Words facts={facts} isBusy={isBusy} onWords={onWords} />;
  if (facts.asks.length === 0) return <p className="text-muted text-sm">{t("noAsks")}</p>;
  return (
    <ul className="grid divide-y divide-line">
      {facts.asks.map(({ id, body, name, votes, state }) => (
        <li key={id} className="grid gap-2 py-3">
          <span lang="zh-CN">{body}</span>
          <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
            <span>{name}</span>
            <span className="tabular">{t("wished", { count: votes })}</span>
            <Badge tone={state === "shown" ? "pine" : "plain"}>{t(`states.${state}`)}</Badge>
          </span>
          <span className="flex flex-wrap gap-2">
            {(["shown", "answered", "hidden"] as const)
              .filter((next) => next !== state)
              .map((next) => (
                <Button
                  key={next}
                  compact
                  look={next === "shown" ? showLook(state) : "quiet"}
                  disabled={isBusy}
                  onClick={() => onAsk(id, next)}
                >
                  {t(`deeds.${next}`)}
                </Button>
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Words({ facts, isBusy, onWords }: Omit<Props, "onAsk">): ReactNode {
  const t = useTranslations("gameDesk.prompt");
  const waiting = facts.words.filter(({ state }) => state === null);
  if (facts.words.length === 0) return <p className="text-muted text-sm">{t("noWords")}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-muted text-sm">{t("wordsHint")}</p>
      {waiting.length > 1 && (
        <Button
          compact
          className="justify-self-start"
          disabled={isBusy}
          onClick={() =>
            onWords(
              waiting.slice(0, 200).map(({ key }) => key),
              "shown",
            )
          }
        >
          {t("showAll", { count: waiting.length })}
        </Button>
      )}
      <ul className="grid divide-y divide-line">
        {facts.words.map(({ key, word, count, state }) => (
          <li key={key} className="flex flex-wrap items-center gap-2 py-1">
            <span lang="zh-CN" className="min-w-0 flex-1 font-medium">
              {word} <span className="tabular font-normal text-muted">{count}</span>
            </span>
            <Badge tone={state === "shown" ? "pine" : "plain"}>{t(`states.${state ?? "waiting"}`)}</Badge>
            {state !== "shown" && (
              <Button
                compact
                look={showLook(state)}
                disabled={isBusy}
                aria-label={t("showOf", { word })}
                onClick={() => onWords([key], "shown")}
              >
                {t("deeds.shown")}
              </Button>
            )}
            {state !== "hidden" && (
              <Button compact look="quiet" disabled={isBusy} aria-label={t("hideOf", { word })} onClick={() => onWords([key], "hidden")}>
                {t("deeds.hidden")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
