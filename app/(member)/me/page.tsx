import { Award, Flag, LogOut, Mail, MessageSquareText, ShieldCheck, Star } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { lookOfRequest } from "#app/_http/look.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { getMe } from "#server/people/get-me.ts";
import { listMySessions } from "#server/people/list-my-sessions.ts";
import { LinkCard } from "#ui/card.tsx";
import { ForgetDevice } from "#ui/forget-device.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { PrefsSwitch } from "#ui/prefs-switch.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Sessions } from "./sessions.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

/** Who one is here, how pages look, where one is signed in, and the ways to one's data and to the complaints box. */
export default async function MePage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, me, { sessions }, look, { now }, refused, query] = await Promise.all([
    getTranslations("me"),
    ask(getMe),
    ask(listMySessions),
    lookOfRequest(),
    pageContext(),
    refusedOf(searchParams, ["current", "password"]),
    searchParams,
  ]);
  return (
    <Page title={me.name} lead={me.branch}>
      <RefusalNotice code={refused.code} />
      {oneOf(query["changed"]) === "password" && <Notice kind="success">{t("passwordChanged")}</Notice>}
      <Facts me={me} />
      <Ways />
      <Section title={t("display")}>
        <div className="max-w-md">
          <PrefsSwitch look={look} />
        </div>
      </Section>
      <Section title={<span id="sessions">{t("sessions")}</span>}>
        <Sessions sessions={sessions} now={now} />
      </Section>
      {me.hasPassword && (
        <Section title={<span id="password">{t("password")}</span>}>
          <PasswordForm account={me.account} errorAt={refused.at} />
        </Section>
      )}
      <form method="post" action="/api/sign-out" className="border-line border-t pt-6">
        <ForgetDevice />
        <input type="hidden" name="next" value="/sign-in" />
        <SubmitButton look="secondary">
          <LogOut aria-hidden className="size-4" />
          {t("signOut")}
        </SubmitButton>
      </form>
    </Page>
  );
}

type Me = Readonly<{ account: string; staffNo: string; offices: readonly Readonly<{ id: number; office: string; branch: string }>[] }>;

async function Facts({ me }: { me: Me }): Promise<ReactNode> {
  const t = await getTranslations("me");
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 [&>dt]:text-muted">
      <dt>{t("account")}</dt>
      <dd className="tabular">{me.account}</dd>
      {me.staffNo !== me.account && (
        <>
          <dt>{t("staffNo")}</dt>
          <dd className="tabular">{me.staffNo}</dd>
        </>
      )}
      {me.offices.length > 0 && (
        <>
          <dt>{t("offices")}</dt>
          <dd>
            <ul>
              {me.offices.map(({ id, office, branch }) => (
                <li key={id}>{t("officeOver", { office: t(`officeNames.${office}`), branch })}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}

async function Ways(): Promise<ReactNode> {
  const [t, tCertificates, tContact] = await Promise.all([
    getTranslations("me"),
    getTranslations("certificates"),
    getTranslations("contact"),
  ]);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <LinkCard
        level={2}
        href="/me/contact"
        title={tContact("way")}
        lead={tContact("wayLead")}
        mark={<Mail aria-hidden className="size-5 text-muted" />}
      />
      <LinkCard
        level={2}
        href="/me/privacy"
        title={t("privacy")}
        lead={t("privacyLead")}
        mark={<ShieldCheck aria-hidden className="size-5 text-muted" />}
      />
      <LinkCard
        level={2}
        href="/me/certificates"
        title={tCertificates("title")}
        lead={tCertificates("meLead")}
        mark={<Award aria-hidden className="size-5 text-muted" />}
      />
      <LinkCard
        level={2}
        href="/me/points"
        title={t("points")}
        lead={t("pointsLead")}
        mark={<Star aria-hidden className="size-5 text-muted" />}
      />
      <LinkCard
        level={2}
        href="/me/reports"
        title={t("reports")}
        lead={t("reportsLead")}
        mark={<Flag aria-hidden className="size-5 text-muted" />}
      />
      <LinkCard
        level={2}
        href="/me/complaints"
        title={t("complaints")}
        lead={t("complaintsLead")}
        mark={<MessageSquareText aria-hidden className="size-5 text-muted" />}
      />
    </div>
  );
}
