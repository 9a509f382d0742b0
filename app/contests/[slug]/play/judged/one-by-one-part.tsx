"use client";
import { Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AskedQuestion } from "#app/contests/[slug]/play/asked-question.tsx";
import { Clock } from "#app/contests/[slug]/play/clock.tsx";
import { askServer } from "#app/contests/ask-server.ts";
import type { ServerTime } from "#app/contests/server-time.ts";
import type { Response } from "#domain/questions/question.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import type { HeldNews } from "./held-news.ts";
import { LevelLine, LevelVerdict } from "./level-line.tsx";
import type { JudgedReply } from "./use-judged.ts";
import { useTry } from "./use-try.ts";
import { Verdict } from "./verdict.tsx";

type Props = { reply: JudgedReply; time: ServerTime; resultPath: string; held: HeldNews; again: () => Promise<void>; onOver: () => void };

/** One question after the other, each by its own clock; the server tells at once how it went (D4.5, D4.6). */
export function OneByOnePart({ reply, time, resultPath, held, again, onOver }: Props): ReactNode {
  const t = useTranslations("play.judged");
  const { attemptId, current, total, right, answered, livesLeft } = reply;
  const { state, send, reset } = useTry(attemptId);
  const [response, setResponse] = useState<Response>(null);
  const [isAsking, setAsking] = useState(false);

  const next = async (): Promise<void> => {
    setAsking(true);
    await askServer(`/api/attempts/${attemptId}/show`, {});
    setResponse(null);
    await again();
    reset();
    setAsking(false);
  };
  const submit = async (): Promise<void> => {
    const said = current && (await held.during(send(current.slot, 1, response)));
    if (said?.isOver) onOver();
  };
  const told = state.kind === "told" ? state.reply : null;
  // The attempt may have been read again since, for some other reason: then what was told is in it already.
  const fresh = told && told.slot >= answered ? told : null;
  const levels = told ? told.levels : reply.levels;
  const lives = livesLeft === null ? null : livesLeft - (fresh && !fresh.isRight ? 1 : 0);
  return (
    <div className="grid gap-5">
      {levels && <LevelLine now={levels} isAsking={current !== null && !told} />}
      <p className="tabular flex flex-wrap items-center gap-x-5 gap-y-1 text-muted">
        <span>{t("soFar", { right: right + (fresh?.isRight ? 1 : 0), answered: answered + (fresh ? 1 : 0) })}</span>
        {lives !== null && (
          <span className="inline-flex items-center gap-1.5">
            <Heart aria-hidden className="size-4" />
            {t("lives", { lives: Math.max(0, lives) })}
          </span>
        )}
      </p>
      {current && (
        <>
          {current.endsAt !== null && !told && (
            <Clock time={time} dueAt={Date.parse(current.endsAt)} wholeMs={0} onZero={() => void submit()} onJump={() => void again()} />
          )}
          <AskedQuestion
            item={current}
            total={total}
            response={response}
            isDisabled={state.kind !== "open" && state.kind !== "refused"}
            onChange={setResponse}
          />
        </>
      )}
      <div className="grid">
        <Verdict state={state} />
        {levels && <LevelVerdict told={told} />}
      </div>
      <div className="flex flex-wrap gap-3 max-sm:*:grow">
        {told?.isOver ? (
          <LinkButton look="primary" href={resultPath}>
            {t("result")}
          </LinkButton>
        ) : current && !told ? (
          <Button look="primary" pending={state.kind === "sending"} disabled={response === null} onClick={() => void submit()}>
            {t("submit")}
          </Button>
        ) : (
          <Button look="primary" pending={isAsking} onClick={() => void next()}>
            {levels && levels.answered === levels.perLevel
              ? t("nextLevel", { level: levels.level + 1 })
              : t(answered === 0 && !told ? "first" : "next")}
          </Button>
        )}
      </div>
    </div>
  );
}
