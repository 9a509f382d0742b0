import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { organisationOfPage } from "#app/_http/in-turn.ts";
import { ownPath } from "#app/_http/origin.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { OidcButton } from "./oidc-button.tsx";

const hasOidc = (): boolean => ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"].every((name) => process.env[name]);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

/** Account and password, or the organisation's own sign-in. Whoever is signed in already goes on to where they were going. */
export default async function SignInPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query, { viewer }, organisation, refused] = await Promise.all([
    getTranslations("signIn"),
    searchParams,
    pageContext(),
    organisationOfPage(),
    refusedOf(searchParams, []),
  ]);
  const next = ownPath(oneOf(query["next"]), "/");
  if (viewer.kind === "member") redirect(next);
  // `error` is next-auth's word for a sign-in elsewhere that did not come to an end.
  const code = refused.code ?? (query["error"] ? "sign-in-elsewhere-failed" : undefined);
  return (
    <div className="grid gap-6">
      <h1 className="font-bold font-display text-3xl">{t("title")}</h1>
      {organisation?.ready === false && <Notice title={t("notReady")}>{t("notReadyHint")}</Notice>}
      <RefusalNotice code={code} />
      {hasOidc() && (
        <>
          <OidcButton next={next} label={t("oidc")} />
          <p className="flex items-center gap-4 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t("or")}
          </p>
        </>
      )}
      <AccountForm next={next} />
      <p className="border-line border-t pt-5 text-muted text-sm">
        {t.rich("noAccount", {
          join: (words) => (
            <Link href="/join" className="-my-3 inline-flex min-h-11 items-center text-seal underline underline-offset-4">
              {words}
            </Link>
          ),
        })}
      </p>
    </div>
  );
}

async function AccountForm({ next }: { next: string }): Promise<ReactNode> {
  const t = await getTranslations("signIn");
  return (
    <form method="post" action="/api/sign-in" className="grid gap-5">
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t("account")}
        hint={t("accountHint")}
        name="account"
        required
        maxLength={64}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField label={t("password")} name="password" type="password" required maxLength={400} autoComplete="current-password" />
      <SubmitButton wide>{t("submit")}</SubmitButton>
    </form>
  );
}
