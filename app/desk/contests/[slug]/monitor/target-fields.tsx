"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { BranchOptions } from "#ui/branch-options.tsx";
import { SelectField } from "#ui/field.tsx";

/** Who gets more time. */
export type ExtendTarget =
  | Readonly<{ to: "all" }>
  | Readonly<{ to: "branch"; branchId: number }>
  | Readonly<{ to: "person"; personId: number; name: string }>;

export type ExtendBranch = Readonly<{ id: number; name: string; depth: number }>;

type Props = Readonly<{ branches: readonly ExtendBranch[]; target: ExtendTarget; onTarget: (target: ExtendTarget) => void }>;

/** What the target is called on the button. */
export function nameOf(target: ExtendTarget, branches: readonly ExtendBranch[]): string {
  if (target.to === "person") return target.name;
  return target.to === "branch" ? (branches.find(({ id }) => id === target.branchId)?.name ?? "") : "";
}

/** Everybody, one branch with all below it, or the person last chosen from the table. */
export function TargetFields({ branches, target, onTarget }: Props): ReactNode {
  const t = useTranslations("contestDesk.monitor");
  const [person, setPerson] = useState<Extract<ExtendTarget, { to: "person" }> | null>(null);
  const known = target.to === "person" ? target : person;
  const pick = (to: string): void => {
    if (target.to === "person") setPerson(target);
    if (to === "person" && known) onTarget(known);
    else if (to === "branch") onTarget({ to: "branch", branchId: branches[0]?.id ?? 0 });
    else onTarget({ to: "all" });
  };
  return (
    <>
      <SelectField label={t("who")} value={target.to} onChange={(event) => pick(event.currentTarget.value)}>
        <option value="all">{t("everybody")}</option>
        <option value="branch">{t("oneBranch")}</option>
        <option value="person" disabled={!known}>
          {known ? known.name : t("onePerson")}
        </option>
      </SelectField>
      {target.to === "branch" && (
        <SelectField
          label={t("branch")}
          value={target.branchId}
          onChange={(event) => onTarget({ to: "branch", branchId: Number(event.currentTarget.value) })}
        >
          <BranchOptions branches={branches} />
        </SelectField>
      )}
    </>
  );
}
