import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { TextField } from "#ui/field.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

/** An invitation's code becomes a password of one's own; a code from the address is filled in already. */
export async function JoinForm({ code, search }: { code: string; search: Search }): Promise<ReactNode> {
  const [t, refused] = await Promise.all([getTranslations("join"), refusedOf(search, ["password"])]);
  return (
    <div className="grid gap-6">
      <div>
        <h1 className="font-bold font-display text-3xl">{t("title")}</h1>
        <p className="mt-3 text-muted">{t("lead")}</p>
      </div>
      <RefusalNotice code={refused.code} />
      <form method="post" action="/api/join" className="grid gap-5">
        <input type="hidden" name="next" value="/" />
        <TextField
          label={t("code")}
          hint={t("codeHint")}
          name="code"
          defaultValue={code}
          required
          maxLength={100}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="tabular tracking-wider"
        />
        <TextField
          label={t("password")}
          hint={t("passwordHint")}
          error={refused.at("password")}
          name="password"
          type="password"
          required
          minLength={8}
          maxLength={200}
          autoComplete="new-password"
        />
        <SubmitButton wide>{t("submit")}</SubmitButton>
      </form>
    </div>
  );
}
