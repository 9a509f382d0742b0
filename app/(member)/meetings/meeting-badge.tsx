import { CalendarCheck, CalendarClock, CalendarX, FileCheck, FilePen, Lock, type LucideIcon, Radio } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { MeetingState } from "#domain/meetings/state.ts";
import { Badge, type Tone } from "#ui/badge.tsx";

const looks: Record<MeetingState, { tone: Tone; icon: LucideIcon }> = {
  planned: { tone: "plain", icon: CalendarClock },
  open: { tone: "indigo", icon: CalendarCheck },
  in_session: { tone: "seal", icon: Radio },
  minutes_draft: { tone: "amber", icon: FilePen },
  signed: { tone: "pine", icon: FileCheck },
  archived: { tone: "plain", icon: Lock },
  cancelled: { tone: "plain", icon: CalendarX },
};

/** The state of a meeting in an icon and a word. */
export async function MeetingBadge({ state }: { state: MeetingState }): Promise<ReactNode> {
  const t = await getTranslations("meetings.states");
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}
