import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getPointRules } from "#server/points/get-point-rules.ts";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { PointRules } from "#ui/point-rules.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("points"))("rulesTitle") };
}

/** By what points are given, in words printed from the policy itself. */
export default async function PointRulesPage(): Promise<ReactNode> {
  const [t, format, { isPrivate, current, coming }] = await Promise.all([getTranslations("points"), getFormatter(), ask(getPointRules)]);
  const dayOf = (at: Date) => format.dateTime(at, { dateStyle: "long" });
  return (
    <Page title={t("rulesTitle")} lead={t("rulesLead")} back={{ href: "/me/points", label: t("title") }} width="reading">
      {isPrivate && <Notice>{t("private")}</Notice>}
      <Section title={t("rules.now")} aside={current && t("rules.from", { day: dayOf(current.validFrom) })}>
        {current ? <PointRules policy={current.policy} /> : <p>{t("rules.off")}</p>}
      </Section>
      {coming.map(({ policy, validFrom }) => (
        <Section key={validFrom.toISOString()} title={t("rules.coming")} aside={t("rules.from", { day: dayOf(validFrom) })}>
          <PointRules policy={policy} />
        </Section>
      ))}
    </Page>
  );
}
