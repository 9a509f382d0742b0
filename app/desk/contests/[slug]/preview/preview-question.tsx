import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { letterOf, type ShownBody, shownNumber } from "#domain/papers/presentation.ts";
import { QuestionMedia } from "#ui/question-media.tsx";

type Props = Readonly<{ number: number; worth: number; body: ShownBody }>;

/** A question as it is shown while answering, without anything to press. */
export function PreviewQuestion({ number, worth, body }: Props): ReactNode {
  const t = useTranslations("contestDesk");
  const format = useFormatter();
  return (
    <article className="grid break-inside-avoid gap-3">
      <p className="text-muted text-sm">
        {t("preview.questionHead", { number, kind: t(`kinds.${body.kind}`), points: format.number(worth / 1_000) })}
      </p>
      <p className="whitespace-pre-line text-lg leading-relaxed">{body.stem}</p>
      <QuestionMedia media={body.media} />
      <Parts body={body} />
    </article>
  );
}

function Parts({ body }: { body: ShownBody }): ReactNode {
  const t = useTranslations("contestDesk.preview");
  switch (body.kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return <Lettered texts={body.options} round={body.kind === "single"} />;
    case "truefalse":
      return <Lettered texts={[t("true"), t("false")]} round />;
    case "fill":
      return <p className="text-muted text-sm">{t("blanks", { blanks: body.blanks })}</p>;
    case "ordering":
      return <Lettered texts={body.items} round={false} />;
    case "matching":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <Lettered texts={body.lefts} round={false} mark={(place) => String(shownNumber(place))} />
          <Lettered texts={body.rights} round={false} />
        </div>
      );
    case "numeric":
    case "short":
    case "essay":
      return <p className="text-muted text-sm">{t(`typed.${body.kind}`)}</p>;
    case "group":
      return (
        <ol className="grid gap-5">
          {body.parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one question never change places
            <li key={at} className="grid gap-3">
              <p className="whitespace-pre-line leading-relaxed">{`(${shownNumber(at)}) ${part.stem}`}</p>
              <QuestionMedia media={part.media} />
              <Parts body={part} />
            </li>
          ))}
        </ol>
      );
  }
}

type LetteredProps = Readonly<{ texts: readonly string[]; round: boolean; mark?: (place: number) => string }>;

function Lettered({ texts, round, mark = letterOf }: LetteredProps): ReactNode {
  return (
    <ul className="grid content-start gap-2">
      {texts.map((text, place) => (
        <li key={mark(place)} className="flex items-center gap-3.5 rounded-md border border-line bg-raised px-3.5 py-2.5 leading-relaxed">
          <span
            className={`grid size-8 flex-none place-items-center border border-edge bg-paper font-medium text-sm ${round ? "rounded-full" : "rounded-sm"}`}
          >
            {mark(place)}
          </span>
          <span className="min-w-0 flex-1">{text}</span>
        </li>
      ))}
    </ul>
  );
}
