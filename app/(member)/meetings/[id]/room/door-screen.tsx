"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

/** For somebody who scanned the code in the hall and does not see the meeting: one press, and whom to ask. */
export function DoorScreen({ id, code }: { id: number; code: string }): ReactNode {
  const t = useTranslations("room");
  const [said, setSaid] = useState<{ code: string; params: Record<string, string | number> } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const knock = async (): Promise<void> => {
    setBusy(true);
    const reply = await post(`/api/meetings/${id}/room/check-in`, { code });
    setBusy(false);
    if (reply.ok) window.location.assign(`/meetings/${id}/room`);
    else setSaid(reply);
  };
  return (
    <Page title={t("door.title")} lead={t("door.lead")} width="reading">
      {said && <RefusalNotice code={said.code === "not-found" ? "check-in-code-old" : said.code} params={said.params} />}
      <Button look="primary" pending={isBusy} onClick={() => void knock()} className="justify-self-start">
        {t("checkIn.press")}
      </Button>
    </Page>
  );
}
