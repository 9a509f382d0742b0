"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Told } from "#server/boards/live-events.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

const nameOf = (slug: string): string => `zhixing.told.${slug}`;

function seenUntil(slug: string): number {
  try {
    return Number(localStorage.getItem(nameOf(slug))) || 0;
  } catch {
    return 0;
  }
}

/** What the organizer told everybody and this device has not shown yet: said politely, without taking the place of the question. */
export function ToldNotice({ slug, told }: { slug: string; told: readonly Told[] }): ReactNode {
  const t = useTranslations("play.told");
  const [seen, setSeen] = useState(() => seenUntil(slug));
  const fresh = told.filter(({ answeredAt }) => Date.parse(answeredAt) > seen);
  const close = (): void => {
    const last = Math.max(...fresh.map(({ answeredAt }) => Date.parse(answeredAt)));
    setSeen(last);
    try {
      localStorage.setItem(nameOf(slug), String(last));
    } catch {
      // Shown again when the page is opened again; no harm.
    }
  };
  return (
    <div role="status">
      {fresh.length > 0 && (
        <Notice
          title={t("title")}
          action={
            <Button compact look="quiet" onClick={close}>
              {t("read")}
            </Button>
          }
        >
          <ul className="grid gap-2" lang="zh-CN">
            {fresh.map(({ id, question, answer }) => (
              <li key={id} className="whitespace-pre-line">
                {question && <span className="block text-muted text-sm">{question}</span>}
                {answer}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
