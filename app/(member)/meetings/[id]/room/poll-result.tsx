import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import type { Poll } from "./room-page.ts";

/** A closed poll with its counts, and what was right; a prepared one with its options. */
export function PollResult({ poll }: { poll: Poll }): ReactNode {
  const t = useTranslations("room.polls");
  const [tRoom, tCommon] = [t, useTranslations("common")];
  const most = Math.max(1, ...(poll.counts ?? []));
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <Badge>{t(`kinds.${poll.kind}`)}</Badge>
        {poll.question}
      </p>
      <ul className="grid gap-2">
        {poll.options.map((option, at) => (
          <li key={option} className="grid gap-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span>
                {option}
                {poll.right?.includes(at) && <span className="ms-2 font-medium text-pine text-sm">{tCommon("answer")}</span>}
                {poll.choices?.includes(at) && <span className="ms-2 text-muted text-sm">{tRoom("yours")}</span>}
              </span>
              {poll.counts && <span className="tabular text-sm">{t("votes", { count: poll.counts[at] ?? 0 })}</span>}
            </span>
            {poll.counts && (
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
                <span
                  className={poll.right?.includes(at) ? "block h-full bg-pine" : "block h-full bg-indigo"}
                  style={{ inlineSize: `${(100 * (poll.counts[at] ?? 0)) / most}%` }}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {poll.explanation && <p className="text-muted text-sm">{poll.explanation}</p>}
      <p className="text-muted text-sm">{poll.state === "prepared" ? t("prepared") : t("closed", { count: poll.answered })}</p>
    </>
  );
}
