import { MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { listComplaints } from "#server/complaints/list-complaints.ts";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { ComplaintCard } from "./complaint-card.tsx";

const STATES = ["open", "answered", "all"] as const;
const EMPTY = { open: "none", answered: "noneAnswered", all: "noneAll" } as const;

const hrefOf = (state: (typeof STATES)[number]) => (state === "open" ? "/desk/complaints" : `/desk/complaints?state=${state}`);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("complaintsDesk"))("title") };
}

/** What members of the viewer's subtrees wrote; what waits for an answer comes first. */
export default async function ComplaintsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, refused, query] = await Promise.all([getTranslations("complaintsDesk"), refusedOf(searchParams, []), searchParams]);
  const state = STATES.find((one) => one === oneOf(query["state"])) ?? "open";
  const list = await ask(listComplaints, { ...(state !== "all" && { state }), page: oneOf(query["page"]) ?? "1" });
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-5">
        <Tabs label={t("tabs")} current={hrefOf(state)} tabs={STATES.map((one) => ({ href: hrefOf(one), label: t(one) }))} />
        <RefusalNotice code={refused.code} />
        <DoneNotice sentence={oneOf(query["done"]) === "replied" ? t("replied") : undefined} refused={oneOf(query["refused"])} />
        {list.total === 0 && (
          <Empty title={t(EMPTY[state])} icon={MessageSquareText}>
            {t("noneLead")}
          </Empty>
        )}
        {list.complaints.map((complaint) => (
          <ComplaintCard key={complaint.id} complaint={complaint} />
        ))}
        {list.total > 0 && (
          <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/complaints" query={{ state: oneOf(query["state"]) }} />
        )}
      </div>
    </Page>
  );
}
