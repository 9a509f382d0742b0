"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";
import { NumberOf, TickOf } from "./fields.tsx";
import type { PartProps } from "./part-props.ts";

/** What is recorded of leaving the page, what follows from it, and the name behind the questions. */
export function IntegrityPart(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  return (
    <Section title={t("parts.integrity")}>
      <div className="grid items-start gap-x-5 sm:grid-cols-2">
        <TickOf {...props} field="recordsLeaving" hint={t("hints.recordsLeaving")} />
        <TickOf {...props} field="watermark" hint={t("hints.watermark")} />
      </div>
      {props.draft.recordsLeaving && (
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <NumberOf {...props} field="toleranceSeconds" path="rules.integrity.toleranceMs" />
          <NumberOf {...props} field="handInAfter" path="rules.integrity.handInAfter" hint={t("hints.handInAfter")} optional />
        </div>
      )}
    </Section>
  );
}
