import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { getContact } from "#server/notices/get-contact.ts";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TickField } from "#ui/tick-field.tsx";
import { TimeText } from "#ui/time-text.tsx";

const DONE = ["saved", "removed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contact"))("title") };
}

/** One's own e-mail address: given with consent, or not at all, and taken away again. */
export default async function ContactPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, contact, refused, query] = await Promise.all([
    getTranslations("contact"),
    ask(getContact),
    refusedOf(searchParams, ["email"]),
    searchParams,
  ]);
  const done = oneOf(query["refused"]) ? undefined : DONE.find((one) => one === oneOf(query["done"]));
  return (
    <Page width="reading" title={t("title")} lead={t("lead")} back={{ href: "/me", label: t("back") }}>
      {(refused.code || done) && (
        <div className="grid gap-4">
          <RefusalNotice code={refused.code} />
          {done && <Notice kind="success">{t(done)}</Notice>}
        </div>
      )}
      {!contact.mailWorks && <Notice>{t("noMail")}</Notice>}
      {contact.email !== null && <Present email={contact.email} savedAt={contact.savedAt} />}
      <form method="post" action="/api/me/contact" className="grid gap-4">
        <input type="hidden" name="next" value="/me/contact?done=saved" />
        <TextField
          label={t("email")}
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          error={refused.at("email")}
          defaultValue={contact.email ?? ""}
        />
        <TickField label={t("consent")} hint={t("consentHint")} name="wantsEmail" required defaultChecked={contact.email !== null} />
        <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
      </form>
    </Page>
  );
}

async function Present({ email, savedAt }: { email: string; savedAt: Date | null }): Promise<ReactNode> {
  const t = await getTranslations("contact");
  return (
    <Section title={t("present")}>
      <form method="post" action="/api/me/contact/remove" className="flex flex-wrap items-center justify-between gap-4">
        <input type="hidden" name="next" value="/me/contact?done=removed" />
        <p className="min-w-0">
          <span className="wrap-anywhere font-medium">{email}</span>
          {savedAt && (
            <span className="block text-muted text-sm">{t.rich("since", { at: () => <TimeText at={savedAt} form="day" /> })}</span>
          )}
        </p>
        <SubmitButton look="danger">{t("remove")}</SubmitButton>
      </form>
    </Section>
  );
}
