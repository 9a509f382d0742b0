"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BranchOptions } from "#ui/branch-options.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import type { PartProps } from "./part-props.ts";

/** A branch the contest may be for; `members`: active people in it and below it. */
export type BranchOption = Readonly<{ id: number; name: string; depth: number; members: number }>;

/** Who may enter: a branch with all below it, and, if wanted, only people with one of some tags. */
export function AudiencePart({ draft, set, problem, branches }: PartProps & { branches: readonly BranchOption[] }): ReactNode {
  const t = useTranslations("contestDesk");
  const tags = [problem("audienceTags"), ...Array.from({ length: 21 }, (_, place) => problem(`audienceTags.${place}`))].find(Boolean);
  return (
    <Section title={t("parts.audience")}>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <SelectField
          label={t("fields.branchId")}
          hint={t("hints.branch")}
          value={draft.branchId}
          error={problem("branchId")}
          onChange={(event) => set("branchId", event.currentTarget.value)}
        >
          <BranchOptions branches={branches} nameOf={({ name, members }) => t("branchOption", { name, members })} />
        </SelectField>
        <TextField
          label={t("fields.tags")}
          hint={t("hints.tags")}
          optional
          value={draft.tags}
          autoComplete="off"
          error={tags}
          onChange={(event) => set("tags", event.currentTarget.value)}
        />
      </div>
    </Section>
  );
}
