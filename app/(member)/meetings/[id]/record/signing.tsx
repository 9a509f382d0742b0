import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SelectField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Role = "chair" | "recorder";
type RecordShape = Readonly<{
  id: number;
  revision: number;
  locked: boolean;
  lockedAt: Date | null;
  locksAt: Date;
  missing: readonly string[];
  signatures: readonly { role: Role; name: string; signedAt: Date; mine: boolean }[];
  people: readonly { id: number; name: string }[];
  chairId: number | null;
  recorderId: number | null;
  may: { sign: readonly Role[]; lock: boolean; name: boolean };
}>;

type Props = { record: RecordShape; errorAt: (field: string) => string | undefined };

/** Who signed, and what the viewer may do about it: sign, lock, say who chaired and recorded. */
export function Signing({ record, errorAt }: Props): ReactNode {
  const t = useTranslations("recordPage");
  const { id, signatures, may } = record;
  return (
    <Section title={t("signatures")}>
      <dl className="grid gap-3 sm:grid-cols-2">
        {(["chair", "recorder"] as const).map((role) => {
          const given = signatures.find((one) => one.role === role);
          return (
            <div key={role} className="grid content-start gap-2 rounded-md border border-line p-4">
              <dt className="font-medium">{t(`roles.${role}`)}</dt>
              <dd className="grid gap-2">
                {given ? (
                  <span className="flex flex-wrap gap-x-3">
                    <span lang="zh-CN">{given.name}</span>
                    <TimeText at={given.signedAt} form="dated" />
                  </span>
                ) : (
                  <span className="text-muted">{t("unsigned")}</span>
                )}
                {!given && may.sign.includes(role) && (
                  <form method="post" action={`/api/meetings/${id}/record/sign`} className="no-print">
                    <input type="hidden" name="role" value={role} />
                    <input type="hidden" name="revision" value={record.revision} />
                    <SubmitButton look="primary">{t("sign")}</SubmitButton>
                  </form>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="text-muted text-sm">
        {record.locked ? t("lockedLead") : t("locksLead")} {!record.locked && <TimeText at={record.locksAt} form="dated" />}
      </p>
      {may.lock && (
        <ConfirmForm
          action={`/api/meetings/${id}/record/lock`}
          trigger={t("lock")}
          compact
          title={t("lockTitle")}
          lead={t("lockLead")}
          confirm={t("lock")}
        />
      )}
      {may.name && <Signers record={record} errorAt={errorAt} />}
    </Section>
  );
}

function Signers({ record, errorAt }: Props): ReactNode {
  const t = useTranslations("recordPage");
  const fields = [
    ["chairId", "chair", record.chairId],
    ["recorderId", "recorder", record.recorderId],
  ] as const;
  return (
    <details className="no-print">
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t("changeSigners")}</summary>
      <form method="post" action={`/api/meetings/${record.id}/record/signers`} className="grid gap-3 sm:grid-cols-2">
        {fields.map(([name, role, chosen]) => (
          <SelectField key={name} label={t(`roles.${role}`)} name={name} defaultValue={chosen ?? ""} error={errorAt(name)}>
            {record.people.map((person) => (
              <option key={person.id} value={person.id} lang="zh-CN">
                {person.name}
              </option>
            ))}
          </SelectField>
        ))}
        <SubmitButton look="secondary" className="justify-self-start">
          {t("saveSigners")}
        </SubmitButton>
      </form>
    </details>
  );
}
