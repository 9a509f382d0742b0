"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { Clock } from "#app/contests/[slug]/play/clock.tsx";
import type { ServerTime } from "#app/contests/server-time.ts";
import type { Response } from "#domain/questions/question.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { pickedByKey } from "#ui/picked-by-key.ts";
import { QuestionInput } from "#ui/question-inputs.tsx";
import { QuestionMedia } from "#ui/question-media.tsx";
import { isWhole } from "#ui/responses.ts";
import { Stem } from "#ui/stem.tsx";
import { useShortcuts } from "#ui/use-shortcuts.ts";
import type { MatchView } from "./match-view.ts";

/** What is chosen when so little is left is sent without being asked: choosing was meant. */
const LAST_MS = 1_200;

type Props = Readonly<{
  id: number;
  total: number;
  question: NonNullable<MatchView["question"]>;
  answered: MatchView["answered"];
  time: ServerTime | null;
  until: string;
  windowMs: number;
  isSending: boolean;
  onAnswer: (response: Response) => void;
}>;

/** The open question: chosen by hand or key, sent once, kept to itself until it is over for everybody. */
export function DuelQuestion({ id, total, question, answered, time, until, windowMs, isSending, onAnswer }: Props): ReactNode {
  const [t, play] = [useTranslations("duel"), useTranslations("play")];
  const { slot, body } = question;
  const [chosen, setChosen] = useState<Response>(null);
  const response = answered?.response ?? chosen;
  const whole = useRef<HTMLElement>(null);
  // The new question takes the focus, which reads it aloud.
  useEffect(() => whole.current?.focus(), []);

  const send = useEffectEvent((): void => {
    if (!answered && !isSending && isWhole(body, chosen)) onAnswer(chosen);
  });
  useEffect(() => {
    if (!time) return undefined;
    const timer = setTimeout(send, Math.max(0, time.leftUntil(Date.parse(until)) - LAST_MS));
    return () => clearTimeout(timer);
  }, [time, until]);
  useShortcuts(body, (shortcut) => {
    if (answered || isSending) return;
    if (shortcut.kind === "handIn" && isWhole(body, chosen)) onAnswer(chosen);
    if (shortcut.kind === "pick") setChosen(pickedByKey(body.kind, chosen, shortcut.place));
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!answered && !isSending && isWhole(body, chosen)) onAnswer(chosen);
  };
  const number = t("question", { number: slot + 1, total });
  return (
    <section
      ref={whole}
      tabIndex={-1}
      aria-label={number}
      className="grid gap-4 rounded-md border border-line bg-raised p-4 outline-none sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex flex-wrap items-center gap-2 font-semibold">
          {number}
          <Badge>{play(`kinds.${body.kind}`)}</Badge>
        </span>
        {time && <Clock time={time} dueAt={Date.parse(until)} wholeMs={windowMs} onZero={() => undefined} onJump={() => undefined} />}
      </div>
      <form onSubmit={submit} className="grid gap-4">
        <fieldset className="grid min-w-0 gap-3">
          <legend className="mb-3" lang="zh-CN">
            <Stem text={body.stem} />
            <QuestionMedia media={body.media} />
            {play.has(`hints.${body.kind}`) && <span className="mt-1 block text-muted text-sm">{play(`hints.${body.kind}`)}</span>}
          </legend>
          <QuestionInput
            body={body}
            name={`match-${id}-${slot}`}
            response={response}
            isDisabled={answered !== null || isSending}
            onChange={setChosen}
          />
        </fieldset>
        {!answered && (
          <Button type="submit" look="primary" pending={isSending} className="justify-self-start max-sm:w-full">
            {t("answer")}
          </Button>
        )}
      </form>
      <p role="status" className="text-pine">
        {answered && t("sent")}
      </p>
    </section>
  );
}
