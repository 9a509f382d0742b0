"use client";
import { BookOpenText, CircleCheck, CircleX, CornerDownLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, type SubmitEvent, Suspense, useId, useRef } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { QuestionKey, Response } from "#domain/questions/question.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { keyText } from "./key-text.ts";
import { QuestionInput } from "./question-inputs.tsx";
import { QuestionMedia } from "./question-media.tsx";
import { Stem } from "./stem.tsx";
import { type Said, type Sent, type Told, useAsked } from "./use-asked.ts";

// A question inside a text has no keys of its own, and a phone seldom any (P11).
const AnswerKeys = lazy(async () => ({ default: (await import("./answer-keys.tsx")).AnswerKeys }));

type Props = {
  /** Which of several it is; the heading of the block. */
  title: ReactNode;
  body: ShownBody;
  /** What was answered before: the answer, and the verdict on it. */
  start: { response: Response; told: Told | null };
  send: (response: Response, said: Said) => Promise<Sent>;
  /** The name under which the browser keeps an answer that could not be sent. */
  keptAs: string;
  /** Where a plain form is sent, and what goes with it: choices of one work without JavaScript. */
  form: { action: string; fields: Readonly<Record<string, string>> };
  /** The text it stands in, when it stands in one: its passages are a jump away. */
  here?: string;
  /** Something to say with the answer, above the button, until it is judged. */
  beside?: ReactNode;
  /** It is answered once: the way on is the screen's. */
  once?: boolean;
  /** It is the only question of its screen: letters and digits choose, Ctrl+Enter sends. */
  keys?: boolean;
};

/** One question to practise on, with its verdict, the reason and the passage right after answering; and again, when it was wrong. */
export function AskedQuestion({ title, body, start, send, keptAs, form, here, beside, once = false, keys = false }: Props): ReactNode {
  const t = useTranslations("checks");
  const play = useTranslations("play");
  const id = useId();
  const result = useRef<HTMLDivElement>(null);
  const { response, told, phase, trouble, change, submit, again } = useAsked({
    body,
    start,
    send,
    keptAs,
    onRight: () => result.current?.focus(),
  });
  const isChosen = body.kind === "single" || body.kind === "truefalse";
  const isOver = told !== null;

  const handle = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isOver) void submit();
    else if (!once) again();
  };
  return (
    <form method="post" action={form.action} onSubmit={handle} className="grid gap-4" aria-labelledby={id}>
      {keys && (
        <Suspense>
          <AnswerKeys body={isOver || phase === "sending" ? null : body} response={response} change={change} submit={() => void submit()} />
        </Suspense>
      )}
      {Object.entries(form.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div id={id} className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{title}</span>
        <Badge>{play(`kinds.${body.kind}`)}</Badge>
      </div>
      <fieldset className="grid min-w-0 gap-3">
        <legend className="mb-3" lang="zh-CN">
          <Stem text={body.stem} />
          <QuestionMedia media={body.media} />
          {play.has(`hints.${body.kind}`) && <span className="mt-1 block text-muted text-sm">{play(`hints.${body.kind}`)}</span>}
        </legend>
        <QuestionInput
          body={body}
          name={isChosen ? "pick" : keptAs}
          response={response}
          isDisabled={isOver || phase === "sending"}
          onChange={change}
        />
      </fieldset>
      {!isChosen && <noscript className="text-muted text-sm">{t("needsScript")}</noscript>}
      <span role="status" className="sr-only">
        {told && t(told.isRight ? "right" : "wrong")}
      </span>
      {told && (
        <div ref={result} tabIndex={-1} className="outline-none">
          <Verdict told={told} body={body} here={here} />
        </div>
      )}
      {trouble && (
        <p role="alert" className="text-seal text-sm">
          {t.has(`trouble.${trouble}`) ? t(`trouble.${trouble}`) : t("trouble.other", { code: trouble })}
        </p>
      )}
      {!isOver && beside}
      {told?.isRight !== true && !(once && isOver) && (
        <Button type="submit" look={isOver ? "secondary" : "primary"} className="justify-self-start" pending={phase === "sending"}>
          {!isOver && phase !== "sending" && <CornerDownLeft aria-hidden className="size-4" />}
          {t(isOver ? "again" : "submit")}
        </Button>
      )}
    </form>
  );
}

/** Right or wrong by shape and word, why, the key when it is time for it, and the way back to the passage. */
function Verdict({ told: { isRight, reveal }, body, here }: { told: Told; body: ShownBody; here: string | undefined }): ReactNode {
  const t = useTranslations("checks");
  const play = useTranslations("play");
  const Icon = isRight ? CircleCheck : CircleX;
  const words = { right: play("true"), wrong: play("false"), or: t("or") };
  const key: QuestionKey | null = reveal?.key ?? null;
  return (
    <div
      className={`grid gap-2 rounded-sm border border-line border-s-3 px-4 py-3 ${isRight ? "border-s-pine bg-pine-wash" : "border-s-seal bg-seal-wash"}`}
    >
      <p className={`flex items-center gap-2 font-semibold ${isRight ? "text-pine" : "text-seal"}`}>
        <Icon aria-hidden className="size-5 flex-none" />
        {t(isRight ? "right" : "wrong")}
      </p>
      {key && !isRight && (
        <p lang="zh-CN">
          <span className="text-muted text-sm">{t("key")}</span> {keyText(body, key, words)}
        </p>
      )}
      {reveal?.explanation && (
        <p lang="zh-CN" className="whitespace-pre-line leading-[1.8]">
          {reveal.explanation}
        </p>
      )}
      {reveal?.passage && (
        <a
          href={`${reveal.passage.slug === here ? "" : `/materials/${reveal.passage.slug}`}#${reveal.passage.paragraph}`}
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-seal underline underline-offset-4"
        >
          <BookOpenText aria-hidden className="size-4 flex-none" />
          {t("toPassage", { paragraph: Number(reveal.passage.paragraph.slice(1)) || 1 })}
        </a>
      )}
    </div>
  );
}
