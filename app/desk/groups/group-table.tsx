import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";

type Group = Readonly<{
  slug: string;
  name: string;
  branch: string;
  isPrivate: boolean;
  leader: string | null;
  members: number;
  nextAt: Date | null;
  closedAt: Date | null;
}>;

/** Groups as a table, each with its leader, size and next meeting. */
export async function GroupTable({ groups }: { groups: readonly Group[] }): Promise<ReactNode> {
  const t = await getTranslations("groups");
  const columns: Column<Group>[] = [
    {
      key: "name",
      head: t("name"),
      main: true,
      cell: ({ slug, name }) => (
        <Link href={`/groups/${slug}`} className="-my-3 inline-flex min-h-11 items-center text-seal">
          {name}
        </Link>
      ),
    },
    { key: "branch", head: t("branch"), cell: ({ branch }) => branch },
    { key: "leader", head: t("roles.leader"), cell: ({ leader }) => leader ?? "—" },
    { key: "members", head: t("members"), align: "end", cell: ({ members }) => members },
    { key: "next", head: t("next"), cell: ({ nextAt }) => (nextAt ? <TimeText at={nextAt} /> : "—") },
    {
      key: "state",
      head: t("visible"),
      cell: ({ isPrivate, closedAt }) =>
        closedAt ? <Badge tone="amber">{t("closed")}</Badge> : <Badge>{t(isPrivate ? "isPrivate" : "isOpen")}</Badge>,
    },
    { key: "close", head: t("close"), bare: true, cell: (group) => group.closedAt === null && <CloseGroup group={group} words={t} /> },
  ];
  return <DataTable caption={t("title")} columns={columns} rows={groups} keyOf={({ slug }) => slug} />;
}

type Say = Awaited<ReturnType<typeof getTranslations<"groups">>>;

function CloseGroup({ group: { slug, name }, words: t }: { group: Group; words: Say }): ReactNode {
  return (
    <Words>
      <ConfirmForm
        action={`/api/groups/${slug}/close`}
        fields={{ next: "/desk/groups?done=closed" }}
        trigger={t("close")}
        triggerLook="quiet"
        compact
        title={t("closeTitle", { name })}
        lead={t("closeLead")}
        confirm={t("close")}
        nameToType={name}
      >
        <TextField label={t("reason")} name="reason" maxLength={500} optional />
      </ConfirmForm>
    </Words>
  );
}
