"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ContestRules as Rules } from "#domain/contests/rules.ts";
import { ContestRules } from "#ui/contest-rules.tsx";
import type { Draft } from "./draft.ts";
import { blueprintOf, freezeOf, rulesOf } from "./draft-body.ts";
import { instantOf } from "./wall-time.ts";

const OPTIONAL = new Set(["passPercent", "places", "handInAfter", "bestDays"]);

/** True when every number the sentences need can be read. */
function complete(value: unknown, name = ""): boolean {
  if (value === null) return OPTIONAL.has(name);
  return typeof value !== "object" || Object.entries(value).every(([key, inner]) => complete(inner, key));
}

/** The rules in words as members will read them, while the fields are being filled in. */
export function PrintedDraft({ draft }: { draft: Draft }): ReactNode {
  const t = useTranslations("contestDesk");
  const rules = rulesOf(draft);
  const lines = blueprintOf(draft.lines);
  const [opensAt, closesAt] = [new Date(instantOf(draft.opensAt)), new Date(instantOf(draft.closesAt))];
  const typedFreeze = freezeOf(draft);
  const freezeAt = typedFreeze === null ? null : new Date(typedFreeze);
  const readable = complete(rules) && lines.every(({ count, worth }) => count !== null && worth !== null);
  if (!readable || Number.isNaN(opensAt.getTime()) || Number.isNaN(closesAt.getTime()))
    return <p className="text-muted">{t("printedLater")}</p>;
  return (
    <ContestRules
      rules={rules as Rules}
      opensAt={opensAt}
      closesAt={closesAt}
      freezeAt={freezeAt}
      questions={lines.reduce((sum, { count }) => sum + (count ?? 0), 0)}
      worth={lines.reduce((sum, { count, worth }) => sum + (count ?? 0) * (worth ?? 0), 0)}
    />
  );
}
