"use client";
import { Check, Flag, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#ui/class-names.ts";
import { isAnswered } from "#ui/responses.ts";
import type { Outbox } from "./outbox.ts";

type Props = { box: Outbox; flags: ReadonlySet<number>; current: number; onGo: (slot: number) => void };

/** 答题卡: every question's number, with what is answered (tick and filled), flagged (flag), current (frame), in doubt (triangle). */
export function AnswerCard({ box, flags, current, onGo }: Props): ReactNode {
  const t = useTranslations("play.card");
  return (
    <div className="grid gap-3">
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-2">
        {box.map((slot, at) => {
          const answered = isAnswered(slot.shown);
          const flagged = flags.has(at);
          const states = [answered ? t("answered") : t("unanswered"), flagged && t("flagged"), slot.theirs && t("contested")].filter(
            Boolean,
          );
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place
            <li key={at}>
              <button
                type="button"
                aria-current={at === current ? "step" : undefined}
                aria-label={t("place", { number: at + 1, state: states.join(t("and")) })}
                onClick={() => onGo(at)}
                className={classNames(
                  "tabular relative grid min-h-11 w-full place-items-center rounded-md border font-medium",
                  answered ? "border-seal bg-seal-wash text-seal" : "border-edge bg-raised text-ink",
                  at === current && "outline-2 outline-ink outline-offset-2",
                )}
              >
                {at + 1}
                {answered && <Check aria-hidden className="absolute end-0.5 bottom-0.5 size-3" strokeWidth={3} />}
                {flagged && <Flag aria-hidden className="absolute end-0.5 top-0.5 size-3 fill-amber text-amber" />}
                {slot.theirs && <TriangleAlert aria-hidden className="absolute start-0.5 top-0.5 size-3 text-amber" />}
              </button>
            </li>
          );
        })}
      </ol>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
        <span className="tabular">
          {t("progress", { answered: box.filter(({ shown }) => isAnswered(shown)).length, total: box.length })}
        </span>
        {flags.size > 0 && <span className="tabular">{t("flags", { count: flags.size })}</span>}
      </p>
    </div>
  );
}
