import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MOCK_LENGTHS, MOCK_MS_EACH, MOCK_PASS_PERCENT, MOCK_QUESTIONS } from "#domain/practices/modes.ts";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SelectField } from "#ui/field.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { StartButton } from "./start-button.tsx";

type Paper = Readonly<{ id: number; title: string; intro: string; questions: number; limitMs: number | null; passPercent: number | null }>;
type Props = Readonly<{
  categories: readonly Readonly<{ category: string; count: number }>[];
  papers: readonly Paper[];
  running: Readonly<{ id: number; dueAt: Date }> | null;
}>;

const minutesOf = (ms: number): number => Math.round(ms / 60_000);

/** Mock exams: the one whose clock is running, one's own by topic and length, and the papers that were published for one. */
export function MockWays({ categories, papers, running }: Props): ReactNode {
  const t = useTranslations("practice");
  const rules = (questions: number, limitMs: number, pass: number): string =>
    t("mock.rules", { questions, minutes: minutesOf(limitMs), pass });
  return (
    <>
      <Card title={t("modes.mock")}>
        {running ? (
          <>
            <p className="text-muted">{t.rich("mock.running", { at: () => <TimeText at={running.dueAt} form="clock" /> })}</p>
            <LinkButton href={`/practice/${running.id}`} look="primary" className="justify-self-start">
              {t("mock.goOn")}
            </LinkButton>
          </>
        ) : (
          <>
            <p className="text-muted">{t("mock.lead", { pass: MOCK_PASS_PERCENT, minutes: minutesOf(MOCK_MS_EACH) })}</p>
            <StartButton mode="mock" label={t("mock.begin")}>
              <div className="grid w-full gap-3">
                <SelectField label={t("category")} name="category" defaultValue="">
                  <option value="">{t("all")}</option>
                  {categories.map(({ category, count }) => (
                    <option key={category} value={category}>
                      {t("categoryCount", { category, count })}
                    </option>
                  ))}
                </SelectField>
                <SelectField label={t("mock.length")} name="length" defaultValue={String(MOCK_QUESTIONS)}>
                  {MOCK_LENGTHS.map((length) => (
                    <option key={length} value={length}>
                      {t("mock.lengthOf", { length, minutes: minutesOf(length * MOCK_MS_EACH) })}
                    </option>
                  ))}
                </SelectField>
              </div>
            </StartButton>
          </>
        )}
      </Card>
      {papers.map(({ id, title, intro, questions, limitMs, passPercent }) => (
        <Card key={id} title={t("mock.titleOf", { title })}>
          {intro && <p className="text-muted">{intro}</p>}
          <p className="text-muted text-sm">{rules(questions, limitMs ?? 0, passPercent ?? 0)}</p>
          <StartButton mode="mock" setId={id} label={t("mock.begin")} />
        </Card>
      ))}
    </>
  );
}
