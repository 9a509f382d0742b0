import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";

type Person = Readonly<{ id: number; name: string; branchName: string; mode: "on_site" | "online" | null }>;

/** People, and whether they were there, where that is told by a meeting. */
export function PeopleList({ people }: { people: readonly Person[] }): ReactNode {
  const t = useTranslations("programmeDesk.attendance");
  return (
    <ul className="grid rounded-md border border-line bg-raised">
      {people.map(({ id, name, branchName, mode }) => (
        <li key={id} className="flex min-h-12 items-center gap-3 border-line border-b px-4 py-2 last:border-b-0">
          <span className="min-w-0 flex-1">
            <span className="font-medium">{name}</span> <span className="text-muted text-sm">{branchName}</span>
          </span>
          {mode && <Badge tone="pine">{t(`modes.${mode}`)}</Badge>}
        </li>
      ))}
    </ul>
  );
}

/** People to tick, and what is then said of those ticked. A plain form: the button that is pressed says which. */
export function TickList({ action, next, people }: { action: string; next: string; people: readonly Person[] }): ReactNode {
  const t = useTranslations("programmeDesk.attendance");
  return (
    <form method="post" action={action} className="grid gap-4">
      <input type="hidden" name="next" value={next} />
      <ul className="grid rounded-md border border-line bg-raised">
        {people.map(({ id, name, branchName, mode }) => (
          <li key={id} className="border-line border-b last:border-b-0">
            <label className="flex min-h-12 items-center gap-3 px-4 py-2">
              <input type="checkbox" name="people" value={id} className="size-5 flex-none accent-seal" />
              <span className="min-w-0 flex-1">
                <span className="font-medium">{name}</span> <span className="text-muted text-sm">{branchName}</span>
              </span>
              {mode && <Badge tone="pine">{t(`modes.${mode}`)}</Badge>}
            </label>
          </li>
        ))}
      </ul>
      {/* On a phone one row of three: two rows of buttons would cover a third of the list. */}
      <div className="sticky bottom-0 grid grid-cols-3 gap-2 border-line border-t bg-paper py-3 max-sm:*:px-1 sm:flex sm:gap-3">
        <Button type="submit" name="mode" value="on_site" look="primary">
          {t("markOnSite")}
        </Button>
        <Button type="submit" name="mode" value="online">
          {t("markOnline")}
        </Button>
        <Button type="submit" name="mode" value="absent" look="quiet">
          {t("takeBack")}
        </Button>
      </div>
    </form>
  );
}
