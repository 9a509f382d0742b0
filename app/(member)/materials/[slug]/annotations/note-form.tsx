"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Kind, Listed, Stretch } from "./annotation.ts";
import { Quote } from "./quote.tsx";
import { useRefusedWords } from "./refused-words.ts";
import { ShareField, shareOf } from "./share-field.tsx";

export type Draft = Readonly<{ number: number; stretch: Stretch; kind: Kind; body: string; share: string }>;
type Props = {
  slug: string;
  lang: string;
  number: number;
  groups: Listed["groups"];
  draft: Draft;
  change: (draft: Draft | null) => void;
  done: () => Promise<void>;
};

/** Writing on a stretch: the words, who may see them. What is typed is kept in this browser until it is sent or thrown away. */
export function NoteForm({ slug, lang, number, groups, draft, change, done }: Props): ReactNode {
  const t = useTranslations("annotations");
  const words = useRefusedWords();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const area = useRef<HTMLDivElement>(null);
  const { stretch, kind, body, share } = draft;
  const isStale = draft.number !== number;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stretch is a new note, and the writer goes on typing
  useEffect(() => area.current?.querySelector("textarea")?.focus(), [stretch, kind]);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const said = await post(`/api/materials/${slug}/annotations`, {
      ...stretch,
      lang,
      number: draft.number,
      kind,
      body,
      ...shareOf(share),
    });
    setSending(false);
    if (!said.ok) return setProblem(words(said));
    change(null);
    await done();
  }

  return (
    <form onSubmit={send} className="grid gap-4">
      <h3 className="font-semibold">{t(`writing.${kind}`)}</h3>
      <Quote>{stretch.exact}</Quote>
      {isStale && <Notice kind="warning">{t("staleDraft")}</Notice>}
      <div ref={area}>
        <AreaField
          label={t(kind === "question" ? "yourQuestion" : "yourNote")}
          optional={kind !== "note"}
          value={body}
          rows={4}
          maxLength={2_000}
          required={kind === "note"}
          onChange={(event) => change({ ...draft, body: event.currentTarget.value })}
        />
      </div>
      <ShareField groups={groups} share={share} change={(next) => change({ ...draft, share: next })} />
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" pending={isSending} disabled={isStale}>
          {t("save")}
        </Button>
        <Button look="quiet" onClick={() => change(null)}>
          {t("throwAway")}
        </Button>
      </div>
    </form>
  );
}
