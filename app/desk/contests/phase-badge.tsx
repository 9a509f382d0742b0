import { Ban, CalendarClock, CircleCheck, CircleDashed, DoorOpen, Hourglass, type LucideIcon, Megaphone, Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "#ui/badge.tsx";

const looks: Readonly<Record<string, { tone: Tone; icon: LucideIcon }>> = {
  draft: { tone: "plain", icon: CircleDashed },
  announced: { tone: "indigo", icon: CalendarClock },
  lobby: { tone: "indigo", icon: DoorOpen },
  open: { tone: "seal", icon: Radio },
  closing: { tone: "amber", icon: Hourglass },
  closed: { tone: "amber", icon: Megaphone },
  published: { tone: "pine", icon: CircleCheck },
  cancelled: { tone: "plain", icon: Ban },
};

/** Where a contest stands, for its organizers. */
export function PhaseBadge({ phase }: { phase: string }): ReactNode {
  const t = useTranslations("contestDesk.phases");
  const look = looks[phase];
  return <Badge {...look}>{t(phase)}</Badge>;
}
