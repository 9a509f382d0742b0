import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { NAME_POLICIES } from "#domain/certificates/mask-name.ts";
import { getCertificatePolicy } from "#server/certificates/get-certificate-policy.ts";
import { Choice, ChoiceGroup } from "#ui/choice.tsx";
import { TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";

const EXAMPLE = "ZX";

/** Under which code certificates are given, and how names are shown to who checks one. */
export async function CertificatePolicySection({ error }: { error: string | undefined }): Promise<ReactNode> {
  const [t, { code, names }] = await Promise.all([getTranslations("certificates.policy"), ask(getCertificatePolicy)]);
  return (
    <Section title={t("title")}>
      <p className="text-muted">{t("lead")}</p>
      <SendForm
        key={JSON.stringify([code, names])}
        action="/api/desk/policy/certificates"
        next="/desk/policy?done=saved"
        submit={t("save")}
        look="secondary"
        className="grid gap-6"
      >
        <TextField
          label={t("code")}
          hint={t("codeHint", { example: EXAMPLE })}
          error={error}
          name="code"
          required
          maxLength={8}
          autoComplete="off"
          defaultValue={code}
        />
        <ChoiceGroup legend={t("names")}>
          {NAME_POLICIES.map((policy) => (
            <Choice key={policy} kind="radio" name="names" value={policy} defaultChecked={names === policy}>
              <span className="font-medium">{t(policy)}</span>
              <span className="block text-muted text-sm">{t(`${policy}Hint`)}</span>
            </Choice>
          ))}
        </ChoiceGroup>
        <TextField label={t("reason")} optional name="reason" maxLength={500} />
      </SendForm>
    </Section>
  );
}
