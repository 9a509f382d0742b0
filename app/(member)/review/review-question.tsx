"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { ReportQuestion } from "#app/(member)/report-question.tsx";
import { sendAnswer, type Verdict } from "#app/(member)/send-answer.ts";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { AskedQuestion } from "#ui/asked-question.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { Said, Sent } from "#ui/use-asked.ts";
import { LeechHelp } from "./leech-help.tsx";
import { type Passage, PassageLink } from "./passage-link.tsx";
import { RemoveButton } from "./remove-button.tsx";

type Card = Readonly<{
  questionId: number;
  version: number;
  body: ShownBody;
  answeredAt: string;
  isLeech: boolean;
  passage: Passage | null;
}>;
type Reply = Verdict & { isRight: boolean; leaves: boolean; dueAt: string | null; answeredAt: string; isLeech: boolean };

/** One card of the wrong-book, answered again where it stands; then it says when it comes next, or that it is known. */
export function ReviewQuestion({ reader, card, facts }: { reader: number; card: Card; facts: ReactNode }): ReactNode {
  const t = useTranslations("review");
  const since = useRef(card.answeredAt);
  const easy = useRef<HTMLInputElement>(null);
  const [reply, setReply] = useState<Reply | null>(null);
  const { questionId, version, body, passage } = card;
  const path = `/api/review/${questionId}`;

  const send = async (response: Response, { changed }: Said): Promise<Sent> => {
    const said = { version, since: since.current, response, changed, easy: easy.current?.checked ?? false };
    const sent = await sendAnswer<Reply>(path, said);
    if (sent.kind === "trouble") return sent;
    since.current = sent.value.answeredAt;
    setReply(sent.value);
    return { kind: "told", isRight: sent.value.isRight, reveal: sent.value.reveal };
  };
  return (
    <article className="grid gap-4 rounded-md border border-line bg-raised p-4 sm:p-5">
      <header className="grid gap-1 border-line border-b pb-3 text-muted text-sm">
        {facts}
        {passage && <PassageLink passage={passage} />}
        {(reply?.isLeech ?? card.isLeech) && <LeechHelp passage={passage} />}
      </header>
      <AskedQuestion
        title={t("again")}
        body={body}
        start={{ response: null, told: null }}
        send={send}
        keptAs={`zx-review-${reader}-${version}`}
        form={{ action: path, fields: { version: String(version), since: card.answeredAt, next: "/review" } }}
        beside={
          <label className="flex min-h-11 items-center gap-3 justify-self-start text-muted text-sm">
            <input ref={easy} type="checkbox" name="easy" className="size-5 flex-none accent-seal" />
            {t("easy")}
          </label>
        }
      />
      {reply && (
        <div role="status" className={reply.isRight ? "text-pine" : "text-muted"}>
          {reply.leaves
            ? t("known")
            : reply.dueAt && t.rich("next", { time: () => <TimeText at={new Date(reply.dueAt ?? 0)} form="day" /> })}
        </div>
      )}
      {reply && <ReportQuestion from="review" id={questionId} />}
      {!reply?.leaves && <RemoveButton questionId={questionId} />}
    </article>
  );
}
