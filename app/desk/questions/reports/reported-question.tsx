import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { listQuestionReports } from "#server/question-reports/list-question-reports.ts";
import type { Verb } from "#server/verb.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { TimeText } from "#ui/time-text.tsx";

export type ReportGroup = (typeof listQuestionReports extends Verb<infer Value> ? Value : never)["groups"][number];

const LINK = "inline-flex min-h-11 items-center text-seal underline underline-offset-4";

/** One reported wording: what was said of it, how often, the ways to mend it, and the reply. */
export function ReportedQuestion({ group, next }: { group: ReportGroup; next: string }): ReactNode {
  const t = useTranslations("questionReports");
  const { versionId, questionId, number, stem, since, reports, contests, mayAnswer } = group;
  return (
    <li className="grid gap-4 rounded-md border border-line bg-raised p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-3 text-muted text-sm">
        <Badge tone="amber">{t("desk.count", { count: reports.length })}</Badge>
        <span>{t("desk.version", { number })}</span>
        <TimeText at={since} />
      </div>
      <Link href={`/desk/questions/${questionId}`} className="line-clamp-4 whitespace-pre-line font-medium hover:underline" lang="zh-CN">
        {stem}
      </Link>
      <ul className="grid gap-2">
        {reports.map(({ id, reason, note }) => (
          <li key={id} className="rounded-sm bg-sunken px-4 py-2 text-sm">
            <span className="text-muted">{t(`reasons.${reason}`)}</span>
            {note && <span className="block whitespace-pre-wrap text-ink">{note}</span>}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-x-5">
        {mayAnswer && (
          <Link href={`/desk/questions/${questionId}/edit`} className={LINK}>
            {t("desk.edit")}
          </Link>
        )}
        {contests.map(({ slug, title }) => (
          <Link key={slug} href={`/desk/contests/${slug}/rulings?version=${versionId}`} className={LINK}>
            {t("desk.rule", { title })}
          </Link>
        ))}
      </div>
      {mayAnswer ? (
        <form method="post" action={`/api/desk/question-reports/${versionId}/answer`} className="grid gap-3 border-line border-t pt-4">
          <input type="hidden" name="next" value={`${next}?done=answered`} />
          <TextField label={t("desk.reply")} hint={t("desk.replyHint")} name="reply" maxLength={300} required />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" name="verdict" value="accepted">
              {t("desk.accept")}
            </Button>
            <Button type="submit" name="verdict" value="declined" look="secondary">
              {t("desk.decline")}
            </Button>
          </div>
        </form>
      ) : (
        <p className="text-muted text-sm">{t("desk.notYours")}</p>
      )}
    </li>
  );
}
