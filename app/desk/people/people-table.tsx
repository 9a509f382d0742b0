import { CircleCheck, CircleDashed, CircleSlash } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OfficeName } from "#domain/people/offices.ts";
import { Badge } from "#ui/badge.tsx";
import { DataTable } from "#ui/table.tsx";

type Person = Readonly<{
  id: number;
  staffNo: string;
  name: string;
  branch: Readonly<{ name: string }>;
  offices: readonly Readonly<{ id: number; office: OfficeName; branch: Readonly<{ name: string }> }>[];
  tags: readonly string[];
  disabled: boolean;
  joined: boolean;
}>;

/** Whether somebody can sign in: disabled, no password yet, or joined. */
export function StandingBadge({ disabled, joined }: { disabled: boolean; joined: boolean }): ReactNode {
  const t = useTranslations("peopleDesk");
  if (disabled) return <Badge icon={CircleSlash}>{t("states.disabled")}</Badge>;
  if (!joined)
    return (
      <Badge tone="amber" icon={CircleDashed}>
        {t("states.waiting")}
      </Badge>
    );
  return (
    <Badge tone="pine" icon={CircleCheck}>
      {t("states.joined")}
    </Badge>
  );
}

/** People, one a row; the name leads to the person. */
export function PeopleTable({ people, caption, empty }: { people: readonly Person[]; caption: string; empty: ReactNode }): ReactNode {
  const t = useTranslations("peopleDesk");
  const tMe = useTranslations("me");
  return (
    <DataTable
      caption={caption}
      rows={people}
      keyOf={({ id }) => String(id)}
      empty={empty}
      columns={[
        {
          key: "name",
          head: t("columns.name"),
          main: true,
          cell: ({ id, name }) => (
            <Link href={`/desk/people/${id}`} className="inline-flex min-h-11 items-center font-medium hover:text-seal hover:underline">
              {name}
            </Link>
          ),
        },
        { key: "staffNo", head: t("columns.staffNo"), cell: ({ staffNo }) => <span className="tabular">{staffNo}</span> },
        { key: "branch", head: t("columns.branch"), cell: ({ branch }) => branch.name },
        {
          key: "offices",
          head: t("columns.offices"),
          cell: ({ offices }) => (
            <span className="flex flex-wrap gap-1 max-sm:justify-end">
              {offices.length === 0 && <span className="text-muted">{t("noOffice")}</span>}
              {offices.map(({ id, office, branch }) => (
                <span key={id} title={t("officeOver", { office: tMe(`officeNames.${office}`), branch: branch.name })}>
                  <Badge>{tMe(`officeNames.${office}`)}</Badge>
                </span>
              ))}
            </span>
          ),
        },
        { key: "tags", head: t("columns.tags"), cell: ({ tags }) => tags.join(" · ") || <span aria-hidden>–</span> },
        { key: "state", head: t("columns.state"), cell: (person) => <StandingBadge {...person} /> },
      ]}
    />
  );
}
