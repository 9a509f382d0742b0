import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DraftItem } from "#domain/programmes/draft.ts";
import { TimeText } from "#ui/time-text.tsx";
import type { ProgrammeDeskPage } from "./page.tsx";

/** What the programme consists of, to be looked over; a meeting leads to its attendance once it is published. */
export function Outline({ programme }: { programme: ProgrammeDeskPage }): ReactNode {
  const t = useTranslations("programmeDesk");
  const { draft } = programme;
  return (
    <div className="grid gap-6">
      {draft.modules.map(({ id, title, items }) => (
        <section key={id ?? title} className="grid gap-2">
          <h3 className="font-display font-semibold text-lg">{title}</h3>
          {items.length === 0 && <p className="text-muted">{t("moduleEmpty")}</p>}
          <ol className="grid">
            {items.map((item) => (
              <OutlineItem key={item.key} item={item} programme={programme} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function OutlineItem({ item, programme }: { item: DraftItem; programme: ProgrammeDeskPage }): ReactNode {
  const t = useTranslations("programmeDesk");
  const { draft, publishedAt, slug } = programme;
  const names = draft.audiences.filter(({ key }) => item.audiences.includes(key)).map(({ name }) => name);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-line border-b py-3 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{item.title}</p>
        <p className="flex flex-wrap gap-x-3 text-muted text-sm">
          <span>{t(`kinds.${item.kind}`)}</span>
          <span>{t(`moveOnShort.${item.moveOn}`)}</span>
          {!item.isRequired && <span>{t("optional")}</span>}
          {item.owner === "unit" && <span>{t("byUnit")}</span>}
          {names.length > 0 && <span>{t("forAudiences", { names: names.join(t("comma")) })}</span>}
          {item.dueAt && <span>{t.rich("dueOn", { at: () => <TimeText at={item.dueAt as Date} form="day" /> })}</span>}
        </p>
      </div>
      {item.kind === "meeting" && publishedAt && item.owner === "person" && (
        <Link href={`/desk/programmes/${slug}/items/${item.id}/attendance`} className="inline-flex min-h-11 items-center text-seal">
          {t("attendance.title")}
        </Link>
      )}
    </li>
  );
}
