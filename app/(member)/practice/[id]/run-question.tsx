"use client";
import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, type SubmitEvent, Suspense, useEffect, useRef, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { hrefOf, type Passage } from "#app/(member)/review/passage-link.tsx";
import { sendAnswer, type Verdict } from "#app/(member)/send-answer.ts";
import { ServerTime } from "#app/contests/server-time.ts";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { AskedQuestion } from "#ui/asked-question.tsx";
import { Button } from "#ui/button.tsx";
import type { Said, Sent } from "#ui/use-asked.ts";

// Most runs have no clock, and what follows an answer comes after the question.
const Clock = lazy(async () => ({ default: (await import("#app/contests/[slug]/play/clock.tsx")).Clock }));
const ReportQuestion = lazy(async () => ({ default: (await import("#app/(member)/report-question.tsx")).ReportQuestion }));
const StarNote = lazy(async () => ({ default: (await import("./star-note.tsx")).StarNote }));

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
type Props = {
  run: number;
  reader: number;
  total: number;
  question: Question;
  /** The answer it was given and what came of it, when that was told already. */
  told: (Reply & { response: Response }) | null;
  clock: Readonly<{ serverNow: string; dueAt: string; wholeMs: number }> | null;
};

/** The server's clock as the page was made with it: known once the browser runs, so that no drawn second is another one there. */
function useClock(clock: Props["clock"]): ServerTime | null {
  const [time, setTime] = useState<ServerTime | null>(null);
  const serverNow = clock?.serverNow;
  useEffect(() => {
    if (serverNow !== undefined) setTime(ServerTime.told(serverNow));
  }, [serverNow]);
  return time;
}

/** The next question of a run: answered, told at once, and on to the one after it. */
export function RunQuestion({ run, reader, total, question, told, clock }: Props): ReactNode {
  const t = useTranslations("practice");
  const router = useRouter();
  const hinted = useRef(false);
  const [reply, setReply] = useState<Reply | null>(told);
  const { slot, version, body, passage } = question;
  const path = `/api/practices/${run}/answers`;
  const time = useClock(clock);
  const [isTimeUp, setTimeUp] = useState(false);

  const send = async (response: Response, { changed }: Said): Promise<Sent> => {
    const sent = await sendAnswer<Reply>(path, { slot, version, response, changed, usedHint: hinted.current });
    if (sent.kind === "trouble") return sent;
    setReply(sent.value);
    return { kind: "told", isRight: sent.value.isRight, reveal: sent.value.reveal };
  };
  const goOn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!reply) await sendAnswer<Reply>(path, { slot, version, response: null });
    await post(`/api/practices/${run}/next`);
    router.refresh();
  };
  // Moving on puts the focus on the new question, which reads it aloud; the first one is where the page begins.
  const whole = useRef<HTMLElement>(null);
  useEffect(() => {
    if (slot > 0) whole.current?.focus();
  }, [slot]);
  return (
    <section
      ref={whole}
      tabIndex={-1}
      aria-label={t("question", { number: slot + 1, total })}
      className="grid gap-4 rounded-md border border-line bg-raised p-4 outline-none sm:p-5"
    >
      {clock && time && !reply && (
        <Suspense>
          <Clock
            time={time}
            dueAt={Date.parse(clock.dueAt)}
            wholeMs={clock.wholeMs}
            onZero={() => setTimeUp(true)}
            onJump={() => router.refresh()}
          />
        </Suspense>
      )}
      <AskedQuestion
        title={t("question", { number: slot + 1, total })}
        body={body}
        start={{ response: told?.response ?? null, told }}
        send={send}
        once
        keys
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
        {(reply || isTimeUp) && (
          <form method="post" action={`/api/practices/${run}/next`} onSubmit={(event) => void goOn(event)}>
            <input type="hidden" name="next" value={`/practice/${run}`} />
            <Button type="submit" look="primary">
              {t(reply?.isOver ? "toEnd" : "nextQuestion")}
              <ArrowRight aria-hidden className="size-4" />
            </Button>
          </form>
        )}
        {reply?.livesLeft !== undefined && reply?.livesLeft !== null && (
          <span className="tabular text-muted text-sm">{t("lives", { lives: reply.livesLeft })}</span>
        )}
      </div>
      <Suspense>
        <StarNote questionId={question.questionId} isStarred={question.isStarred} note={question.note} />
      </Suspense>
      {isTimeUp && !reply && <p role="alert">{t("timeUp")}</p>}
      {reply && (
        <Suspense>
          <ReportQuestion from="practice" id={run} slot={slot} />
        </Suspense>
      )}
    </section>
  );
}
