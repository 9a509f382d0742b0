import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SubmitButton } from "#ui/submit-button.tsx";

type Nominee = Readonly<{ id: number; title: string; author: string; why: string; mayRetire: boolean }>;

/** What is nominated, kept from vote to vote. */
export function NomineeList({ slug, nominees }: { slug: string; nominees: readonly Nominee[] }): ReactNode {
  const t = useTranslations("groups");
  return (
    <ul className="grid gap-3">
      {nominees.map(({ id, title, author, why, mayRetire }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-3 rounded-md border border-line bg-raised p-4 sm:px-5">
          <div className="min-w-0 flex-1">
            <h3 className="wrap-anywhere font-semibold">
              {title}
              {author && <span className="ms-2 font-normal text-muted text-sm">{author}</span>}
            </h3>
            {why && <p className="wrap-anywhere mt-1 whitespace-pre-wrap text-muted">{why}</p>}
          </div>
          {mayRetire && (
            <form method="post" action={`/api/groups/${slug}/nominees/${id}/retire`}>
              <input type="hidden" name="next" value={`/groups/${slug}/vote?done=retired`} />
              <SubmitButton look="quiet" compact aria-label={t("retireNamed", { title })}>
                {t("retire")}
              </SubmitButton>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
