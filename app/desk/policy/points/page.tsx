import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { policyFields } from "#domain/points/policy-fields.ts";
import { getPointsDesk } from "#server/points/get-points-desk.ts";
import { Badge } from "#ui/badge.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { PointRules } from "#ui/point-rules.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Summary } from "#ui/summary.tsx";
import { Words } from "#ui/words.tsx";
import { PolicyForm } from "./policy-form.tsx";

const FIELDS = [...Object.keys(policyFields), "validFrom", "reason"];
type Desk = Awaited<ReturnType<typeof deskOf>>;
const deskOf = () => ask(getPointsDesk);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pointsDesk"))("title") };
}

/** The rules of points: to be changed with what they say in words, every version there was, and the study years to publish. */
export default async function PointsDeskPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.setPolicy);
  const [t, desk, refused, query] = await Promise.all([
    getTranslations("pointsDesk"),
    deskOf(),
    refusedOf(searchParams, FIELDS),
    searchParams,
  ]);
  const done = oneOf(query["done"]);
  const errors = Object.fromEntries(FIELDS.flatMap((field) => (refused.at(field) ? [[field, refused.at(field) ?? ""]] : [])));
  return (
    <Page title={t("title")} lead={t("lead")} width="reading" back={{ href: "/desk/policy", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      <DoneNotice
        sentence={done === "saved" ? t("saved") : done === "published" ? t("published") : undefined}
        refused={oneOf(query["refused"])}
      />
      {desk.lightBurden && <Notice>{t("private")}</Notice>}
      <p>
        <Link href="/desk/policy/points/corrections" className="inline-flex min-h-11 items-center text-seal">
          {t("corrections")}
        </Link>
      </p>
      {desk.current.id === null && <p className="text-muted">{t("nothingSaved")}</p>}
      <Words names={["points", "pointsDesk"]}>
        <PolicyForm key={desk.history[0]?.id ?? 0} policy={desk.current.policy} errors={errors} />
      </Words>
      <Years years={desk.years} />
      <History history={desk.history} />
    </Page>
  );
}

async function Years({ years }: { years: Desk["years"] }): Promise<ReactNode> {
  const [t, format] = await Promise.all([getTranslations("pointsDesk"), getFormatter()]);
  return (
    <Section title={t("years")}>
      <p className="text-muted">{t(years.length === 0 ? "noWeights" : "yearsHint")}</p>
      <ul className="grid gap-3">
        {years.map(({ year, publishedAt }) => (
          <li key={year} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <SendForm
              action={`/api/desk/points/years/${year}`}
              next="/desk/policy/points?done=published"
              look="secondary"
              submit={t(publishedAt ? "republish" : "publish", { year })}
            >
              {null}
            </SendForm>
            {publishedAt && (
              <span className="text-muted text-sm">{t("publishedAt", { day: format.dateTime(publishedAt, { dateStyle: "long" }) })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function History({ history }: { history: Desk["history"] }): Promise<ReactNode> {
  const [t, format] = await Promise.all([getTranslations("pointsDesk"), getFormatter()]);
  const dayOf = (at: Date) => format.dateTime(at, { dateStyle: "long", timeStyle: "short" });
  return (
    <Section title={t("history")}>
      {history.length === 0 && <p className="text-muted">{t("noHistory")}</p>}
      {history.map(({ id, policy, validFrom, savedBy }) => (
        <details key={id} className="rounded-md border border-line p-4">
          <Summary>
            {t("historyLine", { day: dayOf(validFrom), who: savedBy ?? t("historyNobody") })}{" "}
            <Badge tone={policy.isOn ? "pine" : "plain"}>{t(policy.isOn ? "isOnBadge" : "isOffBadge")}</Badge>
          </Summary>
          <div className="pt-3">
            <PointRules policy={policy} />
          </div>
        </details>
      ))}
    </Section>
  );
}
