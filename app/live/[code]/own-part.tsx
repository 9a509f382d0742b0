import { CircleCheck, CircleX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Game, Own } from "./use-game.ts";

/** Whether one's own answer was right, by shape and word. */
export function VerdictPart({ game, own }: { game: Game; own: Own }): ReactNode {
  const [t, format] = [useTranslations("live"), useFormatter()];
  const answer = own.answer?.questionNo === game.questionNo ? own.answer : null;
  if (!answer || answer.isRight === null) return <p role="status">{t("missed")}</p>;
  const Icon = answer.isRight ? CircleCheck : CircleX;
  return (
    <div role="status" className={answer.isRight ? "grid gap-1 text-pine" : "grid gap-1 text-seal"}>
      <p className="flex items-center gap-2 font-display font-semibold text-2xl">
        <Icon aria-hidden className="size-7" />
        {t(answer.isRight ? "right" : "wrong")}
      </p>
      {(answer.milli ?? 0) > 0 && <p>{t("gained", { points: format.number((answer.milli ?? 0) / 1_000) })}</p>}
    </div>
  );
}

/** One's own place, points, and what is missing to the next. */
export function PlacePart({ own }: { own: Own }): ReactNode {
  const [t, format] = [useTranslations("live"), useFormatter()];
  const points = (milli: number) => format.number(milli / 1_000);
  const gap = own.gapMilli === null ? t("leads") : own.gapMilli === 0 ? t("gapTime") : t("gap", { points: points(own.gapMilli) });
  return (
    <div className="grid gap-1 rounded-md border border-line bg-raised p-4">
      {own.place !== null && (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-bold font-display text-3xl">{t("place", { place: own.place })}</span>
          <span className="text-muted">{t("placeOf", { of: own.of })}</span>
        </p>
      )}
      <p className="tabular font-semibold text-xl">{t("score", { points: points(own.milli) })}</p>
      {own.place !== null && <p className="text-muted">{gap}</p>}
      {own.streak !== null && own.streak > 1 && <p className="font-medium">{t("streak", { count: own.streak })}</p>}
      {own.team !== null && <p className="text-muted">{t("team", { team: own.team })}</p>}
    </div>
  );
}
