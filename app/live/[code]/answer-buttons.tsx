"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { Button } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";
import { OptionMark, toneOf } from "./answer-shape.tsx";
import { chosenOf, optionsOf, responseOf } from "./options-of.ts";

type Props = Readonly<{
  body: ShownBody;
  /** What stands, or is on its way. */
  response: Response;
  isOpen: boolean;
  onAnswer: (response: Response) => void;
}>;

/** The place a key stands for: 1–9 or A–H. */
const placeOfKey = (key: string): number => {
  const letter = "abcdefgh".indexOf(key.toLowerCase());
  return /^[1-9]$/.test(key) ? Number(key) - 1 : key.length === 1 ? letter : -1;
};

/** One press answers; of several one chooses and sends. By touch, by key, and read aloud like any buttons. */
export function AnswerButtons({ body, response, isOpen, onAnswer }: Props): ReactNode {
  const [t, play] = [useTranslations("live"), useTranslations("play")];
  const [chosen, setChosen] = useState<readonly number[]>(chosenOf(response));
  const isMany = body.kind === "multiple" || body.kind === "indefinite";
  const options = optionsOf(body, { true: play("true"), false: play("false") });
  const marked = isMany && isOpen ? chosen : chosenOf(response);

  const press = (place: number): void => {
    if (!isOpen || place < 0 || place >= options.length) return;
    if (!isMany) return onAnswer(responseOf(body, [place]));
    setChosen((now) => (now.includes(place) ? now.filter((other) => other !== place) : [...now, place].sort((a, b) => a - b)));
  };
  const send = (): void => {
    if (isOpen && chosen.length > 0) onAnswer(responseOf(body, chosen));
  };
  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    const { ctrlKey, metaKey, altKey, isComposing, key } = event;
    if (ctrlKey || metaKey || altKey || isComposing || document.querySelector("[role=dialog]")) return;
    if (key === "Enter" && isMany && !(event.target instanceof HTMLButtonElement)) send();
    press(placeOfKey(key));
  });
  useEffect(() => {
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  return (
    <div className="grid gap-3">
      <ul className="grid gap-3">
        {options.map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
          <li key={place}>
            <button
              type="button"
              aria-pressed={marked.includes(place)}
              aria-disabled={!isOpen || undefined}
              onClick={() => press(place)}
              className={classNames(
                "flex min-h-16 w-full items-center gap-3 rounded-md border-2 px-4 py-3 text-start text-lg leading-snug transition-colors",
                toneOf(place),
                marked.includes(place) && "outline-3 outline-ink outline-offset-2",
                !isOpen && "opacity-60",
              )}
            >
              <OptionMark place={place} />
              <span lang="zh-CN" className="min-w-0 flex-1 text-ink">
                {text}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {isMany && (
        <Button look="primary" wide disabled={!isOpen || chosen.length === 0} onClick={send}>
          {t("send")}
        </Button>
      )}
    </div>
  );
}
