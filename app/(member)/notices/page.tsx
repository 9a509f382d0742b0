import { Bell } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listNotices } from "#server/notices/list-notices.ts";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { NoticeLine } from "./notice-line.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

/** What one has been told, the latest first. Opening one takes it as read. */
export default async function NoticesPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("notices"), searchParams]);
  const list = await ask(listNotices, { page: oneOf(query["page"]) ?? "1" });
  const markAll = list.unread > 0 && (
    <form method="post" action="/api/notices/read">
      <input type="hidden" name="next" value="/notices" />
      <SubmitButton look="secondary">{t("markAll")}</SubmitButton>
    </form>
  );
  return (
    <Page
      width="reading"
      title={t("title")}
      action={markAll || undefined}
      lead={
        <Link href="/me/contact" className="-my-2 inline-flex min-h-11 items-center text-seal">
          {t("settings")}
        </Link>
      }
    >
      {list.total === 0 ? (
        <Empty title={t("empty")} icon={Bell}>
          {t("emptyHint")}
        </Empty>
      ) : (
        <div className="grid gap-4">
          <ul className="border-line border-t">
            {list.notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
          <Pagination total={list.total} page={list.page} pageSize={30} path="/notices" />
        </div>
      )}
    </Page>
  );
}
