import { MonitorPlay, Printer, Sheet } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getHall } from "#server/halls/get-hall.ts";
import { LinkButton } from "#ui/button.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { Console } from "./console.tsx";
import type { ConsolePage } from "./console-page.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getHall, { id: (await params).id })).view.title };
}

/** The console of a final: one page for whoever leads it. */
export default async function HallPage({ params }: Props): Promise<ReactNode> {
  const [page, t, locale] = await Promise.all([ask(getHall, { id: (await params).id }), getTranslations("hallDesk"), getLocale()]);
  return (
    <Page
      title={page.view.title}
      lead={t("consoleLead", { branch: page.branchName, code: page.code })}
      back={{ href: "/desk/halls", label: t("title") }}
      width="wide"
      action={
        <div className="flex flex-wrap gap-2">
          {page.view.phase === "ready" && <LinkButton href={`/desk/halls/${page.id}/edit`}>{t("edit")}</LinkButton>}
          <LinkButton href={`/screen/halls/${page.id}`} target="_blank" prefetch={false}>
            <MonitorPlay aria-hidden className="size-4" />
            {t("screen")}
          </LinkButton>
          <LinkButton href={`/desk/halls/${page.id}/protocol`}>
            <Printer aria-hidden className="size-4" />
            {t("protocol")}
          </LinkButton>
          <a
            href={`/api/desk/halls/${page.id}/export?language=${locale}`}
            download
            className="inline-flex min-h-11 items-center justify-center gap-2 rounded-md border border-edge bg-raised px-5 font-medium"
          >
            <Sheet aria-hidden className="size-4" />
            {t("export")}
          </a>
        </div>
      }
    >
      <Words names={["hallDesk", "halls", "refusals", "fields"]}>
        <Console first={JSON.parse(JSON.stringify(page)) as ConsolePage} />
      </Words>
    </Page>
  );
}
