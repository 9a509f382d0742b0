"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AskedQuestion } from "#app/contests/[slug]/play/asked-question.tsx";
import type { Response } from "#domain/questions/question.ts";
import { Button } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";
import type { JudgedReply } from "./use-judged.ts";
import { useTry } from "./use-try.ts";
import { Verdict } from "./verdict.tsx";

type Props = { reply: JudgedReply; again: () => Promise<void> };
type Item = JudgedReply["items"][number];

/** All questions, each to be tried as often as the rules say, and told at once how it went (D4.3, D4.4). */
export function TriesPart({ reply, again }: Props): ReactNode {
  const t = useTranslations("play.judged");
  const { attemptId, items, total } = reply;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ used }) => used === 0),
    ),
  );
  const [typed, setTyped] = useState<Readonly<Record<number, Response>>>({});
  const { state, send, reset } = useTry(attemptId);
  const item = items[at];
  if (!item) return null;
  const response = typed[at] === undefined ? item.response : typed[at];
  // What was just told is not sent again by a second press: a try costs something.
  const isOpen = !item.isRight && item.used < item.most;
  const go = (slot: number): void => {
    reset();
    setAt(slot);
  };
  const submit = async (): Promise<void> => {
    if (await send(at, item.used + 1, response)) await again();
  };
  return (
    <div className="grid gap-6">
      <Overview items={items} at={at} onGo={go} />
      <AskedQuestion
        item={item}
        total={total}
        response={response}
        isDisabled={!isOpen || state.kind === "sending"}
        onChange={(given) => {
          reset();
          setTyped((known) => ({ ...known, [at]: given }));
        }}
      />
      <p className="tabular text-muted">{t(item.isRight ? "solved" : "triesLeft", { left: item.most - item.used, most: item.most })}</p>
      <Verdict state={state} />
      <div className="flex flex-wrap gap-3 max-sm:*:grow">
        <Button disabled={at === 0} onClick={() => go(at - 1)}>
          {t("previous")}
        </Button>
        <Button
          look="primary"
          pending={state.kind === "sending"}
          disabled={!isOpen || response === null || state.kind === "told"}
          onClick={() => void submit()}
        >
          {t("submit")}
        </Button>
        <Button disabled={at === items.length - 1} onClick={() => go(at + 1)}>
          {t("next")}
        </Button>
      </div>
    </div>
  );
}

/** Every question's number: right (tick), tried and not right yet (cross), or untouched. */
function Overview({ items, at, onGo }: { items: readonly Item[]; at: number; onGo: (slot: number) => void }): ReactNode {
  const t = useTranslations("play.judged");
  return (
    <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-2">
      {items.map(({ slot, isRight, used }) => (
        <li key={slot}>
          <button
            type="button"
            aria-current={slot === at ? "step" : undefined}
            aria-label={t("place", { number: slot + 1, state: t(isRight ? "states.right" : used > 0 ? "states.wrong" : "states.open") })}
            onClick={() => onGo(slot)}
            className={classNames(
              "tabular relative grid min-h-11 w-full place-items-center rounded-md border font-medium",
              isRight
                ? "border-pine bg-pine-wash text-pine"
                : used > 0
                  ? "border-amber bg-amber-wash text-amber"
                  : "border-edge bg-raised text-ink",
              slot === at && "outline-2 outline-ink outline-offset-2",
            )}
          >
            {slot + 1}
            {isRight && <Check aria-hidden className="absolute end-0.5 bottom-0.5 size-3" strokeWidth={3} />}
            {!isRight && used > 0 && <X aria-hidden className="absolute end-0.5 bottom-0.5 size-3" strokeWidth={3} />}
          </button>
        </li>
      ))}
    </ol>
  );
}
