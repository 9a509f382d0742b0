import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { organisationOfPage } from "#app/_http/in-turn.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { LinkButton } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("title"), robots: { index: false } };
}

/** The first administrator names the organisation and oneself, with the link that the first start printed; works once. */
export default async function SetupPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query, organisation] = await Promise.all([getTranslations("setup"), searchParams, organisationOfPage()]);
  const token = oneOf(query["token"]) ?? "";
  if (organisation?.ready || token === "") {
    return (
      <div className="grid justify-items-start gap-6">
        <h1 className="font-bold font-display text-3xl">{t("title")}</h1>
        <Notice title={t(organisation?.ready ? "done" : "noToken")}>{t(organisation?.ready ? "doneHint" : "noTokenHint")}</Notice>
        <LinkButton href="/sign-in">{t("toSignIn")}</LinkButton>
      </div>
    );
  }
  return <SetupForm token={token} search={searchParams} />;
}

async function SetupForm({ token, search }: { token: string; search: Search }): Promise<ReactNode> {
  const [t, refused] = await Promise.all([
    getTranslations("setup"),
    refusedOf(search, ["organisationName", "name", "account", "password"]),
  ]);
  return (
    <div className="grid gap-6">
      <div>
        <h1 className="font-bold font-display text-3xl">{t("title")}</h1>
        <p className="mt-3 text-muted">{t("lead")}</p>
      </div>
      <RefusalNotice code={refused.code} />
      <form method="post" action="/api/setup" className="grid gap-5">
        <input type="hidden" name="next" value="/desk" />
        <input type="hidden" name="token" value={token} />
        <TextField
          label={t("organisation")}
          hint={t("organisationHint")}
          error={refused.at("organisationName")}
          name="organisationName"
          required
          maxLength={100}
          autoComplete="organization"
        />
        <TextField label={t("name")} error={refused.at("name")} name="name" required maxLength={60} autoComplete="name" />
        <TextField
          label={t("account")}
          hint={t("accountHint")}
          error={refused.at("account")}
          name="account"
          required
          maxLength={64}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
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
