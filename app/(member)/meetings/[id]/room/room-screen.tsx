"use client";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { AgendaPart } from "./agenda-part.tsx";
import { NowCard } from "./now-card.tsx";
import { PassagePart } from "./passage-part.tsx";
import { QueuePart } from "./queue-part.tsx";
import { type InRoom, RoomContext } from "./room-context.ts";
import { RoomHead } from "./room-head.tsx";
import type { RoomPage } from "./room-page.ts";
import { SpeechesPart } from "./speeches-part.tsx";
import { useOutbox } from "./use-outbox.ts";
import { useRoom } from "./use-room.ts";
import { WaitingWords } from "./waiting-words.tsx";

// What only some have, or only some meetings, comes after the page (P11).
const CodePart = lazy(async () => ({ default: (await import("./code-part.tsx")).CodePart }));
const ForumPart = lazy(async () => ({ default: (await import("./forum-part.tsx")).ForumPart }));
const NotesPart = lazy(async () => ({ default: (await import("./notes-part.tsx")).NotesPart }));
const PollsPart = lazy(async () => ({ default: (await import("./polls-part.tsx")).PollsPart }));
const PeoplePart = lazy(async () => ({ default: (await import("./people-part.tsx")).PeoplePart }));

type Refused = { code: string; params: Record<string, string | number> };

/** The meeting while it runs: first the one thing to do now, then all of it; controls where somebody has them. */
export function RoomScreen({ first, code }: { first: RoomPage; code: string }): ReactNode {
  const t = useTranslations("room");
  const { page, room, marks, time, isLive, isDown, reload } = useRoom(first);
  const outbox = useOutbox(first.you.personId, first.id, () => void reload());
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const { you, duties, id } = page;

  const inRoom = useMemo((): InRoom => {
    const act = async (path: string, body: object = {}): Promise<boolean> => {
      setBusy(path);
      const said = await post(`/api/meetings/${id}/room/${path}`, body);
      setBusy(null);
      setRefused(said.ok ? null : said);
      if (said.ok) await reload();
      return said.ok;
    };
    return { id, you, duties, room, marks, time, outbox, busy, act };
  }, [id, you, duties, room, marks, time, outbox, busy, reload]);
  const hasForum = room.forum !== null || room.agenda.some(({ kind }) => kind === "forum");

  return (
    <RoomContext value={inRoom}>
      <Page title={room.title} lead={<RoomHead isLive={isLive} />} back={{ href: `/meetings/${id}`, label: t("back") }} width="wide">
        <div className="grid gap-4">
          {refused && <RefusalNotice code={refused.code} params={refused.params} />}
          {isDown && room.state === "in_session" && <Notice kind="warning">{t("lineDown")}</Notice>}
          <WaitingWords />
          <NowCard code={code} />
        </div>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid gap-6">
            <PassagePart />
            <Suspense>{hasForum && <ForumPart />}</Suspense>
            <SpeechesPart />
            <Suspense>
              <PollsPart />
              <NotesPart />
            </Suspense>
          </div>
          <div className="grid gap-6 max-lg:order-first">
            <AgendaPart />
            <QueuePart />
            <Suspense>
              {you.mayRun && room.state === "in_session" && <CodePart />}
              {you.mayRecord && <PeoplePart />}
            </Suspense>
          </div>
        </div>
      </Page>
    </RoomContext>
  );
}
