import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getOrganisation } from "#server/organisation/get-organisation.ts";
import { buttonClass } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

const kept = ["person", "sessions", "reading", "attempts", "complaints", "audit"] as const;
const notKept = ["time", "place", "others"] as const;

/** What is kept about a person, for what and who sees it; what is not; and everything as one file. */
export default async function PrivacyPage(): Promise<ReactNode> {
  const [t, organisation] = await Promise.all([getTranslations("privacy"), ask(getOrganisation)]);
  return (
    <Page width="reading" title={t("title")} lead={t("lead", { organisation: organisation.name })} back={{ href: "/me", label: t("back") }}>
      <Notice title={t(organisation.lightBurden ? "lightOn" : "lightOff")}>
        {t(organisation.lightBurden ? "lightOnHint" : "lightOffHint")}
      </Notice>
      <Section title={t("kept")}>
        <dl className="grid gap-4">
          {kept.map((what) => (
            <div key={what}>
              <dt className="font-medium">{t(`keptWhat.${what}`)}</dt>
              <dd className="text-muted">{t(`keptWhy.${what}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t("notKept")}>
        <ul className="grid list-disc gap-2 ps-5">
          {notKept.map((what) => (
            <li key={what}>{t(`notKeptWhat.${what}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("export")}>
        <p className="text-muted">{t("exportHint")}</p>
        <a href="/api/me/export" download="zhixing-my-data.json" className={`${buttonClass()} justify-self-start`}>
          <Download aria-hidden className="size-4" />
          {t("exportAction")}
        </a>
      </Section>
    </Page>
  );
}
