import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { getGroup } from "#server/groups/get-group.ts";
import { listPlans } from "#server/groups/list-plans.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { PlanPart } from "./plan-part.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
const FIELDS = ["day", "startClock", "endClock", "endsOn", "sections"];
const DONE = ["made", "moved", "skipped", "extended"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("plans") };
}

/** The plans of a group, day by day; whoever leads it moves a day, leaves one out, or lets the plan run on. */
export default async function PlansPage({ params, searchParams }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const [t, group, { plans }, query] = await Promise.all([
    getTranslations("groups"),
    ask(getGroup, { slug }),
    ask(listPlans, { slug }),
    searchParams,
  ]);
  const refused = await refusedOf(searchParams, FIELDS);
  const said = FIELDS.map((field) => refused.at(field)).find((sentence) => sentence !== undefined);
  const done = oneOf(query["done"]);
  const make = group.may.lead && <LinkButton href={`/groups/${slug}/plans/new`}>{t("newPlan")}</LinkButton>;
  return (
    <Page title={t("plans")} lead={group.name} action={plans.length > 0 && make} back={{ href: `/groups/${slug}`, label: group.name }}>
      <RefusalNotice code={refused.code} />
      {said && <Notice kind="error">{said}</Notice>}
      {done && DONE.includes(done) && !oneOf(query["refused"]) && <Notice kind="success">{t(`planDone.${done}`)}</Notice>}
      {plans.length === 0 && (
        <Empty title={t("noPlans")} icon={BookOpen} action={make}>
          {t("noPlansHint")}
        </Empty>
      )}
      {plans.map((plan) => (
        <PlanPart key={plan.id} slug={slug} plan={plan} mayLead={group.may.lead && plan.closedAt === null} />
      ))}
    </Page>
  );
}
