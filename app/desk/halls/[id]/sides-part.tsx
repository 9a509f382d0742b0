import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { marginMs } from "#app/hall/margin-text.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import type { ConsolePage } from "./console-page.ts";

type Props = Readonly<{ page: ConsolePage; mayBuzz: boolean; buzzFor: (seat: number) => Promise<void> }>;

/** The sides by their seats: score, place, who pressed when, and a buzzer for each. */
export function SidesPart({ page, mayBuzz, buzzFor }: Props): ReactNode {
  const t = useTranslations("hallDesk");
  const { view, members } = page;
  const { item } = view;
  const sides = view.sides.toSorted((one, other) => one.seat - other.seat);
  const margin = marginMs(item?.buzzes ?? []);
  return (
    <Card title={t("sides")} aside={margin !== null && t("margin", { ms: margin })}>
      <ol className="grid gap-2">
        {sides.map(({ seat, name, score, extra, place }) => {
          const at = item?.buzzes.findIndex((buzz) => buzz.seat === seat) ?? -1;
          return (
            <li key={seat} className="grid gap-1 border-line border-b pb-2 last:border-0">
              <div className="flex flex-wrap items-baseline justify-between gap-2">
                <span lang="zh-CN" className="font-medium">
                  {seat}. {name}
                </span>
                <span className="tabular font-bold text-lg">
                  {score / 1_000}
                  {extra !== 0 && <span className="ms-1 font-normal text-muted text-sm">{t("extra", { extra })}</span>}
                </span>
              </div>
              <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
                <span>{t("place", { place })}</span>
                <span lang="zh-CN">
                  {members
                    .filter((member) => member.seat === seat)
                    .map((member) => member.name)
                    .join("、")}
                </span>
                {item?.seat === seat && item.stage !== "judged" && <Badge>{t("answers")}</Badge>}
                {item?.early.includes(seat) && <Badge>{t("early")}</Badge>}
                {at >= 0 && <Badge>{t("buzzed", { at: at + 1 })}</Badge>}
              </p>
              {mayBuzz && (
                <Button compact className="justify-self-start" onClick={() => void buzzFor(seat)}>
                  {t("buzzFor", { seat })}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {mayBuzz && <p className="text-muted text-sm">{t("keysHint")}</p>}
    </Card>
  );
}
