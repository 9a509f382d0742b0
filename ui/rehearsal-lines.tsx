import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { rehearsalWindow } from "#domain/contests/rehearsal.ts";
import type { ContestRules as Rules } from "#domain/contests/rules.ts";
import { TimeText } from "./time-text.tsx";
import { windowForm } from "./window-form.ts";

/** The period in which the contest may be tried without its counting. Speaks the namespace `rules`. */
export function useRehearsalLines(rules: Rules, opensAt: Date): ReactNode[] {
  const t = useTranslations("rules.rehearsal");
  const window = rehearsalWindow({ rules, opensAt });
  if (!rules.rehearsal || !window) return [];
  const { attempts, fromPool } = rules.rehearsal;
  const timeOf = (at: Date) => () => <TimeText at={at} form={windowForm(window.opensAt, window.closesAt)} />;
  return [
    t.rich("window", { opens: timeOf(window.opensAt), closes: timeOf(window.closesAt), count: attempts }),
    ...[t("counts"), t(fromPool ? "fromPool" : "others"), t(fromPool ? "toldLater" : "told")],
  ];
}
