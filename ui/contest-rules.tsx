import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type PrintedContest, rulesInWords } from "./rule-sentences.ts";

const form = {
  year: "numeric",
  month: "long",
  day: "numeric",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;

/** The rules a contest is played by, printed in words: one block a topic, the same on every screen that shows them. */
export function ContestRules(contest: PrintedContest): ReactNode {
  const t = useTranslations("contestRules");
  const format = useFormatter();
  const topics = rulesInWords(contest, {
    t: (key, values) => t(key, values),
    instant: (at) => format.dateTime(at, form),
    number: (value) => format.number(value, { maximumFractionDigits: 2 }),
  });
  return (
    <dl className="grid gap-x-6 gap-y-4 leading-relaxed">
      {topics.map(({ topic, sentences }) => (
        <div key={topic} className="grid gap-1 border-line border-t pt-4 first:border-0 first:pt-0">
          <dt className="font-semibold">{t(`topics.${topic}`)}</dt>
          {sentences.map((sentence) => (
            <dd key={sentence}>{sentence}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
