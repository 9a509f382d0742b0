import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HallView } from "#server/halls/hall-view.ts";
import { classNames } from "#ui/class-names.ts";

/** The sides by their seats with their scores; whose turn it is, who answers, and who pressed too early are said in words. */
export function ScoreBar({ view }: { view: HallView }): ReactNode {
  const t = useTranslations("hallScreen");
  const { item, due, phase } = view;
  const sides = view.sides.toSorted((one, other) => one.seat - other.seat);
  const markOf = (seat: number): string => {
    if (phase !== "running") return "";
    if (item?.early.includes(seat)) return t("early");
    if (item?.seat === seat && item.stage !== "judged") return t("answers");
    if ((!item || item.stage === "judged") && due === seat) return t("next");
    return "";
  };
  return (
    <ol aria-label={t("scores")} className="grid auto-cols-fr grid-flow-col gap-[0.8vw]">
      {sides.map(({ seat, name, score, place }) => {
        const mark = markOf(seat);
        return (
          <li
            key={seat}
            className={classNames(
              "grid content-start justify-items-center rounded-md border-2 px-[0.4vw] py-[0.8vh] text-center",
              mark === "" ? "border-line bg-raised" : "border-seal bg-seal-wash",
            )}
          >
            <span lang="zh-CN" className="w-full truncate text-[0.72em]">
              {name}
            </span>
            <span className="tabular font-bold text-[1.6em] leading-tight">{score / 1_000}</span>
            <span className="text-[0.6em] text-muted">{t("place", { place })}</span>
            <span className="min-h-[1.5em] font-semibold text-[0.62em] text-seal">{mark}</span>
          </li>
        );
      })}
    </ol>
  );
}
