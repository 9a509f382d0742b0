import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

type Person = Readonly<{ id: number; name: string; branch: string }>;

/** Looks somebody up by name in the group's branch, or by the whole staff number anywhere, and takes them in. */
export function Candidates({ slug, q, found }: { slug: string; q: string; found: readonly Person[] | null }): ReactNode {
  const t = useTranslations("groups");
  return (
    <div className="grid gap-3">
      <search>
        <form method="get" action={`/groups/${slug}/members`} className="flex items-end gap-3">
          <div className="min-w-0 flex-1">
            <TextField
              label={t("lookUp")}
              hint={t("lookUpHint")}
              name="q"
              type="search"
              defaultValue={q}
              maxLength={60}
              autoComplete="off"
            />
          </div>
          <Button type="submit">
            <Search aria-hidden className="size-4" />
            {t("find")}
          </Button>
        </form>
      </search>
      {found?.length === 0 && <p className="text-muted">{t("nobodyFound")}</p>}
      <ul className="grid gap-2">
        {found?.map(({ id, name, branch }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-line border-b py-1">
            <span>
              {name} <span className="text-muted text-sm">{branch}</span>
            </span>
            <form method="post" action={`/api/groups/${slug}/members`}>
              <input type="hidden" name="next" value={`/groups/${slug}/members?done=added`} />
              <input type="hidden" name="personId" value={id} />
              <SubmitButton look="secondary" compact aria-label={t("addNamed", { name })}>
                {t("addOne")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
