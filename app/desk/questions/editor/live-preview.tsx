"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ShownQuestion } from "#app/desk/questions/shown-question.tsx";
import { presentationOf, shownBody } from "#domain/papers/presentation.ts";
import { Button } from "#ui/button.tsx";
import { bodyOf } from "./content-of-draft.ts";
import type { QuestionDraft } from "./draft.ts";

/** The question as a member would get it, as one types; another press, another order. */
export function LivePreview({ draft }: { draft: QuestionDraft }): ReactNode {
  const t = useTranslations("questionDesk");
  const [seed, setSeed] = useState(1);
  const body = bodyOf(draft);
  const isShuffled = presentationOf(body, "live/0", 0, true).length > 1;
  return (
    <section
      aria-labelledby="live-preview"
      className="grid gap-4 rounded-md border border-line bg-sunken p-5 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto"
    >
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="live-preview" className="font-display font-semibold text-lg">
          {t("asMembers")}
        </h2>
        {isShuffled && (
          <Button look="quiet" compact onClick={() => setSeed(seed + 1)}>
            <RefreshCw aria-hidden className="size-4" />
            {t("anotherOrder")}
          </Button>
        )}
      </header>
      <ShownQuestion body={shownBody(body, presentationOf(body, `live/${seed}`, 0, true))} />
    </section>
  );
}
