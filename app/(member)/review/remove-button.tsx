"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

/** Takes a card out of the book at once, and offers to undo it. */
export function RemoveButton({ questionId }: { questionId: number }): ReactNode {
  const t = useTranslations("review");
  const [isOut, setOut] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const said = await post(`/api/review/${questionId}/remove`, { back: isOut });
    setBusy(false);
    setRefusal(said.ok ? undefined : said.code);
    if (said.ok) setOut(!isOut);
  };
  return (
    <div className="grid justify-items-start gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <span role="status" className="text-pine text-sm empty:hidden">
          {isOut && t("removed")}
        </span>
        <Button compact look="quiet" onClick={press} pending={isBusy}>
          {t(isOut ? "undo" : "remove")}
        </Button>
      </div>
      <RefusalNotice code={refusal} />
    </div>
  );
}
