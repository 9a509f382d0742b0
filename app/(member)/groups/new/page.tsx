import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { listGroupPlaces } from "#server/groups/list-group-places.ts";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TickField } from "#ui/tick-field.tsx";

const FIELDS = ["name", "intro", "branchId", "leaderNo", "memberNos", "termEndsOn"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("make") };
}

/** Makes a group: name, branch, leader and members by their staff numbers. */
export default async function NewGroupPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const { viewer } = await pageContext();
  if (viewer.kind === "member" && !can.seeMeetingsDesk(viewer)) notFound();
  const [t, { branches }, refused] = await Promise.all([getTranslations("groups"), ask(listGroupPlaces), refusedOf(searchParams, FIELDS)]);
  return (
    <Page width="reading" title={t("make")} lead={t("makeLead")} back={{ href: "/groups", label: t("title") }}>
      <RefusalNotice code={refused.code} />
      <SendForm action="/api/groups" next="/groups?done=made" submit={t("make")}>
        <TextField label={t("name")} name="name" required maxLength={60} error={refused.at("name")} />
        <SelectField label={t("branch")} hint={t("branchHint")} name="branchId" required error={refused.at("branchId")}>
          {branches.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {"\u2003".repeat(depth)}
              {name}
            </option>
          ))}
        </SelectField>
        <AreaField label={t("intro")} name="intro" rows={3} maxLength={500} optional error={refused.at("intro")} />
        <TextField label={t("leaderNo")} name="leaderNo" required maxLength={60} autoComplete="off" error={refused.at("leaderNo")} />
        <TextField label={t("termEndsOn")} hint={t("termHint")} name="termEndsOn" type="date" optional error={refused.at("termEndsOn")} />
        <AreaField label={t("memberNos")} hint={t("memberNosHint")} name="memberNos" rows={3} optional error={refused.at("memberNos")} />
        <TickField label={t("private")} hint={t("privateHint")} name="isPrivate" defaultChecked />
      </SendForm>
    </Page>
  );
}
