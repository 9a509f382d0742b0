import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Choice, ChoiceGroup } from "#ui/choice.tsx";
import { PollResult } from "./poll-result.tsx";
import { useInRoom } from "./room-context.ts";
import type { Poll, Polls } from "./room-page.ts";
import { useTold } from "./use-room.ts";

// Whoever leads asks; everybody else only answers.
const PollForm = lazy(async () => ({ default: (await import("./poll-form.tsx")).PollForm }));

/** Polls, votes and quizzes on the spot. */
export function PollsPart(): ReactNode {
  const t = useTranslations("room.polls");
  const { id, room, you, act, busy } = useInRoom();
  // Answers come by the hundred: the page asks again when a poll opens or closes, not with each of them.
  const { told, again } = useTold<Polls>(
    `/api/meetings/${id}/room/polls`,
    `${room.polls.map((poll) => poll.id).join()} ${room.closedPolls}`,
  );
  const polls = told?.polls ?? [];
  const runs = you.mayRun && room.state === "in_session";
  if (polls.length === 0 && !runs) return null;
  return (
    <section id="polls" className="scroll-mt-4">
      <Card title={t("title")}>
        {polls.length === 0 && <p className="text-muted">{t("empty")}</p>}
        <ol className="grid gap-6">
          {polls.map((poll) => (
            <li key={poll.id} className="grid gap-3">
              {poll.state === "open" ? <OpenPoll poll={poll} onDone={again} /> : <PollResult poll={poll} />}
              {runs && poll.state === "prepared" && (
                <Button className="justify-self-start" onClick={() => void act(`polls/${poll.id}/open`).then(again)}>
                  {t("open")}
                </Button>
              )}
            </li>
          ))}
        </ol>
        {runs && (
          <div className="grid gap-3 border-line border-t pt-3">
            <Button className="justify-self-start" pending={busy === "quiz"} onClick={() => void act("quiz").then(again)}>
              {t("quiz")}
            </Button>
            <Suspense>
              <PollForm onMade={again} />
            </Suspense>
          </div>
        )}
      </Card>
    </section>
  );
}

function OpenPoll({ poll, onDone }: { poll: Poll; onDone: () => Promise<void> }): ReactNode {
  const t = useTranslations("room.polls");
  const { room, you, act, busy } = useInRoom();
  const [picked, setPicked] = useState<readonly number[]>(poll.choices ?? []);
  const answered = room.polls.find(({ id }) => id === poll.id)?.answered ?? poll.answered;
  const pick = (at: number, on: boolean): void =>
    setPicked(poll.isMultiple ? (on ? [...picked, at] : picked.filter((one) => one !== at)) : [at]);
  const path = `polls/${poll.id}/answer`;
  return (
    <>
      <ChoiceGroup
        legend={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone="seal">{t(`kinds.${poll.kind}`)}</Badge>
            {poll.isAnonymous && <Badge>{t("anonymous")}</Badge>}
            <span>{poll.question}</span>
          </span>
        }
        hint={poll.isMultiple && t("several")}
      >
        {poll.options.map((option, at) => (
          <Choice
            key={option}
            kind={poll.isMultiple ? "checkbox" : "radio"}
            name={`poll-${poll.id}`}
            letter={String.fromCharCode(65 + at)}
            checked={picked.includes(at)}
            disabled={!you.onRoster}
            onChange={(event) => pick(at, event.currentTarget.checked)}
          >
            {option}
          </Choice>
        ))}
      </ChoiceGroup>
      <div className="flex flex-wrap items-center gap-3">
        {you.onRoster && (
          <Button
            look="primary"
            pending={busy === path}
            disabled={picked.length === 0}
            onClick={() => void act(path, { choices: picked }).then(onDone)}
          >
            {t(poll.choices ? "change" : "answer")}
          </Button>
        )}
        {you.mayRun && (
          <Button pending={busy === `polls/${poll.id}/close`} onClick={() => void act(`polls/${poll.id}/close`).then(onDone)}>
            {t("close")}
          </Button>
        )}
        <span role="status" className="text-muted text-sm">
          {poll.choices && `${t("saved")} · `}
          {t("answered", { count: answered, of: room.counts.expected })}
        </span>
      </div>
    </>
  );
}
