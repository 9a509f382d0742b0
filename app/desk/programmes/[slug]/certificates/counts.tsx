import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const NAMES = ["people", "finished", "certified", "waiting", "withheld"] as const;
type CountsOf = Readonly<Record<(typeof NAMES)[number], number>>;

/** How many take part, finished, hold a certificate and wait for one; who had one revoked only when there are any. */
export function Counts({ counts }: { counts: CountsOf }): ReactNode {
  const t = useTranslations("certificates.desk");
  const isServed = counts.finished > 0 && counts.waiting === 0 && counts.withheld === 0;
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:flex sm:flex-wrap sm:gap-x-12">
        {NAMES.filter((name) => name !== "withheld" || counts.withheld > 0).map((name) => (
          <div key={name}>
            <dt className="text-muted text-sm">{t(name)}</dt>
            <dd className="tabular font-display font-semibold text-2xl">{t("count", { count: counts[name] })}</dd>
          </div>
        ))}
      </dl>
      {isServed && <p className="text-muted">{t("nobodyWaits")}</p>}
    </div>
  );
}
