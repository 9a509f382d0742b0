import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";
import type { ConsolePage } from "./console-page.ts";
import { ProtocolTable } from "./protocol-table.tsx";

const NEWEST = 20;

/** The newest lines of the ledger, the last first; all of them are the protocol. */
export function LedgerPart({ page }: { page: ConsolePage }): ReactNode {
  const t = useTranslations("hallDesk");
  if (page.ledger.length === 0) return null;
  return (
    <Section title={t("ledger")} aside={t("lines", { count: page.ledger.length })}>
      <ProtocolTable lines={page.ledger.slice(-NEWEST).toReversed()} sides={page.view.sides} />
    </Section>
  );
}
