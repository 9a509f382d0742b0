import { Check, CircleAlert, CircleDashed, CircleSlash, ClockAlert, type LucideIcon, Minus, MoveRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TaskState } from "#domain/tasks/state.ts";

export type Cell = TaskState | "elsewhere";

const LOOKS: Readonly<Record<Cell, readonly [LucideIcon, string, string?]>> = {
  done: [Check, "text-pine", "all"],
  done_late: [ClockAlert, "text-indigo", "most"],
  open: [CircleDashed, "text-muted"],
  overdue: [CircleAlert, "text-seal", "none"],
  waived: [CircleSlash, "text-muted"],
  cancelled: [Minus, "text-muted"],
  elsewhere: [MoveRight, "text-muted"],
};
const STATES = Object.keys(LOOKS) as Cell[];

/** The signs of the cells, drawn once for the page; each cell points to its own (P17). */
export function StateSigns(): ReactNode {
  return (
    <svg className="hidden" aria-hidden="true">
      {STATES.map((state) => {
        const [Icon] = LOOKS[state];
        return (
          <symbol key={state} id={`sign-${state}`} viewBox="0 0 24 24">
            <Icon />
          </symbol>
        );
      })}
    </svg>
  );
}

/** What the cells say, got once a table. */
export function useStateWords(): Readonly<Record<Cell | "none", string>> {
  const t = useTranslations("completion");
  const words = STATES.map((state) => [state, t(`cells.${state}`)] as const);
  return { ...(Object.fromEntries(words) as Record<Cell, string>), none: t("cellNone") };
}

/** How one task stands: a sign, a word, and a ground. */
export function StateCell({ state, words }: { state: Cell | null; words: Readonly<Record<Cell | "none", string>> }): ReactNode {
  if (state === null)
    return (
      <td className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{words.none}</span>
      </td>
    );
  const [, colour, heat] = LOOKS[state];
  return (
    <td className={`state ${colour}`} data-heat={heat}>
      <svg aria-hidden="true">
        <use href={`#sign-${state}`} />
      </svg>
      {words[state]}
    </td>
  );
}
