import { Ban, CalendarClock, CircleCheck, type LucideIcon, Swords } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ArenaPhase as Phase } from "#domain/matches/shared-arena.ts";
import { Badge, type Tone } from "./badge.tsx";

const looks: Readonly<Record<Phase, { tone: Tone; icon: LucideIcon }>> = {
  coming: { tone: "indigo", icon: CalendarClock },
  running: { tone: "seal", icon: Swords },
  over: { tone: "pine", icon: CircleCheck },
  cancelled: { tone: "plain", icon: Ban },
};

/** Where an arena stands. */
export function ArenaPhase({ phase }: { phase: Phase }): ReactNode {
  const t = useTranslations("arena.phases");
  return <Badge {...looks[phase]}>{t(phase)}</Badge>;
}
