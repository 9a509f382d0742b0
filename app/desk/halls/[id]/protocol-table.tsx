import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { DataTable } from "#ui/table.tsx";
import type { ConsolePage, LedgerLine } from "./console-page.ts";

type Sides = ConsolePage["view"]["sides"];

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 },
});

/** Nothing where there is none: a card on a phone leaves an empty cell out. */
const inChinese = (text: string | null): ReactNode => text && <span lang="zh-CN">{text}</span>;

/** Lines of the ledger as they are read: what, for whom, what it changed, why and by whom. */
export function ProtocolTable({ lines, sides }: { lines: readonly LedgerLine[]; sides: Sides }): ReactNode {
  const t = useTranslations("halls");
  const nameOf = (seat: number | null) => sides.find((side) => side.seat === seat)?.name ?? "";
  const saidOf = ({ said }: LedgerLine): string => {
    const { verdict, value, of } = said as { verdict?: "right" | "wrong" | "part"; value?: number; of?: number };
    return [verdict && t(`verdicts.${verdict}`), value && t("for", { points: value / 1_000 }), of && t("line", { seq: of })]
      .filter(Boolean)
      .join(" · ");
  };
  const effectOf = ({ effects }: LedgerLine): string =>
    effects
      .map(
        ({ seat, points, extra }) =>
          `${nameOf(seat)} ${points > 0 || extra > 0 ? "+" : "−"}${Math.abs(points !== 0 ? points / 1_000 : extra)}`,
      )
      .join(" · ");
  return (
    <DataTable
      caption={t("protocol")}
      rows={lines}
      keyOf={({ seq }) => String(seq)}
      columns={[
        { key: "number", head: t("columns.number"), align: "end", cell: ({ seq }) => seq },
        { key: "at", head: t("columns.at"), cell: ({ at }) => <span className="tabular">{clock.format(new Date(at))}</span> },
        {
          key: "what",
          head: t("columns.what"),
          main: true,
          cell: (line) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <span className={line.isTakenBack ? "line-through" : undefined}>{t(`events.${line.kind as "mark"}`)}</span>
              {line.isTakenBack && <Badge>{t("columns.undone")}</Badge>}
            </span>
          ),
        },
        { key: "side", head: t("columns.side"), cell: ({ seat }) => inChinese(nameOf(seat)) },
        { key: "said", head: t("columns.said"), cell: saidOf },
        { key: "effect", head: t("columns.effect"), cell: (line) => inChinese(effectOf(line)) },
        { key: "reason", head: t("columns.reason"), cell: ({ reason }) => inChinese(reason) },
        { key: "by", head: t("columns.by"), cell: ({ by }) => inChinese(by) },
      ]}
    />
  );
}
