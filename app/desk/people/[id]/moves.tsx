import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";

type Place = Readonly<{ name: string }>;
type Move = Readonly<{ from: Place | null; to: Place; movedAt: Date; by: string | null }>;

/** From which branch to which, when, and by whose hand; the latest first. */
export async function Moves({ moves }: { moves: readonly Move[] }): Promise<ReactNode> {
  const t = await getTranslations("peopleDesk");
  if (moves.length === 0) return <p className="text-muted">{t("noMoves")}</p>;
  return (
    <ol className="grid gap-3">
      {moves.map(({ from, to, movedAt, by }) => (
        <li key={movedAt.toISOString()}>
          <p>{from ? t("moveFromTo", { from: from.name, to: to.name }) : t("movedInto", { to: to.name })}</p>
          <p className="flex flex-wrap gap-x-3 text-muted text-sm">
            <TimeText at={movedAt} form="day" />
            {by && <span>{t("movedBy", { name: by })}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}
