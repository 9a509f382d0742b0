import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";

type List = Readonly<{
  byBranch: readonly Readonly<{ branch: Readonly<{ id: number; name: string }> | null; unfinished: number; people: number }>[];
  named: readonly Readonly<{ id: number; name: string; branch: string }>[] | null;
  units: readonly Readonly<{ id: number; name: string }>[];
}>;

/** How many of each branch, and under each the names where they are given; units that owe something as units stand apart. */
export function NamesByBranch({ list: { byBranch, named, units }, isOfItem }: { list: List; isOfItem: boolean }): ReactNode {
  const t = useTranslations("completion");
  const branches = [...new Set((named ?? []).map(({ branch }) => branch))];
  return (
    <div className="grid gap-8">
      <Section title={t("byBranch")}>
        <ul className="grid">
          {named
            ? branches.map((branch) => {
                const own = named.filter((person) => person.branch === branch);
                return (
                  <li key={branch} className="grid gap-1 border-line border-b py-3">
                    <span className="flex justify-between gap-4 font-medium">
                      {branch} <span className="tabular">{own.length}</span>
                    </span>
                    <span className="text-muted">{own.map(({ name }) => name).join(t("message.separator"))}</span>
                  </li>
                );
              })
            : byBranch.map(({ branch, unfinished, people }) => (
                <li key={branch?.id ?? "own"} className="flex justify-between gap-4 border-line border-b py-3">
                  <span>{branch?.name ?? t("ownLine")}</span>
                  <span className="tabular whitespace-nowrap">
                    <b className="font-semibold">{unfinished}</b> <span className="text-muted text-sm">{t("ofPeople", { people })}</span>
                  </span>
                </li>
              ))}
        </ul>
      </Section>
      {isOfItem && units.length > 0 && (
        <Section title={t("unitsTitle")}>
          <p>{units.map(({ name }) => name).join(t("message.separator"))}</p>
        </Section>
      )}
    </div>
  );
}
