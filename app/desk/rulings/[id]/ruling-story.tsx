import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { getRuling } from "#server/rulings/get-ruling.ts";
import type { Verb } from "#server/verb.ts";
import { TimeText } from "#ui/time-text.tsx";

export type ShownRuling = typeof getRuling extends Verb<infer Value> ? Value : never;

/** Who did what, and when. */
export function RulingStory({ ruling }: { ruling: ShownRuling }): ReactNode {
  const t = useTranslations("rulings");
  const { proposed, decided, applied, state } = ruling;
  const steps = [
    { key: "proposed", said: t("steps.proposed", { name: proposed.by }), at: proposed.at, note: "" },
    ...(decided
      ? [
          {
            key: "decided",
            said: t(state === "rejected" ? "steps.rejected" : "steps.approved", { name: decided.by }),
            at: decided.at,
            note: decided.note,
          },
        ]
      : []),
    ...(applied ? [{ key: "applied", said: t("steps.applied", { name: applied.by }), at: applied.at, note: "" }] : []),
  ];
  return (
    <ol className="grid gap-2">
      {steps.map(({ key, said, at, note }) => (
        <li key={key} className="flex flex-wrap gap-x-4 gap-y-1">
          <span className="text-muted">
            <TimeText at={at} form="dated" />
          </span>
          <span>{said}</span>
          {note && <span lang="zh-CN">{note}</span>}
        </li>
      ))}
    </ol>
  );
}
