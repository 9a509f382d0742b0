"use client";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

const MOST = 1_000;

/** Stars a question, or takes the star away; beside a star one's own note. It is folded, for it may tell the answer. */
export function StarNote({ questionId, isStarred, note }: { questionId: number; isStarred: boolean; note: string }): ReactNode {
  const t = useTranslations("practice");
  const [isOn, setOn] = useState(isStarred);
  const [kept, setKept] = useState(note);
  const [said, setSaid] = useState<"saved" | null>(null);
  const [refused, setRefused] = useState<string>();
  const keep = async (keeps: boolean, words: string): Promise<void> => {
    const reply = await post(`/api/favourites/${questionId}`, { keeps, note: words });
    setRefused(reply.ok ? undefined : reply.code);
    if (!reply.ok) return;
    setOn(keeps);
    setKept(words);
  };
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const words = String(new FormData(event.target as HTMLFormElement).get("note") ?? "");
    setSaid(null);
    await keep(true, words);
    setSaid("saved");
  };
  return (
    <div className="grid gap-2">
      <Button look="quiet" compact aria-pressed={isOn} className="justify-self-start" onClick={() => void keep(!isOn, "")}>
        <Star aria-hidden className={isOn ? "size-4 fill-current" : "size-4"} />
        {t(isOn ? "unstar" : "star")}
      </Button>
      {isOn && (
        <details className="grid gap-2" key={questionId}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-muted text-sm">
            {t(kept === "" ? "noteAdd" : "noteShow")}
          </summary>
          <form onSubmit={(event) => void save(event)} className="grid gap-3">
            <AreaField label={t("note")} hint={t("noteHint")} name="note" rows={3} maxLength={MOST} defaultValue={kept} />
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" compact>
                {t("noteSave")}
              </Button>
              <span role="status" className="text-pine text-sm">
                {said && !refused && t("noteSaved")}
              </span>
            </div>
          </form>
        </details>
      )}
      <RefusalNotice code={refused} />
    </div>
  );
}
