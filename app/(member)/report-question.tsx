"use client";
import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { REPORT_REASONS } from "#domain/questions/report-reasons.ts";
import { Button } from "#ui/button.tsx";
import { AreaField, SelectField } from "#ui/field.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { post } from "./post.ts";

type Props = { from: "attempt" | "practice" | "review"; id: number; slot?: number };

/** Says what is wrong with a question whose answer is shown above; folded away until somebody wants it. Works as a plain form, too. */
export function ReportQuestion({ from, id, slot = 0 }: Props): ReactNode {
  const t = useTranslations("questionReports");
  const [sent, setSent] = useState<"sent" | "again" | null>(null);
  const [refusal, setRefusal] = useState<{ code: string; params: Record<string, string | number> } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const said = await post<{ isAgain: boolean }>("/api/question-reports", {
      ...{ from, id, slot, reason: form.get("reason"), note: form.get("note") },
    });
    setBusy(false);
    setRefusal(said.ok ? null : said);
    if (said.ok) setSent(said.value.isAgain ? "again" : "sent");
  };
  return (
    <details className="no-print group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 text-muted text-sm underline underline-offset-4">
        <Flag aria-hidden className="size-4 flex-none" />
        {t("summary")}
      </summary>
      {sent ? (
        <p role="status" className="mt-2 text-sm">
          {t(sent)}{" "}
          <a href="/me/reports" className="text-seal underline underline-offset-4">
            {t("mine")}
          </a>
        </p>
      ) : (
        <form method="post" action="/api/question-reports" onSubmit={send} className="mt-2 grid gap-3 rounded-sm bg-sunken p-4">
          {Object.entries({ from, id, slot, next: "/me/reports" }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SelectField label={t("reason")} name="reason" defaultValue="key">
            {REPORT_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`reasons.${reason}`)}
              </option>
            ))}
          </SelectField>
          <AreaField label={t("note")} hint={t("noteHint")} name="note" rows={2} maxLength={500} optional />
          <RefusalNotice code={refusal?.code} {...(refusal && { params: refusal.params })} />
          <Button type="submit" compact look="secondary" pending={isBusy} className="justify-self-start">
            {t("send")}
          </Button>
        </form>
      )}
    </details>
  );
}
