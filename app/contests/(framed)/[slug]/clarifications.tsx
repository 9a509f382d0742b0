import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { listClarifications } from "#server/clarifications/list-clarifications.ts";
import { AreaField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

/** What one asked the organizer and what everybody was told; while the contest runs, the way to ask. Nothing where there is nothing. */
export async function Clarifications({ slug }: { slug: string }): Promise<ReactNode> {
  const [t, { mayAsk, items }] = await Promise.all([getTranslations("clarifications"), ask(listClarifications, { slug })]);
  if (!mayAsk && items.length === 0) return null;
  return (
    <div id="clarifications">
      <Section title={t("title")}>
        {items.length > 0 && (
          <ul className="grid gap-4">
            {items.map(({ id, question, answer, isOwn, isBroadcast }) => (
              <li key={id} className="grid gap-1 border-line border-s-2 ps-4">
                <span className="text-muted text-sm">{t(isOwn ? "own" : "all")}</span>
                {question && (
                  <p lang="zh-CN" className="whitespace-pre-line">
                    {question}
                  </p>
                )}
                <p lang="zh-CN" className="whitespace-pre-line font-medium">
                  {answer ?? t("waits")}
                </p>
                {isOwn && isBroadcast && <span className="text-muted text-sm">{t("toldAll")}</span>}
              </li>
            ))}
          </ul>
        )}
        {mayAsk && (
          <details>
            <summary className="flex min-h-11 items-center font-medium text-seal">{t("ask")}</summary>
            <Words names={["errors"]}>
              <SendForm action={`/api/contests/${slug}/clarifications`} next={`/contests/${slug}`} submit={t("send")} look="secondary">
                <AreaField label={t("ask")} hint={t("memberLead")} name="question" required maxLength={500} rows={3} />
              </SendForm>
            </Words>
          </details>
        )}
      </Section>
    </div>
  );
}
