import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ProgrammeState } from "#domain/programmes/programme-state.ts";
import { Badge, type Tone } from "#ui/badge.tsx";

const tones: Readonly<Record<ProgrammeState, Tone>> = { draft: "plain", coming: "indigo", open: "seal", over: "plain", cancelled: "amber" };

/** Where a programme stands, in one word; a template has no stand. */
export function ProgrammeStateBadge({ state, kind }: { state: ProgrammeState; kind: string }): ReactNode {
  const t = useTranslations("programmeDesk");
  if (kind === "template" && state === "draft") return <Badge tone="indigo">{t("kindsShort.template")}</Badge>;
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
