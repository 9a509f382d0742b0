import { Archive } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import type { ConsolePage } from "#app/desk/halls/[id]/console-page.ts";
import { ProtocolTable } from "#app/desk/halls/[id]/protocol-table.tsx";
import { RoundRules } from "#app/hall/round-rules.tsx";
import { getHall } from "#server/halls/get-hall.ts";
import { LinkButton } from "#ui/button.tsx";
import { Page, Section } from "#ui/page.tsx";
import { PrintPage } from "#ui/print-page.tsx";
import { DataTable } from "#ui/table.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getHall, { id: (await params).id })).view.title };
}

/** A final on paper: the rules it was played by, the result, every line of its ledger, and room for signatures. */
export default async function ProtocolPage({ params }: Props): Promise<ReactNode> {
  const { id } = await params;
  const [hall, t, tEvidence, format] = await Promise.all([
    ask(getHall, { id }),
    getTranslations("hallDesk"),
    getTranslations("evidence"),
    getFormatter(),
  ]);
  const { rules } = hall;
  const page = JSON.parse(JSON.stringify(hall)) as ConsolePage;
  return (
    <Page
      title={t("protocolOf", { title: page.view.title })}
      lead={page.branchName}
      back={{ href: `/desk/halls/${id}`, label: page.view.title }}
      width="wide"
      action={
        <span className="no-print flex flex-wrap gap-2">
          {page.view.phase === "over" && (
            <LinkButton href={`/api/desk/halls/${id}/evidence`} prefetch={false}>
              <Archive aria-hidden className="size-4" />
              {tEvidence("pack")}
            </LinkButton>
          )}
          <PrintPage label={t("print")} />
        </span>
      }
    >
      <Section title={t("result")}>
        <DataTable
          caption={t("result")}
          rows={page.view.sides}
          keyOf={({ seat }) => String(seat)}
          columns={[
            { key: "place", head: t("placeHead"), align: "end", cell: ({ place }) => place },
            { key: "side", head: t("side"), main: true, cell: ({ name }) => name },
            { key: "score", head: t("scoreHead"), align: "end", cell: ({ score }) => format.number(score / 1_000) },
            { key: "extra", head: t("extraHead"), align: "end", cell: ({ extra }) => (extra === 0 ? "" : extra) },
          ]}
        />
      </Section>
      <Section title={t("rules")}>
        <p>{t("baseScore", { points: rules.base / 1_000 })}</p>
        {rules.rounds.map((round, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place
          <div key={at} className="grid break-inside-avoid gap-1">
            <h3 className="font-semibold">{t("roundOf", { number: at + 1, of: rules.rounds.length, title: round.title })}</h3>
            <RoundRules rules={round} className="grid list-disc gap-1 ps-5" />
          </div>
        ))}
      </Section>
      <Section title={t("ledger")}>
        <ProtocolTable lines={page.ledger} sides={page.view.sides} />
      </Section>
      <p className="grid grid-cols-3 gap-8 pt-10">
        {(["referee", "scorer", "jury"] as const).map((who) => (
          <span key={who} className="border-ink border-t pt-2">
            {t(`signs.${who}`)}
          </span>
        ))}
      </p>
    </Page>
  );
}
