import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { responseText } from "#app/contests/[slug]/play/response-text.ts";
import { letterOf } from "#domain/papers/presentation.ts";
import type { ChoiceKind } from "#domain/questions/question.ts";
import { Choice, type Verdict } from "#ui/choice.tsx";
import { answerLines } from "#ui/key-text.ts";
import type { LookedBackAt } from "./result-item.tsx";

/** The own answer, beside the right one when that is open. */
export function ResultAnswer({ item }: { item: LookedBackAt }): ReactNode {
  const { body } = item;
  if ("options" in body) return <Picks item={item} options={body.options} kind={body.kind} />;
  if (body.kind === "truefalse") return <Truth item={item} />;
  return <Lines item={item} />;
}

type Words = Readonly<{ right: string; wrong: string; or: string; none: string }>;

function verdictOf(isChosen: boolean, isRight: boolean, isOneOfSeveral = false): Verdict | undefined {
  if (isChosen) return isRight ? "right" : "wrong";
  if (!isRight) return undefined;
  return isOneOfSeveral ? "missed" : "answer";
}

function Picks({ item, options, kind }: { item: LookedBackAt; options: readonly string[]; kind: ChoiceKind }): ReactNode {
  const picks = item.response && "picks" in item.response ? item.response.picks : [];
  const key = item.reveal?.key;
  const right = key && "correct" in key && key.kind !== "truefalse" ? [key.correct].flat() : null;
  return (
    <div className="grid gap-2">
      {options.map((text, place) => (
        <Choice
          key={letterOf(place)}
          kind={kind === "single" ? "radio" : "checkbox"}
          letter={letterOf(place)}
          checked={picks.includes(place)}
          verdict={right ? verdictOf(picks.includes(place), right.includes(place), kind !== "single" && picks.length > 0) : undefined}
          disabled
          readOnly
        >
          {text}
        </Choice>
      ))}
    </div>
  );
}

function Truth({ item }: { item: LookedBackAt }): ReactNode {
  const t = useTranslations("results");
  const truth = item.response && "truth" in item.response ? item.response.truth : null;
  const key = item.reveal?.key.kind === "truefalse" ? item.reveal.key.correct : null;
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {[true, false].map((value, place) => (
        <Choice
          key={letterOf(place)}
          kind="radio"
          letter={letterOf(place)}
          checked={truth === value}
          verdict={key === null ? undefined : verdictOf(truth === value, key === value)}
          disabled
          readOnly
        >
          {t(value ? "true" : "false")}
        </Choice>
      ))}
    </div>
  );
}

/** Every kind that is not a choice: what was answered in lines, and the right lines. */
function Lines({ item }: { item: LookedBackAt }): ReactNode {
  const t = useTranslations("results");
  const words = { right: t("true"), wrong: t("false"), or: t("or"), none: t("none") };
  const own = ownLines(item, words);
  const right = item.reveal ? answerLines(item.body, item.reveal.key, words) : null;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <LineList title={t("yours")} lines={own.length > 0 ? own : [t("none")]} />
      {right && <LineList title={t("rightAnswer")} lines={right} />}
    </div>
  );
}

function LineList({ title, lines }: { title: string; lines: readonly string[] }): ReactNode {
  return (
    <div className="grid content-start gap-1 rounded-sm border border-line px-4 py-3">
      <p className="text-muted text-sm">{title}</p>
      <ol className="grid list-decimal gap-1 ps-5 marker:text-muted">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have a fixed order
          <li key={at} className="whitespace-pre-line wrap-anywhere">
            {line}
          </li>
        ))}
      </ol>
    </div>
  );
}

function ownLines({ body, response }: Pick<LookedBackAt, "body" | "response">, words: Words): string[] {
  if (response === null) return [];
  if ("texts" in response) return response.texts.map((text) => text || "—");
  if ("text" in response) return [response.text];
  if ("order" in response && body.kind === "ordering") return response.order.map((place) => body.items[place] ?? "—");
  if ("pairs" in response && body.kind === "matching")
    return response.pairs.map((right, left) => `${body.lefts[left] ?? ""} — ${right === null ? "" : (body.rights[right] ?? "")}`);
  if ("parts" in response && body.kind === "group")
    return body.parts.map((part, at) => responseText(part, response.parts[at] ?? null, words));
  return [];
}
