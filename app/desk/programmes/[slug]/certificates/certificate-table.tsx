import { Ban, Download, Replace } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CertificateState } from "#domain/certificates/state.ts";
import { buttonClass } from "#ui/button.tsx";
import { CertificateStateBadge } from "#ui/certificate-state.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { DayText } from "#ui/day-text.tsx";
import { AreaField } from "#ui/field.tsx";
import { DataTable } from "#ui/table.tsx";

type Certificate = Readonly<{
  id: number;
  serial: string;
  name: string;
  branch: string;
  finishedOn: string;
  issuedOn: string;
  state: CertificateState;
  revocationReason: string;
}>;

type Props = Readonly<{ certificates: readonly Certificate[]; caption: string; path: string; empty: ReactNode }>;

/** Certificates given, one a row, with what can be done with those that hold. */
export function CertificateTable({ certificates, caption, path, empty }: Props): ReactNode {
  const t = useTranslations("certificates.desk");
  return (
    <DataTable
      caption={caption}
      rows={certificates}
      keyOf={({ id }) => String(id)}
      empty={empty}
      columns={[
        {
          key: "name",
          head: t("columns.name"),
          main: true,
          cell: ({ name }) => <span className="font-medium lg:whitespace-nowrap">{name}</span>,
        },
        { key: "serial", head: t("columns.serial"), cell: ({ serial }) => <span className="tabular whitespace-nowrap">{serial}</span> },
        { key: "branch", head: t("columns.branch"), cell: ({ branch }) => branch },
        { key: "finishedOn", head: t("columns.finishedOn"), cell: ({ finishedOn }) => <DayText day={finishedOn} /> },
        { key: "issuedOn", head: t("columns.issuedOn"), cell: ({ issuedOn }) => <DayText day={issuedOn} /> },
        {
          key: "state",
          head: t("columns.state"),
          cell: ({ state, revocationReason }) => (
            <span className="inline-block">
              <CertificateStateBadge state={state} />
              {revocationReason && <span className="mt-1 block text-muted text-sm">{revocationReason}</span>}
            </span>
          ),
        },
        {
          key: "actions",
          head: t("columns.actions"),
          bare: true,
          cell: (certificate) => certificate.state === "valid" && <Actions certificate={certificate} path={path} />,
        },
      ]}
    />
  );
}

function Actions({ certificate: { id, name }, path }: { certificate: Certificate; path: string }): ReactNode {
  const t = useTranslations("certificates.desk");
  const labelled = (Icon: typeof Ban, label: string) => (
    <>
      <Icon aria-hidden className="size-4" />
      {label}
      <span className="sr-only" lang="zh-CN">
        {" "}
        {name}
      </span>
    </>
  );
  return (
    <span className="flex flex-wrap gap-1 xl:flex-nowrap">
      <a href={`/api/certificates/${id}/pdf`} download className={buttonClass({ look: "quiet", compact: true })}>
        <Download aria-hidden className="size-4" />
        <span aria-hidden>{t("pdf")}</span>
        <span className="sr-only">{t("pdfNamed", { name })}</span>
      </a>
      <ConfirmForm
        action={`/api/desk/certificates/${id}/reissue`}
        fields={{ next: `${path}?done=reissued` }}
        trigger={labelled(Replace, t("reissue"))}
        triggerLook="quiet"
        compact
        title={t("reissueTitle", { name })}
        lead={t("reissueLead")}
        confirm={t("reissue")}
      >
        <AreaField label={t("reason")} hint={t("reasonAudit")} optional name="reason" maxLength={500} rows={2} />
      </ConfirmForm>
      <ConfirmForm
        action={`/api/desk/certificates/${id}/revoke`}
        fields={{ next: `${path}?done=revokedDone` }}
        trigger={labelled(Ban, t("revoke"))}
        triggerLook="quiet"
        compact
        title={t("revokeTitle", { name })}
        lead={t("revokeLead")}
        confirm={t("revoke")}
      >
        <AreaField label={t("reason")} hint={t("reasonShown")} name="reason" required maxLength={300} rows={2} />
      </ConfirmForm>
    </span>
  );
}
