"use client";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { sendAnswer, type Verdict } from "#app/(member)/send-answer.ts";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { AskedQuestion } from "#ui/asked-question.tsx";
import type { Sent } from "#ui/use-asked.ts";

type Card = Readonly<{
  questionId: number;
  version: number;
  body: ShownBody;
  answeredAt: string;
  passage: Readonly<{ slug: string; title: string; titleEn: string; paragraph: string }> | null;
}>;
type Reply = Verdict & { isRight: boolean; leaves: boolean; rightSince: number; answeredAt: string };

/** One card of the wrong-book, answered again where it stands; right on two days in a row, it leaves. */
export function ReviewQuestion({ reader, card, facts }: { reader: number; card: Card; facts: ReactNode }): ReactNode {
  const t = useTranslations("review");
  const isEnglish = useLocale() === "en";
  const since = useRef(card.answeredAt);
  const [outcome, setOutcome] = useState<"leaves" | "once" | null>(null);
  const { questionId, version, body, passage } = card;
  const path = `/api/review/${questionId}`;

  const send = async (response: Response): Promise<Sent> => {
    const sent = await sendAnswer<Reply>(path, { version, since: since.current, response });
    if (sent.kind === "trouble") return sent;
    const { isRight, leaves, answeredAt, reveal } = sent.value;
    since.current = answeredAt;
    setOutcome(isRight ? (leaves ? "leaves" : "once") : null);
    return { kind: "told", isRight, reveal };
  };
  return (
    <article className="grid gap-4 rounded-md border border-line bg-raised p-4 sm:p-5">
      <header className="grid gap-1 border-line border-b pb-3 text-muted text-sm">
        {facts}
        {passage && (
          <Link
            href={`/materials/${passage.slug}${passage.paragraph ? `#${passage.paragraph}` : ""}`}
            className="-my-1 inline-flex min-h-11 items-center justify-self-start text-seal underline underline-offset-4"
          >
            {t("from", { title: (isEnglish && passage.titleEn) || passage.title, paragraph: Number(passage.paragraph.slice(1)) || 1 })}
          </Link>
        )}
      </header>
      <AskedQuestion
        title={t("again")}
        body={body}
        start={{ response: null, told: null }}
        send={send}
        keptAs={`zx-review-${reader}-${version}`}
        form={{ action: path, fields: { version: String(version), since: card.answeredAt, next: "/review" } }}
      />
      {outcome && (
        <p role="status" className="text-pine">
          {t(outcome)}
        </p>
      )}
    </article>
  );
}
