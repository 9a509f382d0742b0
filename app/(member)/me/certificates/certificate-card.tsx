import { Download, SearchCheck } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CertificateState } from "#domain/certificates/state.ts";
import { buttonClass } from "#ui/button.tsx";
import { CertificateStateBadge } from "#ui/certificate-state.tsx";
import { DayText } from "#ui/day-text.tsx";

type Certificate = Readonly<{
  id: number;
  serial: string;
  title: string;
  titleEn: string;
  programme: string;
  programmeEn: string;
  issuedOn: string;
  award: Readonly<{ name: string; nameEn: string }> | null;
  state: CertificateState;
  revocationReason: string;
}>;

/** A certificate that holds with its picture, which a long press keeps; one that does not, with why. */
export function CertificateCard({ certificate }: { certificate: Certificate }): ReactNode {
  const t = useTranslations("certificates");
  const isEnglish = useLocale() === "en";
  const { id, serial, state, revocationReason, issuedOn, award } = certificate;
  const title = (isEnglish && certificate.titleEn) || certificate.title;
  const programme = (isEnglish && certificate.programmeEn) || certificate.programme;
  return (
    <article className="grid gap-4 rounded-md border border-line bg-raised p-4 sm:p-5">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="font-display font-semibold text-lg">{title}</h2>
          <p>{award ? `${programme} · ${isEnglish ? award.nameEn : award.name}` : programme}</p>
          <p className="mt-1 flex flex-wrap gap-x-3 text-muted text-sm">
            <span className="tabular">{serial}</span>
            <DayText day={issuedOn} />
          </p>
        </div>
        <CertificateStateBadge state={state} />
      </header>
      {state === "revoked" && <p>{t("revokedFor", { reason: revocationReason })}</p>}
      {state === "superseded" && <p className="text-muted">{t("supersededLead")}</p>}
      {state === "valid" && (
        <>
          {/* biome-ignore lint/performance/noImgElement: the picture is private and must be the very file, so that a long press keeps it */}
          <img
            src={`/api/certificates/${id}/png`}
            alt={t("picture", { title, programme })}
            width={1684}
            height={1190}
            loading="lazy"
            className="h-auto w-full rounded-sm border border-line bg-sunken"
          />
          <p className="text-muted text-sm">{t("keep")}</p>
          <div className="flex flex-wrap gap-2">
            <a href={`/api/certificates/${id}/pdf`} download className={buttonClass({ compact: true })}>
              <Download aria-hidden className="size-4" />
              {t("pdf")}
            </a>
            <Link href={`/verify/${serial}`} className={buttonClass({ look: "quiet", compact: true })}>
              <SearchCheck aria-hidden className="size-4" />
              {t("check")}
            </Link>
          </div>
        </>
      )}
    </article>
  );
}
