import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listAudit } from "#server/audit/list-audit.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { AuditFilterBar } from "./audit-filter-bar.tsx";
import { AuditTable } from "./audit-table.tsx";

const FILTERS = ["actor", "object", "objectId", "action", "from", "to"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditDesk"))("title") };
}

/** The ledger of what office holders changed, narrowed by what the address says. */
export default async function AuditPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("auditDesk"), searchParams]);
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])));
  const [list, { branches }] = await Promise.all([ask(listAudit, { ...filter, page: oneOf(query["page"]) ?? "1" }), ask(listBranches)]);
  const branchNames = new Map(branches.map(({ id, name }) => [id, name]));
  return (
    <Page title={t("title")} lead={t("lead")} width="wide">
      <div className="grid gap-4">
        <AuditFilterBar filter={filter} />
        <AuditTable
          rows={list.rows}
          branchNames={branchNames}
          empty={
            <Empty title={t("none")} icon={ScrollText}>
              {t("noneLead")}
            </Empty>
          }
        />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/audit" query={filter} />}
      </div>
    </Page>
  );
}
