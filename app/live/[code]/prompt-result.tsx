import { CircleCheck, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { letterOf } from "#domain/papers/presentation.ts";
import { classNames } from "#ui/class-names.ts";
import type { Game, PromptTold } from "./use-game.ts";

type Prompt = NonNullable<Game["prompt"]>;

/** What came of a poll, a cloud or the word to the room. No colour says that anything is right: nothing is. */
export function PromptResult({ prompt, told }: { prompt: Prompt; told: PromptTold }): ReactNode {
  if (told.counts) return <Bars options={prompt.options} counts={told.counts} />;
  if (told.words) return <Cloud words={told.words} />;
  return told.asks ? <Asks asks={told.asks} /> : null;
}

function Bars({ options, counts }: { options: readonly string[]; counts: readonly number[] }): ReactNode {
  const t = useTranslations("live");
  const all = Math.max(
    1,
    counts.reduce((sum, one) => sum + one, 0),
  );
  return (
    <ul className="grid gap-3">
      {options.map((text, place) => (
        <li key={text} className="grid gap-1 rounded-md border border-line bg-raised px-4 py-3">
          <span className="flex items-baseline gap-3">
            <span className="font-bold font-display">{letterOf(place)}</span>
            <span lang="zh-CN" className="min-w-0 flex-1">
              {text}
            </span>
            <span className="tabular flex-none font-semibold">
              {t("prompt.votes", { count: counts[place] ?? 0, percent: Math.round(((counts[place] ?? 0) * 100) / all) })}
            </span>
          </span>
          <span aria-hidden className="block h-2.5 rounded-full bg-line">
            <span className="block h-2.5 rounded-full bg-indigo" style={{ width: `${((counts[place] ?? 0) * 100) / all}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}

const SIZES = ["text-[1em]", "text-[1.3em]", "text-[1.7em]", "text-[2.2em]", "text-[2.8em]"];

/** The more often said, the larger; in the order of how often, so that it is read aloud rightly too. */
function Cloud({ words }: { words: readonly Readonly<{ word: string; count: number }>[] }): ReactNode {
  const t = useTranslations("live");
  const most = Math.max(1, ...words.map(({ count }) => count));
  if (words.length === 0) return <p className="text-muted">{t("prompt.noWords")}</p>;
  return (
    <ul className="flex flex-wrap items-baseline gap-x-[0.9em] gap-y-2 rounded-md border border-line bg-raised p-5">
      {words.map(({ word, count }, at) => (
        <li key={word} className={classNames("leading-tight", SIZES[Math.round((4 * count) / most)], at < 3 && "font-semibold text-seal")}>
          <span lang="zh-CN">{word}</span> <span className="tabular align-super text-[0.45em] text-muted">{count}</span>
        </li>
      ))}
    </ul>
  );
}

function Asks({ asks }: { asks: readonly Readonly<{ id: number; body: string; votes: number; isAnswered: boolean }>[] }): ReactNode {
  const t = useTranslations("live");
  if (asks.length === 0) return <p className="text-muted">{t("prompt.noAsks")}</p>;
  return (
    <ol className="grid gap-2">
      {asks.slice(0, 8).map(({ id, body, votes, isAnswered }) => (
        <li key={id} className="flex items-start gap-3 rounded-md border border-line bg-raised px-4 py-3">
          <span lang="zh-CN" className="min-w-0 flex-1">
            {body}
          </span>
          {isAnswered && (
            <span className="inline-flex flex-none items-center gap-1 text-pine">
              <CircleCheck aria-hidden className="size-[1em]" />
              {t("prompt.answered")}
            </span>
          )}
          <span className="tabular inline-flex flex-none items-center gap-1 font-semibold">
            <ThumbsUp aria-hidden className="size-[1em]" />
            {votes}
          </span>
        </li>
      ))}
    </ol>
  );
}
