import { Award } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listMyCertificates } from "#server/certificates/list-my-certificates.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { CertificateCard } from "./certificate-card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("certificates"))("title") };
}

/** One's own certificates: the picture to keep, the document to print, and where others can check it. */
export default async function MyCertificatesPage(): Promise<ReactNode> {
  const [t, tMe, { certificates }] = await Promise.all([getTranslations("certificates"), getTranslations("me"), ask(listMyCertificates)]);
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/me", label: tMe("title") }}>
      {certificates.length === 0 ? (
        <Empty title={t("none")} icon={Award} action={<LinkButton href="/study">{t("toStudy")}</LinkButton>}>
          {t("noneLead")}
        </Empty>
      ) : (
        <ul className="grid gap-8">
          {certificates.map((certificate) => (
            <li key={certificate.id}>
              <CertificateCard certificate={certificate} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
