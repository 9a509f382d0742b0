"use client";
import { CircleCheck, CircleDashed, CloudOff, LoaderCircle, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Clock } from "#app/contests/[slug]/play/clock.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SheetFoot } from "#ui/sheet-foot.tsx";
import type { DraftState } from "./draft-box.ts";
import { MockQuestion, type Question } from "./mock-question.tsx";
import { useMock } from "./use-mock.ts";

type Props = Readonly<{
  id: number;
  questions: readonly Question[];
  startedAt: string;
  dueAt: string;
  serverNow: string;
  rules: ReactNode;
}>;

const signs: Record<DraftState["line"], { Icon: LucideIcon; ink: string }> = {
  untouched: { Icon: CircleDashed, ink: "text-muted" },
  saving: { Icon: LoaderCircle, ink: "text-muted" },
  saved: { Icon: CircleCheck, ink: "text-pine" },
  offline: { Icon: CloudOff, ink: "text-amber" },
  over: { Icon: CircleDashed, ink: "text-seal" },
};

/** What the screen may say about saving; aloud only what does not go well, and that all is well again. */
function SavingLine({ line }: { line: DraftState["line"] }): ReactNode {
  const t = useTranslations("practice.mock");
  const { Icon, ink } = signs[line];
  return (
    <p className={`flex min-w-0 items-center gap-1.5 text-sm ${ink}`} data-saving={line}>
      <Icon aria-hidden className="size-4 flex-none" />
      {t(`saving.${line}`)}
      <span aria-live="polite" className="sr-only">
        {line === "offline" || line === "over" ? t(`saving.${line}`) : ""}
      </span>
    </p>
  );
}

/** A mock exam on one sheet: the time left by the server's clock stays in sight, each answer is saved as it is given, nothing is told of it. */
export function MockScreen({ id, questions, startedAt, dueAt, serverNow, rules }: Props): ReactNode {
  const { answers, answered, answer, saving, phase, refused, handIn, timeUp, stay, time, hear } = useMock({ id, serverNow, questions });
  const due = Date.parse(dueAt);
  const isShut = phase === "sending" || saving.line === "over";
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        handIn();
      }}
    >
      {rules}
      <div className="sticky top-0 z-20 -mx-4 flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-line border-b bg-paper px-4 py-1">
        <SavingLine line={saving.line} />
        {time && <Clock time={time} dueAt={due} wholeMs={due - Date.parse(startedAt)} onZero={timeUp} onJump={() => void hear()} />}
      </div>
      <ol className="grid gap-5">
        {questions.map((question, place) => (
          <MockQuestion
            key={question.slot}
            question={question}
            number={place + 1}
            total={questions.length}
            response={answers[question.slot] ?? null}
            isDisabled={isShut}
            refused={saving.refused[question.slot]}
            onChange={(response) => answer(question.slot, response)}
          />
        ))}
      </ol>
      <SheetFoot answered={answered} total={questions.length} isSending={phase === "sending"} isUnsure={phase === "unsure"} stay={stay}>
        <RefusalNotice code={refused} />
      </SheetFoot>
    </form>
  );
}
