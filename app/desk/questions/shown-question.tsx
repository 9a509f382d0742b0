import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { letterOf, type ShownBody, shownNumber } from "#domain/papers/presentation.ts";
import { QuestionMedia } from "#ui/question-media.tsx";

/** A question as members see it, without anything to press. */
export function ShownQuestion({ body }: { body: ShownBody }): ReactNode {
  return (
    <div lang="zh-CN" className="grid gap-4">
      <ShownStem text={body.stem} />
      <QuestionMedia media={body.media} />
      <Parts body={body} />
    </div>
  );
}

/** The text, its blanks drawn as lines with the numbers of their fields. */
function ShownStem({ text }: { text: string }): ReactNode {
  const parts = text.split(/_{4,}/u);
  return (
    <p className="whitespace-pre-line text-[1.125rem] leading-[1.8]">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
        <Fragment key={at}>
          {part}
          {at < parts.length - 1 && (
            <span className="mx-1 inline-block min-w-14 border-ink border-b text-center text-muted text-sm">
              {parts.length > 2 ? at + 1 : "\u00a0"}
            </span>
          )}
        </Fragment>
      ))}
    </p>
  );
}

function Parts({ body }: { body: ShownBody }): ReactNode {
  const t = useTranslations("questionDesk");
  switch (body.kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return <Lettered texts={body.options} isRound={body.kind === "single"} />;
    case "truefalse":
      return <Lettered texts={[t("true"), t("false")]} isRound />;
    case "fill":
      return Array.from({ length: body.blanks }, (_, blank) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a blank is its place
        <AnswerLine key={blank} label={body.blanks > 1 ? t("blank", { number: blank + 1 }) : t("answer")} />
      ));
    case "ordering":
      return <Lettered texts={body.items} isRound={false} mark={(place) => String(shownNumber(place))} />;
    case "matching":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <Lettered texts={body.lefts} isRound={false} mark={(place) => String(shownNumber(place))} />
          <Lettered texts={body.rights} isRound={false} />
        </div>
      );
    case "numeric":
    case "short":
    case "essay":
      return <AnswerLine label={t("answer")} unit={body.kind === "numeric" ? body.unit : undefined} isTall={body.kind === "essay"} />;
    case "group":
      return (
        <ol className="grid gap-5">
          {body.parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one question never change places
            <li key={at} className="grid gap-3">
              <ShownStem text={`(${shownNumber(at)}) ${part.stem}`} />
              <QuestionMedia media={part.media} />
              <Parts body={part} />
            </li>
          ))}
        </ol>
      );
  }
}

type AnswerLineProps = Readonly<{ label: string; unit?: string | undefined; isTall?: boolean }>;

/** Where something is written, as an empty field. */
function AnswerLine({ label, unit, isTall = false }: AnswerLineProps): ReactNode {
  return (
    <div className="grid gap-1.5">
      <span className="font-medium">{label}</span>
      <span className="flex items-center gap-2">
        <span className={`block flex-1 rounded-md border border-edge bg-raised ${isTall ? "min-h-40" : "min-h-11"}`} />
        {unit}
      </span>
    </div>
  );
}

type LetteredProps = Readonly<{ texts: readonly string[]; isRound: boolean; mark?: (place: number) => string }>;

function Lettered({ texts, isRound, mark = letterOf }: LetteredProps): ReactNode {
  return (
    <ul className="grid content-start gap-2">
      {texts.map((text, place) => (
        <li
          key={mark(place)}
          className="flex min-h-14 items-center gap-3.5 rounded-md border border-edge bg-raised px-3.5 py-2.5 leading-relaxed"
        >
          <span
            className={`grid size-8 flex-none place-items-center border border-edge bg-paper font-medium text-sm ${isRound ? "rounded-full" : "rounded-sm"}`}
          >
            {mark(place)}
          </span>
          <span className="min-w-0 flex-1 whitespace-pre-line">{text}</span>
        </li>
      ))}
    </ul>
  );
}
