import { Swords } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { getArena } from "#server/arenas/get-arena.ts";
import type { Verb } from "#server/verb.ts";
import { ArenaPhase } from "#ui/arena-phase.tsx";
import { ArenaRules } from "#ui/arena-rules.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { ArenaBoard } from "./arena-board.tsx";
import { ArenaSteps } from "./arena-steps.tsx";
import { OwnPlace } from "./own-place.tsx";

export type ArenaPage = typeof getArena extends Verb<infer Value> ? Value : never;
type Props = { params: Promise<{ id: string }>; searchParams: Search };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getArena, await params)).title };
}

/** An arena for its people: the own place and who stands near, why one has so many points, and by which rules. */
export default async function ArenaPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, tDuel, { id }, query] = await Promise.all([getTranslations("arena"), getTranslations("duel"), params, searchParams]);
  const arena = await ask(getArena, { id, page: oneOf(query["page"]) ?? "1" });
  const { title, intro, branchName, opensAt, closesAt, phase, endReason, isOn, isFinal, plays, total, own, places, steps, view } = arena;
  const window = {
    branch: branchName,
    opens: () => <TimeText at={opensAt} />,
    closes: () => <TimeText at={closesAt} />,
  };
  return (
    <Page
      title={<span lang="zh-CN">{title}</span>}
      lead={t.rich("window", window)}
      back={{ href: "/practice/arena", label: t("title") }}
      width="reading"
      action={
        isOn && plays && phase === "running" ? (
          <LinkButton href="/practice/duel" look="primary">
            <Swords aria-hidden className="size-4" />
            {t("toDuel")}
          </LinkButton>
        ) : (
          <ArenaPhase phase={phase} />
        )
      }
    >
      {endReason && <Notice kind="info">{t(phase === "cancelled" ? "cancelled" : "closedEarly", { reason: endReason })}</Notice>}
      {intro && <p lang="zh-CN">{intro}</p>}
      {isOn ? (
        <>
          {own && <OwnPlace own={own} total={total} isFinal={isFinal} />}
          {phase !== "coming" && phase !== "cancelled" && (
            <Section title={t("board")} aside={<span>{t("players", { count: total })}</span>}>
              {phase === "over" && !isFinal && <p className="text-muted">{t("reckoning")}</p>}
              {places.length > 0 ? <ArenaBoard places={places} /> : <p className="text-muted">{t(own ? "bandOnly" : "notYet")}</p>}
              {view === "full" && <Pagination total={total} page={arena.page} pageSize={50} path={`/practice/arena/${id}`} />}
            </Section>
          )}
          {steps.length > 0 && (
            <Section title={t("why")}>
              <ArenaSteps steps={steps} />
            </Section>
          )}
        </>
      ) : (
        <Empty title={tDuel("off")}>{tDuel("offHint")}</Empty>
      )}
      <Section title={t("counts")}>
        <ArenaRules perOpponent={arena.perOpponent} view={view} />
      </Section>
    </Page>
  );
}
