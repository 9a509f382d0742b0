import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OptionMark, toneOf } from "#app/live/[code]/answer-shape.tsx";
import { optionsOf } from "#app/live/[code]/options-of.ts";
import type { Game } from "#app/live/[code]/use-game.ts";
import type { GamePhase } from "#domain/games/game-clock.ts";
import { classNames } from "#ui/class-names.ts";
import { QuestionMedia } from "#ui/question-media.tsx";
import { Stem } from "#ui/stem.tsx";

/** A question for a whole room: letter, shape and colour as on the phones. */
export function ScreenQuestion({ game, phase }: { game: Game; phase: GamePhase }): ReactNode {
  const play = useTranslations("play");
  const { question } = game;
  if (!question) return null;
  return (
    <>
      <div lang="zh-CN" className="font-semibold [&>span]:text-[1.35em] [&>span]:leading-normal">
        <Stem text={question.stem} />
        <QuestionMedia media={question.media} />
      </div>
      <ul className="grid gap-[1.5vh] md:grid-cols-2">
        {optionsOf(question, { true: play("true"), false: play("false") }).map((text, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            key={place}
            className={classNames(
              "flex items-center gap-4 rounded-md border-2 px-5 py-4",
              toneOf(place),
              phase === "reading" && "opacity-70",
            )}
          >
            <OptionMark place={place} />
            <span lang="zh-CN" className="min-w-0 text-ink">
              {text}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
