"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectField } from "#ui/field.tsx";
import type { Listed } from "./annotation.ts";

/** What of a choice is sent; it is `private`, `branch` or a group's number. */
export const shareOf = (share: string) => (/^\d+$/.test(share) ? { visibility: "group", groupId: Number(share) } : { visibility: share });

type Props = { groups: Listed["groups"]; share: string; change: (share: string) => void; hint?: string; autoFocus?: boolean };

/** Who may see an annotation: oneself, one of one's groups, one's branch. */
export function ShareField({ groups, share, change, ...rest }: Props): ReactNode {
  const t = useTranslations("annotations");
  return (
    <SelectField label={t("share")} value={share} onChange={(event) => change(event.currentTarget.value)} {...rest}>
      <option value="private">{t("visibility.private")}</option>
      {groups.map(({ id, name }) => (
        <option key={id} value={id}>
          {t("visibility.group", { name })}
        </option>
      ))}
      <option value="branch">{t("visibility.branch")}</option>
    </SelectField>
  );
}
