import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { letterOf } from "#domain/papers/presentation.ts";
import type { ItemLine } from "#server/statistics/item-line.ts";

type Bar = Readonly<{ label: string; count: number; isKey?: boolean; isOurs?: boolean }>;

/** How often each answer was given, as bars with their numbers; the right one is marked by a sign and a word. */
export function AnswerBars({ line }: { line: ItemLine }): ReactNode {
  const t = useTranslations("statistics");
  const { answers, attempts } = line;
  if (!answers) return <p className="text-muted text-sm">{t("tooFew")}</p>;
  const bars: Bar[] = [];
  if (answers.form === "options")
    bars.push(...answers.options.map(({ text, count, isKey }, at) => ({ label: `${letterOf(at)}. ${text}`, count, isKey })));
  if (answers.form === "truth")
    bars.push(
      { label: t("yes"), count: answers.yes, isKey: answers.key === true, isOurs: true },
      { label: t("no"), count: answers.no, isKey: answers.key === false, isOurs: true },
    );
  if (answers.form === "texts") {
    bars.push(...answers.texts.map(({ text, count, share }) => ({ label: text, count, isKey: share === 1 })));
    if (answers.others > 0) bars.push({ label: t("others"), count: answers.others, isOurs: true });
  }
  if (answers.form === "marks")
    bars.push(...(["right", "partly", "wrong"] as const).map((name) => ({ label: t(name), count: answers[name], isOurs: true })));
  if (answers.omitted > 0) bars.push({ label: t("omitted"), count: answers.omitted, isOurs: true });
  return (
    <ul className="grid gap-1.5">
      {bars.map(({ label, count, isKey, isOurs }) => (
        <li key={label} className="grid gap-0.5 text-sm">
          <span className="flex items-baseline justify-between gap-3">
            <span className={isKey ? "font-semibold text-pine" : undefined}>
              {isKey && <Check aria-label={t("isKey")} className="me-1 inline size-4" />}
              <span lang={isOurs ? undefined : "zh-CN"}>{label}</span>
            </span>
            <span className="tabular flex-none text-muted">{t("people", { count })}</span>
          </span>
          <span aria-hidden className="block h-1.5 rounded-full bg-line">
            <span
              className={isKey ? "block h-full rounded-full bg-pine" : "block h-full rounded-full bg-muted"}
              style={{ width: `${attempts === 0 ? 0 : (100 * count) / attempts}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
