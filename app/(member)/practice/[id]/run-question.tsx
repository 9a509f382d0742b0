"use client";
import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { ReportQuestion } from "#app/(member)/report-question.tsx";
import { hrefOf, type Passage } from "#app/(member)/review/passage-link.tsx";
import { sendAnswer, type Verdict } from "#app/(member)/send-answer.ts";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { AskedQuestion } from "#ui/asked-question.tsx";
import { Button } from "#ui/button.tsx";
import { Timer } from "#ui/timer.tsx";
import type { Said, Sent } from "#ui/use-asked.ts";
import { StarNote } from "./star-note.tsx";

type Question = Readonly<{
  slot: number;
  questionId: number;
  version: number;
  body: ShownBody;
  isStarred: boolean;
  note: string;
  passage: Passage | null;
}>;
type Reply = Verdict & { isRight: boolean; isOver: boolean; livesLeft: number | null };
type Props = { run: number; reader: number; total: number; question: Question; leftMs: number | null };

/** What is left of the question's time, a tick a second; null where there is no clock. The server counts for itself. */
function useLeft(leftMs: number | null, isStopped: boolean): number | null {
  const [left, setLeft] = useState(leftMs);
  useEffect(() => {
    if (leftMs === null || isStopped) return;
    const until = performance.now() + leftMs;
    const ticking = setInterval(() => setLeft(Math.max(0, until - performance.now())), 500);
    return () => clearInterval(ticking);
  }, [leftMs, isStopped]);
  return left;
}

/** The next question of a run: answered, told at once, and on to the one after it. */
export function RunQuestion({ run, reader, total, question, leftMs }: Props): ReactNode {
  const t = useTranslations("practice");
  const router = useRouter();
  const hinted = useRef(false);
  const [reply, setReply] = useState<Reply | null>(null);
  const { slot, version, body, passage } = question;
  const path = `/api/practices/${run}/answers`;
  const left = useLeft(leftMs, reply !== null);

  const send = async (response: Response, { changed }: Said): Promise<Sent> => {
    const sent = await sendAnswer<Reply>(path, { slot, version, response, changed, usedHint: hinted.current });
    if (sent.kind === "trouble") return sent;
    setReply(sent.value);
    return { kind: "told", isRight: sent.value.isRight, reveal: sent.value.reveal };
  };
  const goOn = async (): Promise<void> => {
    if (!reply) await sendAnswer<Reply>(path, { slot, version, response: null });
    await post(`/api/practices/${run}/next`);
    router.refresh();
  };
  return (
    <div className="grid gap-4 rounded-md border border-line bg-raised p-4 sm:p-5">
      {left !== null && !reply && <Timer leftMs={left} label={t("timeLeft")} urgent={left < 10_000} />}
      <AskedQuestion
        title={t("question", { number: slot + 1, total })}
        body={body}
        start={{ response: null, told: null }}
        send={send}
        once
        keptAs={`zx-practice-${reader}-${run}-${slot}`}
        form={{ action: path, fields: { slot: String(slot), version: String(version), next: `/practice/${run}` } }}
        beside={
          passage && (
            <a
              href={hrefOf(passage)}
              target="_blank"
              rel="noreferrer"
              onClick={() => {
                hinted.current = true;
              }}
              className="inline-flex min-h-11 items-center justify-self-start text-muted text-sm underline underline-offset-4"
            >
              {t("hint")}
            </a>
          )
        }
      />
      <div className="flex flex-wrap items-center gap-3">
        {(reply || left === 0) && (
          <Button look="primary" onClick={() => void goOn()}>
            {t(reply?.isOver ? "toEnd" : "nextQuestion")}
            <ArrowRight aria-hidden className="size-4" />
          </Button>
        )}
        {reply?.livesLeft !== undefined && reply?.livesLeft !== null && (
          <span className="tabular text-muted text-sm">{t("lives", { lives: reply.livesLeft })}</span>
        )}
      </div>
      <StarNote questionId={question.questionId} isStarred={question.isStarred} note={question.note} />
      {left === 0 && !reply && <p role="alert">{t("timeUp")}</p>}
      {reply && <ReportQuestion from="practice" id={run} slot={slot} />}
    </div>
  );
}
