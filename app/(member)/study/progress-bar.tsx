import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** How much of what is owed is done: a bar and the two numbers. */
export function ProgressBar({ done, total }: { done: number; total: number }): ReactNode {
  const t = useTranslations("programmes");
  return (
    <div className="flex items-center gap-3">
      <progress
        value={done}
        max={Math.max(1, total)}
        aria-label={t("progress")}
        className="h-2 min-w-24 flex-1 appearance-none overflow-hidden rounded-full bg-sunken accent-seal [&::-moz-progress-bar]:bg-seal [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-seal"
      />
      <span className="tabular flex-none text-muted text-sm">{t("doneOf", { done, total })}</span>
    </div>
  );
}
