"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type BranchOption, BranchOptions } from "#ui/branch-options.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import type { SetKind } from "./draft.ts";
import type { PartOfSet } from "./part-of-set.ts";

const KINDS: readonly SetKind[] = ["topic", "weekly", "mock"];

/** What a set is called, what kind it is, whose it is, and when it can be begun. */
export function SetBasics({ draft, set, at, branches }: PartOfSet & { branches: readonly BranchOption[] }): ReactNode {
  const t = useTranslations("setDesk");
  const text = (field: "title" | "intro" | "opensAt" | "closesAt") => ({
    label: t(`fields.${field}`),
    error: at(field),
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  const isWeekly = draft.kind === "weekly";
  return (
    <Section title={t("about")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField type="text" maxLength={120} {...text("title")} />
        <TextField type="text" maxLength={500} optional {...text("intro")} />
        <SelectField
          label={t("kind")}
          hint={t(`kindHints.${draft.kind}`)}
          value={draft.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as SetKind })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("fields.branchId")}
          hint={t("branchHint")}
          error={at("branchId")}
          value={draft.branchId}
          onChange={(event) => set({ branchId: event.currentTarget.value })}
        >
          <BranchOptions branches={branches} />
        </SelectField>
        <TextField type="datetime-local" optional={!isWeekly} {...text("opensAt")} />
        <TextField type="datetime-local" optional={!isWeekly} {...text("closesAt")} />
      </div>
    </Section>
  );
}
