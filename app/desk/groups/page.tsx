import { Users } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { can } from "#domain/access.ts";
import { listGroupsDesk } from "#server/groups/list-groups-desk.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { GroupTable } from "./group-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("title") };
}

/** The groups of the branches one looks after: made and closed from here. */
export default async function GroupsDeskPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.seeMeetingsDesk);
  const [t, refused, query] = await Promise.all([getTranslations("groups"), refusedOf(searchParams, []), searchParams]);
  const closed = oneOf(query["closed"]) === "true";
  const { groups } = await ask(listGroupsDesk, { closed });
  return (
    <Page
      width="wide"
      title={t("title")}
      lead={t("deskLead")}
      action={
        <LinkButton look="primary" href="/groups/new">
          {t("make")}
        </LinkButton>
      }
    >
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={oneOf(query["done"]) === "closed" ? t("done.closed") : undefined} refused={oneOf(query["refused"])} />
      <p>
        <Link href={closed ? "/desk/groups" : "/desk/groups?closed=true"} className="inline-flex min-h-11 items-center text-seal">
          {t(closed ? "hideClosed" : "showClosed")}
        </Link>
      </p>
      {groups.length === 0 ? (
        <Empty title={t("deskEmpty")} icon={Users}>
          {t("deskEmptyHint")}
        </Empty>
      ) : (
        <GroupTable groups={groups} />
      )}
    </Page>
  );
}
