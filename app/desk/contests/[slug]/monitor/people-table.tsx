"use client";
import { CircleCheck, CircleDashed, PenLine, Timer, WifiOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { MonitorPerson, PersonState } from "./monitor-state.ts";

const looks = {
  answering: { tone: "indigo", icon: PenLine },
  offline: { tone: "amber", icon: WifiOff },
  "handed-in": { tone: "pine", icon: CircleCheck },
  "not-entered": { tone: "plain", icon: CircleDashed },
} as const satisfies Record<PersonState, object>;

type Props = Readonly<{
  slug: string;
  people: readonly MonitorPerson[];
  /** Absent when no time can be given any more. */
  onExtend: ((personId: number, name: string) => void) | undefined;
  empty: ReactNode;
}>;

/** Who is where: one line a person of the roster. */
export function PeopleTable({ slug, people, onExtend, empty }: Props): ReactNode {
  const t = useTranslations("contestDesk.monitor");
  const columns: Column<MonitorPerson>[] = [
    { key: "name", head: t("columns.name"), main: true, cell: ({ name }) => name },
    { key: "branch", head: t("columns.branch"), cell: ({ branchName }) => branchName },
    { key: "state", head: t("columns.state"), cell: ({ state }) => <Badge {...looks[state]}>{t(`states.${state}`)}</Badge> },
    { key: "attempt", head: t("columns.attempt"), align: "end", cell: ({ attempt }) => attempt },
    { key: "answered", head: t("columns.answered"), align: "end", cell: ({ attempt, answered }) => (attempt === null ? null : answered) },
    { key: "due", head: t("columns.due"), cell: ({ dueAt }) => (dueAt ? <TimeText at={new Date(dueAt)} form="second" /> : null) },
    { key: "seen", head: t("columns.seen"), cell: ({ seenAt }) => (seenAt ? <TimeText at={new Date(seenAt)} form="second" /> : null) },
    {
      key: "absences",
      head: t("columns.absences"),
      align: "end",
      cell: ({ absences, attemptId }) =>
        absences > 0 && attemptId !== null ? (
          <Link href={`/desk/contests/${slug}/integrity?attempt=${attemptId}`} className="inline-flex min-h-11 items-center text-seal">
            {absences}
          </Link>
        ) : null,
    },
    { key: "late", head: t("columns.late"), align: "end", cell: ({ late }) => late || null },
  ];
  const extend: Column<MonitorPerson> = {
    key: "extend",
    head: t("columns.extend"),
    bare: true,
    align: "end",
    cell: ({ personId, name, state }) =>
      state !== "handed-in" && (
        <Button compact look="quiet" aria-label={t("extendFor", { name })} onClick={() => onExtend?.(personId, name)}>
          <Timer aria-hidden className="size-4" />
          {t("extend")}
        </Button>
      ),
  };
  return (
    <DataTable
      caption={t("people")}
      rows={people}
      keyOf={({ personId }) => String(personId)}
      columns={onExtend ? [...columns, extend] : columns}
      empty={empty}
    />
  );
}
