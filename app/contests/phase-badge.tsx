import { CalendarClock, CircleCheck, CirclePlay, CircleSlash, Hourglass, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "#ui/badge.tsx";

const looks: Record<string, { tone: Tone; Icon: LucideIcon }> = {
  draft: { tone: "plain", Icon: CircleSlash },
  announced: { tone: "indigo", Icon: CalendarClock },
  lobby: { tone: "indigo", Icon: Hourglass },
  open: { tone: "seal", Icon: CirclePlay },
  closing: { tone: "amber", Icon: Hourglass },
  closed: { tone: "amber", Icon: Hourglass },
  published: { tone: "pine", Icon: CircleCheck },
  cancelled: { tone: "plain", Icon: CircleSlash },
};

/** Where a contest stands, in one word. */
export function PhaseBadge({ phase }: { phase: string }): ReactNode {
  const t = useTranslations("contests.phases");
  const look = looks[phase];
  return look ? (
    <Badge tone={look.tone} icon={look.Icon}>
      {t(phase)}
    </Badge>
  ) : null;
}
