import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";

type Told = Readonly<{
  id: number;
  kind: string;
  params: Readonly<Record<string, string | number>>;
  path: string;
  createdAt: Date;
  readAt: Date | null;
}>;

/** A sentence with names and titles in it: what is somebody's own words stays marked as Chinese where it is. */
function Named({ sentence, names }: { sentence: string; names: readonly string[] }): ReactNode {
  const name = names.find((one) => /\p{Script=Han}/u.test(one) && sentence.includes(one));
  if (name === undefined) return sentence;
  const at = sentence.indexOf(name);
  return (
    <>
      <Named sentence={sentence.slice(0, at)} names={names} />
      <span lang="zh-CN">{name}</span>
      <Named sentence={sentence.slice(at + name.length)} names={names} />
    </>
  );
}

/** One notice as one wide button: it is taken as read on the way to what it is about, without JavaScript too. */
export function NoticeLine({ notice }: { notice: Told }): ReactNode {
  const t = useTranslations("notices");
  const { id, kind, params, path, createdAt, readAt } = notice;
  const key = `kinds.${kind}`;
  const english = useLocale() === "en" ? params["titleEn"] : undefined;
  const title = String(english || (params["title"] ?? params["programme"] ?? ""));
  return (
    <li className="border-line border-b">
      <form method="post" action={`/api/notices/${id}/read`}>
        <input type="hidden" name="next" value={path} />
        <button type="submit" className="flex min-h-14 w-full items-center gap-3 px-1 py-3 text-start hover:bg-sunken">
          <span aria-hidden className={`size-2 flex-none rounded-full ${readAt ? "" : "bg-seal"}`} />
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span className={`wrap-anywhere ${readAt ? "" : "font-semibold"}`}>
              {t.has(key) ? (
                <Named sentence={t(key, { count: 1, ...params, title })} names={[title, ...Object.values(params).map(String)]} />
              ) : (
                t("kinds.other")
              )}
            </span>
            <span className="flex gap-x-3 text-muted text-sm">
              <TimeText at={createdAt} />
              {!readAt && <span>{t("unread")}</span>}
            </span>
          </span>
          <ChevronRight aria-hidden className="size-4 flex-none text-muted" />
        </button>
      </form>
    </li>
  );
}
