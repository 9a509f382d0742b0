"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

type Refused = { code: string; params: Record<string, string | number> };
type Answer = { state: "waiting" | "declined" | "in" };
const ASK_AGAIN_MS = 4_000;

/** For somebody who scanned the code in the hall and does not see the meeting: one press; who is not on the list knocks, and waits here. */
export function DoorScreen({ id, code }: { id: number; code: string }): ReactNode {
  const t = useTranslations("room");
  const [said, setSaid] = useState<Refused | null>(null);
  const [stands, setStands] = useState<"waiting" | "declined" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const enter = (): void => window.location.assign(`/meetings/${id}/room`);
  const checkIn = async (): Promise<void> => {
    setBusy(true);
    const reply = await post(`/api/meetings/${id}/room/check-in`, { code });
    setBusy(false);
    if (reply.ok) enter();
    else setSaid(reply);
  };
  const knock = async (): Promise<void> => {
    setBusy(true);
    const reply = await post<Answer>(`/api/meetings/${id}/room/knocks`, { code });
    setBusy(false);
    if (!reply.ok) return setSaid(reply);
    setSaid(null);
    if (reply.value.state === "in") enter();
    else setStands(reply.value.state);
  };
  useEffect(() => {
    if (stands !== "waiting") return;
    const timer = setInterval(async () => {
      const reply = await post<Answer>(`/api/meetings/${id}/room/knocks`);
      if (reply.ok && reply.value.state === "in") window.location.assign(`/meetings/${id}/room`);
      else if (reply.ok && reply.value.state === "declined") setStands("declined");
      else if (!reply.ok && reply.code !== "offline") {
        setStands(null);
        setSaid(reply);
      }
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [id, stands]);
  return (
    <Page title={t("door.title")} lead={t("door.lead")} width="reading">
      {said && <RefusalNotice code={said.code === "not-found" ? "check-in-code-old" : said.code} params={said.params} />}
      {stands && <Notice kind={stands === "waiting" ? "info" : "warning"}>{t(`door.${stands}`)}</Notice>}
      {stands === null && (
        <Button
          look="primary"
          pending={isBusy}
          onClick={() => void (said?.code === "not-on-roster" ? knock() : checkIn())}
          className="justify-self-start"
        >
          {t(said?.code === "not-on-roster" ? "door.knock" : "checkIn.press")}
        </Button>
      )}
    </Page>
  );
}
