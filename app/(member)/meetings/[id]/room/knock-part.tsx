"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Notice } from "#ui/notice.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { ModeChoice } from "./mode-choice.tsx";
import { type Knock, useKnock } from "./use-knock.ts";

/** For somebody who sees a meeting that runs and is not on its list: one press asks whoever leads. */
export function KnockPart({ id, first }: { id: number; first: Knock }): ReactNode {
  const t = useTranslations("room.door");
  const [mode, setMode] = useState<"on_site" | "online">("on_site");
  const { stands, refused, isBusy, knock } = useKnock(id, first);
  return (
    <Card title={t("guestTitle")}>
      {refused && <RefusalNotice code={refused.code} params={refused.params} />}
      {stands && <Notice kind={stands === "waiting" ? "info" : "warning"}>{t(stands)}</Notice>}
      {stands === null && (
        <>
          <p className="text-muted">{t("guestLead")}</p>
          <ModeChoice mode={mode} onChoose={setMode} />
          <Button look="primary" pending={isBusy} onClick={() => void knock({ mode })} className="justify-self-start">
            {t("knock")}
          </Button>
        </>
      )}
    </Card>
  );
}
