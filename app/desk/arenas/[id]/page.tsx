import { ExternalLink, Pencil } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { getArenaDesk } from "#server/arenas/get-arena-desk.ts";
import type { Verb } from "#server/verb.ts";
import { ArenaPhase } from "#ui/arena-phase.tsx";
import { ArenaRules } from "#ui/arena-rules.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { BoardTable } from "./board-table.tsx";
import { DuelTable } from "./duel-table.tsx";
import { EndArena } from "./end-arena.tsx";
import { StrikeList } from "./strike-list.tsx";

export type ArenaDesk = typeof getArenaDesk extends Verb<infer Value> ? Value : never;
type Props = { params: Promise<{ id: string }>; searchParams: Search };
const DONE = ["saved", "ended", "struck", "lifted"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getArenaDesk, await params)).title };
}

/** An arena as who runs it watches it: the board, pairs to look at, every duel with its verdict, what was struck out. */
export default async function DeskArenaPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, tArena, arena, refused, query] = await Promise.all([
    getTranslations("arenaDesk"),
    getTranslations("arena"),
    ask(getArenaDesk, await params),
    refusedOf(searchParams, []),
    searchParams,
  ]);
  const { id, title, branchName, opensAt, closesAt, phase, endReason, isOn, isFinal, board, oneSided, duels, allDuels, strikes } = arena;
  const done = DONE.find((one) => one === oneOf(query["done"]));
  const window = { branch: branchName, opens: () => <TimeText at={opensAt} />, closes: () => <TimeText at={closesAt} /> };
  return (
    <Page
      title={<span lang="zh-CN">{title}</span>}
      lead={tArena.rich("window", window)}
      back={{ href: "/desk/arenas", label: t("title") }}
      width="wide"
      action={
        <div className="flex flex-wrap items-center gap-3">
          <ArenaPhase phase={phase} />
          {phase === "coming" && (
            <LinkButton href={`/desk/arenas/${id}/edit`}>
              <Pencil aria-hidden className="size-4" />
              {t("edit")}
            </LinkButton>
          )}
          <LinkButton href={`/practice/arena/${id}`} look="quiet">
            <ExternalLink aria-hidden className="size-4" />
            {t("asMember")}
          </LinkButton>
        </div>
      }
    >
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={done && t(`done.${done}`)} refused={oneOf(query["refused"])} />
      {!isOn && <Notice kind="info">{t("off")}</Notice>}
      {endReason && <Notice kind="info">{tArena(phase === "cancelled" ? "cancelled" : "closedEarly", { reason: endReason })}</Notice>}
      <Words>
        <Section title={tArena("board")} aside={<Link href={`/desk/audit?object=arena&objectId=${id}`}>{t("ledger")}</Link>}>
          <p className="text-muted">{t(isFinal ? "final" : "live")}</p>
          <BoardTable arenaId={id} board={board} />
        </Section>
        {oneSided.length > 0 && (
          <Section title={t("oneSided")}>
            <p className="text-muted">{t("oneSidedLead")}</p>
            <ul className="grid list-disc gap-1.5 ps-6">
              {oneSided.map(({ winner, loser, games }) => (
                <li key={`${winner.id} ${loser.id}`}>{t("oneSidedPair", { winner: winner.name, loser: loser.name, games })}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={t("duels")} aside={<span>{t("duelsShown", { shown: duels.length, all: allDuels })}</span>}>
          <DuelTable arenaId={id} duels={duels} />
        </Section>
        {strikes.length > 0 && (
          <Section title={t("strikes")}>
            <StrikeList arenaId={id} strikes={strikes} />
          </Section>
        )}
        <Section title={tArena("counts")}>
          <ArenaRules perOpponent={arena.perOpponent} view={arena.view} />
        </Section>
        {(phase === "coming" || phase === "running") && <EndArena arenaId={id} phase={phase} />}
      </Words>
    </Page>
  );
}
