import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { windowForm } from "#ui/window-form.ts";
import { EnterForm } from "./enter-form.tsx";
import type { ContestPage } from "./entry-panel.tsx";

type Rehearsal = NonNullable<ContestPage["rehearsal"]>;

/** Trying the contest without its counting: when, how often still, and one's own papers of it, marked as what they are. */
export function RehearsalPart({ page, rehearsal }: { page: ContestPage; rehearsal: Rehearsal }): ReactNode {
  const t = useTranslations("rehearsal");
  const { slug } = page.contest;
  const { opensAt, closesAt, attempts } = rehearsal;
  const form = windowForm(opensAt, closesAt);
  return (
    <Section title={t("title")} aside={<Badge tone="amber">{t("counts")}</Badge>}>
      <p>
        {t.rich("window", {
          opens: () => <TimeText at={opensAt} form={form} />,
          closes: () => <TimeText at={closesAt} form={form} />,
        })}
      </p>
      <Entry page={page} rehearsal={rehearsal} />
      {attempts.length > 0 && (
        <ul className="grid gap-1">
          {attempts.map(({ id, number, state, startedAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4">
              <span>{t("paper", { number })}</span>
              <TimeText at={startedAt} />
              {state !== "in_progress" && (
                <Link
                  href={`/contests/${slug}/attempts/${id}`}
                  className="inline-flex min-h-11 items-center text-seal underline underline-offset-4"
                >
                  {t("see")}
                  <span className="sr-only">{t("paper", { number })}</span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The way in, or why there is none now. The server decides again when it is done. */
function Entry({ page, rehearsal }: { page: ContestPage; rehearsal: Rehearsal }): ReactNode {
  const t = useTranslations("rehearsal");
  const { contest, serverNow, mayEnter } = page;
  const { opensAt, closesAt, allowed, attempts } = rehearsal;
  const running = attempts.find(({ state, endsAt }) => state === "in_progress" && endsAt > serverNow);
  const said = (words: string): ReactNode => <p className="text-muted">{words}</p>;
  if (contest.phase === "cancelled" || contest.phase === "draft" || !mayEnter || serverNow >= closesAt) return said(t("none"));
  if (running) return <EnterForm slug={contest.slug} label={t("goOn")} rehearses />;
  if (serverNow < opensAt) return said(t("later"));
  const left = allowed - attempts.filter(({ state }) => state !== "voided").length;
  if (left <= 0) return said(t("noneLeft"));
  return (
    <div className="grid max-w-sm gap-2">
      <EnterForm slug={contest.slug} label={t("begin")} rehearses />
      <p className="text-muted text-sm">{t("left", { left })}</p>
    </div>
  );
}
