import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#ui/class-names.ts";
import { OptionMark } from "./answer-shape.tsx";
import { chosenOf, optionsOf, rightOf } from "./options-of.ts";
import type { Game, Own } from "./use-game.ts";

/** The answer, how everybody answered, and why. Right ones bear a tick and the word, one's own a mark. */
export function RevealPart({ game, own }: { game: Game; own?: Own | null }): ReactNode {
  const [t, play] = [useTranslations("live"), useTranslations("play")];
  const { question, reveal } = game;
  if (!question || !reveal) return null;
  const right = rightOf(reveal.key);
  const mine = own?.answer?.questionNo === game.questionNo ? chosenOf(own.answer.response) : [];
  const most = Math.max(1, reveal.answered);
  return (
    <div className="grid gap-4">
      <ul className="grid gap-2">
        {optionsOf(question, { true: play("true"), false: play("false") }).map((text, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            key={place}
            className={classNames(
              "relative grid gap-1 overflow-hidden rounded-md border px-4 py-3",
              right.includes(place) ? "border-2 border-pine bg-pine-wash" : "border-line bg-raised",
            )}
          >
            <span className="flex items-start gap-3">
              <OptionMark place={place} />
              <span lang="zh-CN" className="min-w-0 flex-1">
                {text}
                {mine.includes(place) && <span className="ms-2 text-muted text-sm">({t("yours")})</span>}
              </span>
              {right.includes(place) && (
                <span className="inline-flex flex-none items-center gap-1 font-semibold text-pine">
                  <CircleCheck aria-hidden className="size-5" />
                  {t("key")}
                </span>
              )}
              <span className="tabular flex-none font-semibold">{t("chose", { count: reveal.counts[place] ?? 0 })}</span>
            </span>
            <span aria-hidden className="block h-2 rounded-full bg-line">
              <span
                className={classNames("block h-2 rounded-full", right.includes(place) ? "bg-pine" : "bg-edge")}
                style={{ width: `${((reveal.counts[place] ?? 0) * 100) / most}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      <p className="tabular text-muted">{t("rightOf", { answered: reveal.answered, right: reveal.right })}</p>
      {reveal.explanation && (
        <p lang="zh-CN" className="whitespace-pre-line leading-[1.8]">
          <span className="me-2 font-semibold">{t("explanation")}</span>
          {reveal.explanation}
        </p>
      )}
    </div>
  );
}
