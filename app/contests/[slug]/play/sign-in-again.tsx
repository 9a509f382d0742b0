"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

/** The sign-in has ended; the answers wait on this device until it is there again. */
export function SignInAgain({ slug }: { slug: string }): ReactNode {
  const t = useTranslations("play.signedOut");
  return (
    <Notice
      kind="error"
      title={t("title")}
      action={
        <LinkButton compact look="primary" href={`/sign-in?next=${encodeURIComponent(`/contests/${slug}/play`)}`}>
          {t("signIn")}
        </LinkButton>
      }
    >
      {t("body")}
    </Notice>
  );
}
