import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { Badge, type Tone } from "#ui/badge.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

export type Sanction = Readonly<{
  id: number;
  name: string;
  branchName: string;
  kind: "warning" | "points" | "disqualified";
  milli: number;
  reason: string;
  state: "proposed" | "applied" | "rejected" | "lifted";
  proposedBy: string;
  isOwn: boolean;
  decidedBy: string | null;
  liftReason: string;
}>;

const TONES: Readonly<Record<Sanction["state"], Tone>> = { proposed: "amber", applied: "seal", rejected: "plain", lifted: "plain" };

/** One sanction with what may be done about it: another organizer decides, and what was carried out can be lifted. */
export function SanctionItem({ sanction, path }: { sanction: Sanction; path: string }): ReactNode {
  const t = useTranslations("integrity");
  const { id, name, branchName, kind, milli, reason, state, proposedBy, isOwn, decidedBy, liftReason } = sanction;
  return (
    <li className="grid gap-3 rounded-md border border-line bg-raised p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
        <span className="font-medium">
          {name} <span className="font-normal text-muted text-sm">{branchName}</span>
        </span>
        <span>{kind === "points" ? t("pointsOff", { points: pointsText(milli) }) : t(`sanctionKinds.${kind}`)}</span>
      </p>
      <p lang="zh-CN">{reason}</p>
      <p className="text-muted text-sm">
        {t("proposedBy", { name: proposedBy })}
        {decidedBy && ` · ${t("decidedBy", { name: decidedBy })}`}
        {liftReason && ` · ${t("liftedFor", { reason: liftReason })}`}
      </p>
      {kind !== "warning" && state !== "rejected" && (
        <p>
          <Link href={`${path}?sanction=${id}#effect`} className="inline-flex min-h-11 items-center text-seal">
            {t(state === "proposed" ? "effect.see" : "effect.seeApplied")}
          </Link>
        </p>
      )}
      {state === "proposed" && isOwn && <p className="text-muted text-sm">{t("waitsForAnother")}</p>}
      {state === "proposed" && !isOwn && (
        <SendForm
          action={`/api/desk/sanctions/${id}/decide`}
          next={`${path}?done=decided`}
          submit={t("decide")}
          className="grid items-end gap-3 sm:grid-cols-[12rem_minmax(0,1fr)_auto]"
        >
          <SelectField label={t("decision")} name="verdict" defaultValue="reject">
            <option value="reject">{t("reject")}</option>
            <option value="approve">{t("approve")}</option>
          </SelectField>
          <TextField label={t("note")} name="note" maxLength={300} optional />
        </SendForm>
      )}
      {state === "applied" && (
        <details>
          <summary className="flex min-h-11 items-center text-seal">{t("lift")}</summary>
          <SendForm action={`/api/desk/sanctions/${id}/lift`} next={`${path}?done=lifted`} submit={t("lift")} look="secondary">
            <TextField label={t("liftReason")} name="reason" required maxLength={300} />
          </SendForm>
        </details>
      )}
    </li>
  );
}
