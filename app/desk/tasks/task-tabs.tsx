import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tabs } from "#ui/tabs.tsx";

/** The ways of looking at the ledger. */
export function TaskTabs({ current }: { current: "/desk/tasks" | "/desk/tasks?view=counts" | "/desk/tasks/supervision" }): ReactNode {
  const t = useTranslations("taskDesk");
  return (
    <Tabs
      label={t("views")}
      current={current}
      tabs={[
        { href: "/desk/tasks", label: t("rows") },
        { href: "/desk/tasks?view=counts", label: t("counts") },
        { href: "/desk/tasks/supervision", label: t("supervision") },
      ]}
    />
  );
}
