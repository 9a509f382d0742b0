"use client";
import { lazy, type ReactNode, Suspense } from "react";
import { type ShownBody, shownNumber } from "#domain/papers/presentation.ts";
import type { PartResponse } from "#domain/questions/question.ts";
import type { InputProps } from "./input-props.ts";
import { FillInput, PickInput, TruthInput } from "./part-inputs.tsx";
import { QuestionMedia } from "./question-media.tsx";
import { partsOfResponse, withPart } from "./responses.ts";
import { Stem } from "./stem.tsx";

// Seldom asked: a page carries them only when it shows one (P11).
const MatchInput = lazy(async () => ({ default: (await import("./match-input.tsx")).MatchInput }));
const OrderingInput = lazy(async () => ({ default: (await import("./ordering-input.tsx")).OrderingInput }));
const TypedInput = lazy(async () => ({ default: (await import("./typed-inputs.tsx")).TypedInput }));

type Props = Omit<InputProps<"single">, "body"> & { body: ShownBody };

/** The way to answer one question, by its kind. */
export function QuestionInput(props: Props): ReactNode {
  return (
    <Suspense>
      <KindInput {...props} />
    </Suspense>
  );
}

function KindInput({ body, ...rest }: Props): ReactNode {
  switch (body.kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return <PickInput body={body} {...rest} />;
    case "truefalse":
      return <TruthInput body={body} {...rest} />;
    case "fill":
      return <FillInput body={body} {...rest} />;
    case "ordering":
      return <OrderingInput body={body} {...rest} />;
    case "matching":
      return <MatchInput body={body} {...rest} />;
    case "numeric":
    case "short":
    case "essay":
      return <TypedInput body={body} {...rest} />;
    case "group":
      return <GroupInput body={body} {...rest} />;
  }
}

/** The questions on one material, one below the other. */
function GroupInput({ body, name, response, isDisabled, onChange }: InputProps<"group">): ReactNode {
  const own = partsOfResponse(body.parts.length, response);
  return (
    <ol className="grid gap-6">
      {body.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one question never change places
        <li key={at}>
          <fieldset className="grid min-w-0 gap-3">
            <legend className="mb-2">
              <span className="flex gap-2">
                <span aria-hidden className="flex-none leading-[1.8] text-muted">
                  ({shownNumber(at)})
                </span>
                <Stem text={part.stem} />
              </span>
            </legend>
            <QuestionMedia media={part.media} />
            <QuestionInput
              body={part}
              name={`${name}-${at}`}
              response={own[at] ?? null}
              isDisabled={isDisabled}
              onChange={(next, isTyping) => onChange(withPart(own, at, next as PartResponse), isTyping)}
            />
          </fieldset>
        </li>
      ))}
    </ol>
  );
}
