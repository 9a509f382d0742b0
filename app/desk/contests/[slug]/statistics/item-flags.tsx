import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ItemLine } from "#server/statistics/item-line.ts";
import { Badge } from "#ui/badge.tsx";

/** What an editor should look at, in words. */
export function ItemFlags({ flags }: { flags: ItemLine["flags"] }): ReactNode {
  const t = useTranslations("statistics");
  if (flags.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {flags.map((flag) => (
        <span key={flag} title={t(`flagLead.${flag}`)}>
          <Badge tone={flag === "check_key" ? "seal" : "amber"} icon={TriangleAlert}>
            {t(`flags.${flag}`)}
          </Badge>
        </span>
      ))}
    </span>
  );
}
