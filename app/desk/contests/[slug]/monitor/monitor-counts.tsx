import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Figure } from "#ui/figure.tsx";
import type { MonitorState } from "./monitor-state.ts";

const SHOWN = ["entered", "answering", "offline", "handedIn", "notEntered", "late"] as const;

/** The numbers of a running contest, the largest thing on the screen. */
export function MonitorCounts({ counts }: { counts: MonitorState["counts"] }): ReactNode {
  const t = useTranslations("contestDesk.monitor");
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-6 rounded-md border border-line bg-raised p-5 sm:grid-cols-3 lg:grid-cols-6">
      {SHOWN.map((name) => (
        <Figure
          key={name}
          value={counts[name]}
          label={t(`counts.${name}`)}
          {...(name === "entered" && { unit: t("ofEligible", { eligible: counts.eligible }) })}
        />
      ))}
    </div>
  );
}
