"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { sendAnswer, type Verdict } from "#app/(member)/send-answer.ts";
import type { Response } from "#domain/questions/question.ts";
import type { ShownCheck } from "#server/materials/read-checks.ts";
import type { Reveal } from "#server/reviews/shown-question.ts";
import { AskedQuestion } from "#ui/asked-question.tsx";
import type { Sent } from "#ui/use-asked.ts";
import { useReadingProgress } from "./reading-progress.tsx";

type Props = { slug: string; reader: number; check: ShownCheck; reveal: Reveal | null; number: number; total: number };
type Reply = Verdict & { state: string; tries: number; progress: { done: number; total: number; completedAt: string | null } };

/** A question that stands in the text. Answering it, and nothing else, is how a reading is completed. */
export function TextCheck({ slug, reader, check, reveal, number, total }: Props): ReactNode {
  const t = useTranslations("checks");
  const { report } = useReadingProgress();
  const tries = useRef(check.tries);
  const { questionId, version, state, response, body } = check;
  const path = `/api/materials/${slug}/checks/${questionId}`;

  const send = async (given: Response): Promise<Sent> => {
    const sent = await sendAnswer<Reply>(path, { version, tries: tries.current, response: given });
    if (sent.kind === "trouble") return sent;
    const { value } = sent;
    tries.current = value.tries;
    report({ done: value.progress.done, total: value.progress.total, isComplete: value.progress.completedAt !== null });
    return { kind: "told", isRight: value.state === "right", reveal: value.reveal };
  };
  return (
    <section id={`check-${questionId}`} aria-label={t("name", { number, total })} className="text-check no-print">
      <AskedQuestion
        title={t("name", { number, total })}
        body={body}
        start={{ response, told: state === "open" ? null : { isRight: state === "right", reveal } }}
        send={send}
        keptAs={`zx-check-${reader}-${version}`}
        form={{
          action: path,
          fields: { version: String(version), tries: String(check.tries), next: `/materials/${slug}#check-${questionId}` },
        }}
        here={slug}
      />
    </section>
  );
}
