import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { listMyAbsences } from "#server/integrity/list-my-absences.ts";
import { AbsenceTable } from "#ui/absence-table.tsx";
import { TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

/** One's own log of leaving the page, all that the organizer sees of it, with room to say what it was (B6). */
export async function OwnAbsences({ attemptId, slug }: { attemptId: number; slug: string }): Promise<ReactNode> {
  const [t, { records, toleranceMs, absences }] = await Promise.all([getTranslations("absences"), ask(listMyAbsences, { id: attemptId })]);
  if (!records) return null;
  return (
    <Section title={t("title")}>
      <p className="text-muted">{t("lead", { seconds: toleranceMs / 1_000 })}</p>
      {absences.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Words names={["errors"]}>
          <AbsenceTable
            absences={absences}
            explain={({ id, note }) => (
              <details>
                <summary className="flex min-h-11 items-center">{note || <span className="text-seal">{t("explain")}</span>}</summary>
                <SendForm
                  action={`/api/absences/${id}/note`}
                  next={`/contests/${slug}/attempts/${attemptId}`}
                  submit={t("save")}
                  look="secondary"
                  className="grid gap-2 py-2"
                >
                  <TextField label={t("explain")} hint={t("explainHint")} name="note" defaultValue={note} maxLength={200} required />
                </SendForm>
              </details>
            )}
          />
        </Words>
      )}
    </Section>
  );
}
