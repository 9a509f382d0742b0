import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tabs } from "#ui/tabs.tsx";

/** The three views of the review: today's, the whole book, and how much a day. */
export function ReviewTabs({ current }: { current: "/review" | "/review/book" | "/review/settings" }): ReactNode {
  const t = useTranslations("review");
  return (
    <Tabs
      label={t("title")}
      current={current}
      tabs={[
        { href: "/review", label: t("todayTab") },
        { href: "/review/book", label: t("book") },
        { href: "/review/settings", label: t("settings") },
      ]}
    />
  );
}
