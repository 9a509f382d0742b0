import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AskedItem } from "#app/hall/asked-item.tsx";
import { marginMs } from "#app/hall/margin-text.ts";
import type { HallItem, HallView } from "#server/halls/hall-view.ts";
import { classNames } from "#ui/class-names.ts";
import { Fit } from "./fit.tsx";

/** The question before the hall: whose it is, for how much, the clock, who pressed first and by how much, and in the end the answer. */
export function StageItem({ view, item, seconds }: { view: HallView; item: HallItem; seconds: number | null }): ReactNode {
  const t = useTranslations("hallScreen");
  const { round } = view;
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_minmax(0,0.32fr)] grid-rows-[minmax(0,1fr)] gap-[2vw]">
      <section className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[1.5vh]">
        <p className="text-[0.75em] text-muted">
          {round?.rules.kind === "bowl" && item.number > round.rules.items && `${t("overtime")} · `}
          {item.isAudience
            ? t("audienceItem")
            : t("item", { number: item.number, total: round?.total ?? 0, risk: item.value === null ? 0 : item.value / 1_000 })}
          {item.part !== null && ` · ${t("bonusPart", { part: item.part })}`}
        </p>
        <Fit watch={`${item.seq} ${item.answer !== null} ${item.body !== null}`}>
          {item.body ? <AskedItem body={item.body} answer={item.answer} /> : <p className="text-[1.4em]">{t("heard")}</p>}
        </Fit>
      </section>
      <aside className="grid min-h-0 content-start gap-[2vh] text-center">
        {seconds !== null && item.stage !== "judged" && (
          <p
            role="timer"
            aria-label={t("left")}
            className={classNames(
              "tabular rounded-md border-2 py-[1vh] font-bold text-[3.4em] leading-none",
              seconds <= 5 ? "border-seal text-seal" : "border-line",
            )}
          >
            {seconds}
          </p>
        )}
        <Who view={view} item={item} />
      </aside>
    </div>
  );
}

function Who({ view, item }: { view: HallView; item: HallItem }): ReactNode {
  const t = useTranslations("hallScreen");
  const format = useFormatter();
  const nameOf = (seat: number | null) => view.sides.find((side) => side.seat === seat)?.name ?? "";
  const margin = marginMs(item.buzzes);
  const [first, second] = item.buzzes;
  const last = item.verdicts.at(-1);
  return (
    <div className="grid gap-[1.5vh]" aria-live="polite">
      {item.stage === "buzzing" && item.reading === "power" && <p className="font-bold text-[1.1em] text-amber">{t("power")}</p>}
      {item.stage === "buzzing" && (
        <p className="font-bold font-display text-[1.7em] text-seal">
          {t(item.reading === "power" || item.reading === "on" ? "interrupt" : "go")}
        </p>
      )}
      {item.stage === "shown" && item.seat === null && !item.isAudience && <p className="text-[1.1em]">{t("listen")}</p>}
      {item.seat !== null && item.stage !== "judged" && (
        <p className="grid">
          <span className="text-[0.7em] text-muted">{t(first ? "first" : "turn")}</span>
          <span lang="zh-CN" className="font-bold font-display text-[1.5em] leading-tight">
            {nameOf(item.seat)}
          </span>
        </p>
      )}
      {first && second && margin !== null && (
        <p className="tabular text-[0.75em]">{t("margin", { first: nameOf(first.seat), second: nameOf(second.seat), ms: margin })}</p>
      )}
      {item.early.length > 0 && (
        <p className="text-[0.75em] text-amber">{t("earlySides", { sides: format.list(item.early.map(nameOf)) })}</p>
      )}
      {item.isVoid && <p className="text-[1em]">{t("void")}</p>}
      {item.stage === "judged" && last && (
        <p className={classNames("grid font-bold text-[1.4em] leading-tight", last.verdict === "wrong" ? "text-seal" : "text-pine")}>
          <span lang="zh-CN">{nameOf(last.seat)}</span>
          <span>{t(`verdicts.${last.verdict}`)}</span>
        </p>
      )}
    </div>
  );
}
