import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { itemsOfDraft } from "#domain/programmes/draft.ts";
import { Notice } from "#ui/notice.tsx";
import type { ProgrammeDeskPage } from "./page.tsx";

type Problem = ProgrammeDeskPage["problems"][number];

/** What stands between a draft and its publication, and what is only worth knowing; each with the name of the item it is about. */
export function Problems({ programme, problems }: { programme: ProgrammeDeskPage; problems: readonly Problem[] }): ReactNode {
  const t = useTranslations("programmeDesk");
  const tFields = useTranslations("fields");
  const placed = itemsOfDraft(programme.draft);
  const aboutOf = ({ path }: Problem): string => {
    const item = placed.find((one) => path.startsWith(`${one.path}.`))?.item.title;
    const module = /^modules\.(\d+)/.exec(path)?.[1];
    return item ?? (module ? (programme.draft.modules[Number(module)]?.title ?? "") : "");
  };
  const list = (kind: "warning" | "info", title: string, found: readonly Problem[]) =>
    found.length > 0 && (
      <Notice kind={kind} title={title}>
        <ul className="list-disc ps-5">
          {found.map((problem) => (
            <li key={`${problem.path} ${problem.code}`}>
              {aboutOf(problem) && t("about", { name: aboutOf(problem) })}
              {tFields.has(problem.code) ? tFields(problem.code, { minimum: 1, maximum: 0, ...problem.params }) : tFields("other")}
            </li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <>
      {list(
        "warning",
        t("notReady"),
        problems.filter(({ level }) => level !== "warning"),
      )}
      {list(
        "info",
        t("worthKnowing"),
        problems.filter(({ level }) => level === "warning"),
      )}
    </>
  );
}
