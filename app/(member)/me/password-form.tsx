import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

/** The present password and a new one. The hidden account lets password managers know whose it is. */
export function PasswordForm({ account, errorAt }: { account: string; errorAt: (field: string) => string | undefined }): ReactNode {
  const t = useTranslations("me");
  return (
    <form method="post" action="/api/me/password" className="grid max-w-md gap-5">
      <input type="hidden" name="next" value="/me?changed=password#password" />
      <input type="text" hidden readOnly autoComplete="username" value={account} />
      <TextField
        label={t("currentPassword")}
        error={errorAt("current")}
        name="current"
        type="password"
        required
        maxLength={400}
        autoComplete="current-password"
      />
      <TextField
        label={t("newPassword")}
        hint={t("newPasswordHint")}
        error={errorAt("password")}
        name="password"
        type="password"
        required
        minLength={8}
        maxLength={200}
        autoComplete="new-password"
      />
      <SubmitButton look="secondary" className="justify-self-start">
        {t("changePassword")}
      </SubmitButton>
    </form>
  );
}
