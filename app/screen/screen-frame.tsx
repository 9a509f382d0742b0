"use client";
import { Snowflake } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = Readonly<{ title: string; isFrozen?: boolean; aside?: ReactNode; foot?: ReactNode; isDown: boolean; children: ReactNode }>;

/**
 * One picture for a hall of three hundred, by the size of the screen alone: no scrolling and no sound. While the line is down it keeps what
 * it showed last and says so in a corner.
 */
export function ScreenFrame({ title, isFrozen = false, aside, foot, isDown, children }: Props): ReactNode {
  const t = useTranslations("screen");
  return (
    <main
      id="main"
      className="fixed inset-0 grid grid-rows-[auto_minmax(0,1fr)_auto] gap-[1.6vh] overflow-hidden bg-paper p-[2.4vh] text-[min(2.5vw,3.9vh)] text-ink leading-tight"
    >
      <header className="flex items-center justify-between gap-[2vw]">
        <h1 className="min-w-0 truncate font-bold font-display text-[1.25em]">{title}</h1>
        <div className="flex flex-none items-center gap-[1.5vw]">
          {isFrozen && (
            <p className="flex items-center gap-[0.3em] rounded-md border-2 border-indigo bg-indigo-wash px-[0.5em] font-bold text-indigo">
              <Snowflake aria-hidden className="size-[0.9em]" />
              {t("frozen")}
            </p>
          )}
          {aside}
        </div>
      </header>
      <div className="min-h-0">{children}</div>
      <footer className="flex min-h-[1.4em] items-center justify-between gap-[2vw] text-[0.72em] text-muted">
        <div className="min-w-0">{foot}</div>
        <p role="status" className="flex-none">
          {isDown ? t("down") : ""}
        </p>
      </footer>
    </main>
  );
}
