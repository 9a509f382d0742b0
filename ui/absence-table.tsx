import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "./table.tsx";
import { TimeText } from "./time-text.tsx";

export type AbsenceLine = Readonly<{
  id: number;
  leftAt: Date;
  lastedMs: number;
  cause: "file-picker" | "input-method" | "short" | "unknown";
  hidden: boolean;
  note: string;
}>;

/** When a page was left, for how long and why as far as a page can know; `explain` stands where the person may say more. Speaks `absences`. */
export function AbsenceTable({
  absences,
  explain,
}: {
  absences: readonly AbsenceLine[];
  explain?: (line: AbsenceLine) => ReactNode;
}): ReactNode {
  const t = useTranslations("absences");
  const lasted = (ms: number): string => {
    const seconds = Math.round(ms / 1_000);
    return seconds < 60 ? t("seconds", { seconds }) : t("minutes", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  };
  const columns: Column<AbsenceLine>[] = [
    { key: "left", head: t("leftAt"), main: true, cell: ({ leftAt }) => <TimeText at={leftAt} form="second" /> },
    { key: "lasted", head: t("lasted"), align: "end", cell: ({ lastedMs }) => lasted(lastedMs) },
    { key: "how", head: t("how"), cell: ({ hidden }) => t(hidden ? "hidden" : "blur") },
    { key: "cause", head: t("cause"), cell: ({ cause }) => t(`causes.${cause}`) },
    { key: "note", head: t("note"), cell: (line) => explain?.(line) ?? line.note },
  ];
  return <DataTable caption={t("title")} columns={columns} rows={absences} keyOf={({ id }) => String(id)} />;
}
