import { CalendarClock, CircleCheck, CircleDashed, CircleDot, CircleSlash, Clock, Lock, type LucideIcon, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ItemState } from "#domain/programmes/item-state.ts";
import { Badge, type Tone } from "#ui/badge.tsx";

const looks: Readonly<Record<ItemState, readonly [Tone, LucideIcon]>> = {
  done: ["pine", CircleCheck],
  waived: ["pine", ShieldCheck],
  locked: ["plain", Lock],
  coming: ["indigo", CalendarClock],
  closed: ["plain", CircleSlash],
  overdue: ["seal", Clock],
  started: ["amber", CircleDot],
  open: ["plain", CircleDashed],
};

/** How an item stands, in one icon and one word. */
export function ItemBadge({ state }: { state: ItemState }): ReactNode {
  const t = useTranslations("programmes");
  const [tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`itemStates.${state}`)}
    </Badge>
  );
}
