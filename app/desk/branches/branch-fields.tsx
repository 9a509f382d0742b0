import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TextField } from "#ui/field.tsx";

type Props = { branch?: Readonly<{ name: string; code: string; kind: string }>; errorAt: (field: string) => string | undefined };

/** Name, code and kind, alike for a new branch and a known one. */
export async function BranchFields({ branch, errorAt }: Props): Promise<ReactNode> {
  const t = await getTranslations("branchesDesk");
  return (
    <>
      <TextField
        label={t("name")}
        error={errorAt("name")}
        name="name"
        required
        maxLength={80}
        defaultValue={branch?.name}
        autoComplete="off"
      />
      <TextField
        label={t("code")}
        hint={t("codeHint")}
        error={errorAt("code")}
        name="code"
        required
        maxLength={40}
        defaultValue={branch?.code}
        autoComplete="off"
        autoCapitalize="none"
      />
      <TextField
        label={t("kind")}
        hint={t("kindHint")}
        error={errorAt("kind")}
        optional
        name="kind"
        maxLength={30}
        defaultValue={branch?.kind}
      />
    </>
  );
}
