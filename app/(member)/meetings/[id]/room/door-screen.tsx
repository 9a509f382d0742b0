"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { useKnock } from "./use-knock.ts";

/** For somebody who scanned the code in the hall and does not see the meeting: one press; who is not on the list knocks, and waits here. */
export function DoorScreen({ id, code }: { id: number; code: string }): ReactNode {
  const t = useTranslations("room");
  const { stands, refused: said, setRefused, isBusy, setBusy, knock } = useKnock(id);
  const checkIn = async (): Promise<void> => {
    setBusy(true);
    const reply = await post(`/api/meetings/${id}/room/check-in`, { code });
    setBusy(false);
    if (reply.ok) window.location.assign(`/meetings/${id}/room`);
    else setRefused(reply);
  };
  return (
    <Page title={t("door.title")} lead={t("door.lead")} width="reading">
      {said && <RefusalNotice code={said.code === "not-found" ? "check-in-code-old" : said.code} params={said.params} />}
      {stands && <Notice kind={stands === "waiting" ? "info" : "warning"}>{t(`door.${stands}`)}</Notice>}
      {stands === null && (
        <Button
          look="primary"
          pending={isBusy}
          onClick={() => void (said?.code === "not-on-roster" ? knock({ code }) : checkIn())}
          className="justify-self-start"
        >
          {t(said?.code === "not-on-roster" ? "door.knock" : "checkIn.press")}
        </Button>
      )}
    </Page>
  );
}
