import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { Badge } from "./badge.tsx";
import { QuestionInput } from "./question-inputs.tsx";
import { QuestionMedia } from "./question-media.tsx";
import { Stem } from "./stem.tsx";

type Props = Readonly<{
  slot: number;
  body: ShownBody;
  number: number;
  total: number;
  response: Response;
  isDisabled: boolean;
  /** What stands beside the kind, such as the worth. */
  beside?: ReactNode;
  /** What is said before the place to answer, such as a refusal. */
  said?: ReactNode;
  onChange: (response: Response) => void;
}>;

/** One question of a sheet on which all questions stand one under the other. */
export function SheetQuestion({ slot, body, number, total, response, isDisabled, beside, said, onChange }: Props): ReactNode {
  const t = useTranslations("play");
  return (
    <li className="scroll-mt-20 rounded-md border border-line bg-raised p-4 sm:p-5">
      <fieldset className="grid min-w-0 gap-3" disabled={isDisabled}>
        <legend className="mb-3">
          <span className="mb-2 flex flex-wrap items-center gap-2">
            <span className="tabular font-display font-semibold text-lg">{t("questionOf", { number, total })}</span>
            <Badge>{t(`kinds.${body.kind}`)}</Badge>
            {beside}
          </span>
          <Stem text={body.stem} />
          <QuestionMedia media={body.media} />
          {t.has(`hints.${body.kind}`) && <span className="mt-1 block text-muted text-sm">{t(`hints.${body.kind}`)}</span>}
        </legend>
        {said}
        <QuestionInput body={body} name={`q${slot}`} response={response} isDisabled={isDisabled} onChange={onChange} />
      </fieldset>
    </li>
  );
}
