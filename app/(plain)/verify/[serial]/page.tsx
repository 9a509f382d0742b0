import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { tryAsk } from "#app/_http/ask.ts";
import { verifyCertificate } from "#server/certificates/verify-certificate.ts";
import { DayText } from "#ui/day-text.tsx";
import { Notice } from "#ui/notice.tsx";

type Props = { params: Promise<{ serial: string }> };

/** Nobody indexes who holds what, and no other site is told of the address. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("certificates.verify"))("title"), robots: { index: false }, referrer: "same-origin" };
}

const LOOKS = { valid: "success", revoked: "error", superseded: "warning" } as const;

/** Whether a certificate is genuine, for anybody who scans its code or types its serial. */
export default async function VerifyPage({ params }: Props): Promise<ReactNode> {
  const [t, { serial }] = await Promise.all([getTranslations("certificates.verify"), params]);
  const outcome = await tryAsk(verifyCertificate, { serial: decoded(serial) });
  if (!outcome.ok && outcome.code !== "too-many-guesses") notFound();
  return (
    <div className="grid gap-6">
      <h1 className="font-bold font-display text-2xl">{t("title")}</h1>
      {outcome.ok ? (
        <>
          <Notice kind={LOOKS[outcome.value.state]} title={t(outcome.value.state)}>
            {t(`${outcome.value.state}Lead`)}
          </Notice>
          <Facts certificate={outcome.value} />
        </>
      ) : (
        <Notice kind="warning" title={t("tooMany")}>
          {t("tooManyLead")}
        </Notice>
      )}
    </div>
  );
}

/** The address as it was typed; one that cannot be read is no serial. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part).slice(0, 60);
  } catch {
    return "";
  }
}

type Certificate = Readonly<
  Record<"serial" | "name" | "organisation" | "title" | "titleEn" | "programme" | "programmeEn" | "finishedOn" | "issuedOn", string> & {
    award: Readonly<{ name: string; nameEn: string }> | null;
  }
>;

async function Facts({ certificate }: { certificate: Certificate }): Promise<ReactNode> {
  const t = await getTranslations("certificates.verify");
  const { serial, name, organisation, title, titleEn, programme, programmeEn, finishedOn, issuedOn, award } = certificate;
  const both = (own: string, english: string) => (
    <>
      {own}
      {english && <span className="block text-muted text-sm">{english}</span>}
    </>
  );
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("certificate"), both(title, titleEn)],
    [t("name"), <strong key="name">{name}</strong>],
    [t(award ? "contest" : "programme"), both(programme, programmeEn)],
    ...(award ? [[t("award"), both(award.name, award.nameEn)] as const] : []),
    [t("organisation"), organisation],
    [t(award ? "awarded" : "finishedOn"), <DayText key="finished" day={finishedOn} />],
    [t("issuedOn"), <DayText key="issued" day={issuedOn} />],
    [
      t("serial"),
      <span key="serial" className="tabular">
        {serial}
      </span>,
    ],
  ];
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-3 [&>dt]:text-muted">
        {facts.map(([label, value]) => (
          <div key={label} className="contents [&>dt]:text-muted">
            <dt>{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {name.includes("*") && <p className="text-muted text-sm">{t("masked")}</p>}
    </>
  );
}
