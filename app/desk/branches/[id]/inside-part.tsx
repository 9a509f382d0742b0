import { Plus, Users } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OfficeName } from "#domain/people/offices.ts";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";

type Branch = Readonly<{ id: number; members: number; membersBelow: number; closedAt: Date | null; mayEdit: boolean }>;
type Below = Readonly<{ id: number; name: string; membersBelow: number; closedAt: Date | null }>;
type Held = Readonly<{ id: number; office: OfficeName; person: Readonly<{ id: number; name: string }> }>;

const link = "inline-flex min-h-11 items-center hover:text-seal hover:underline";

/** Who and what is in a branch: how many people, the branches right below, the offices held over it. */
export async function InsidePart(props: { branch: Branch; below: readonly Below[]; offices: readonly Held[] }): Promise<ReactNode> {
  const { branch, below, offices } = props;
  const [t, tMe] = await Promise.all([getTranslations("branchesDesk"), getTranslations("me")]);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>{t("people", { count: branch.members, below: branch.membersBelow })}</p>
        <span className="flex flex-wrap gap-2">
          <LinkButton href={`/desk/people?branchId=${branch.id}`} compact>
            <Users aria-hidden className="size-4" />
            {t("toPeople")}
          </LinkButton>
          {branch.mayEdit && branch.closedAt === null && (
            <LinkButton href={`/desk/branches/new?parentId=${branch.id}`} compact>
              <Plus aria-hidden className="size-4" />
              {t("addBelow")}
            </LinkButton>
          )}
        </span>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <div>
          <h3 className="font-semibold">{t("children")}</h3>
          {below.length === 0 && <p className="text-muted">{t("noChildren")}</p>}
          <ul>
            {below.map(({ id, name, membersBelow, closedAt }) => (
              <li key={id} className="flex items-center gap-2">
                <Link href={`/desk/branches/${id}`} className={link}>
                  {name}
                </Link>
                <span className="tabular text-muted text-sm">{membersBelow}</span>
                {closedAt && <Badge>{t("closed")}</Badge>}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3 className="font-semibold">{t("officers")}</h3>
          {offices.length === 0 && <p className="text-muted">{t("noOfficers")}</p>}
          <ul>
            {offices.map(({ id, office, person }) => (
              <li key={id}>
                <Link href={`/desk/people/${person.id}`} className={link}>
                  {t("officerLine", { name: person.name, office: tMe(`officeNames.${office}`) })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
