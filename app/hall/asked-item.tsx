import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { letterOf } from "#domain/papers/presentation.ts";
import type { HallView } from "#server/halls/hall-view.ts";
import { classNames } from "#ui/class-names.ts";
import { keyText } from "#ui/key-text.ts";
import { Stem } from "#ui/stem.tsx";

type Item = NonNullable<HallView["item"]>;
type Answer = NonNullable<Item["answer"]>;

const isRight = ({ key }: Answer, place: number): boolean => "correct" in key && [key.correct].flat().some((one) => one === place);

function Line({ mark, isKey, children }: { mark?: string; isKey: boolean; children: ReactNode }): ReactNode {
  const t = useTranslations("common");
  return (
    <li
      className={classNames(
        "flex items-baseline gap-[0.6em] rounded-md border px-[0.6em] py-[0.25em]",
        isKey ? "border-pine bg-pine-wash" : "border-line",
      )}
    >
      {mark && <span className="tabular flex-none font-semibold">{mark}</span>}
      <span className="min-w-0 flex-1">{children}</span>
      {isKey && (
        <span className="inline-flex flex-none items-center gap-[0.2em] font-semibold text-pine">
          <Check aria-hidden className="size-[1em]" />
          {t("right")}
        </span>
      )}
    </li>
  );
}

/** A question as it stands before the hall, in the size of its surroundings; `answer` is what may be known of it here. */
export function AskedItem({ body, answer }: { body: NonNullable<Item["body"]>; answer: Answer | null }): ReactNode {
  const t = useTranslations("halls");
  const words = { right: t("true"), wrong: t("false"), or: t("or") };
  const parts = "options" in body ? body.options : body.kind === "ordering" ? body.items : body.kind === "matching" ? body.lefts : [];
  return (
    <div lang="zh-CN" className="grid gap-[0.7em]">
      <div className="[&>span]:text-[1em] [&>span]:leading-snug">
        <Stem text={body.stem} />
      </div>
      {parts.length > 0 && (
        <ol className="grid gap-[0.35em]">
          {parts.map((part, at) => (
            <Line
              key={part}
              mark={"options" in body ? letterOf(at) : String(at + 1)}
              isKey={"options" in body && answer !== null && isRight(answer, at)}
            >
              {part}
            </Line>
          ))}
        </ol>
      )}
      {body.kind === "matching" && (
        <ol className="grid gap-[0.35em]">
          {body.rights.map((right, at) => (
            <Line key={right} mark={letterOf(at)} isKey={false}>
              {right}
            </Line>
          ))}
        </ol>
      )}
      {answer && !("options" in body) && (
        <p className="font-semibold text-pine">{t("answerIs", { answer: keyText(body, answer.key, words) })}</p>
      )}
    </div>
  );
}
