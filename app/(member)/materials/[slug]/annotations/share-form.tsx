"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Annotation, Listed } from "./annotation.ts";
import { useRefusedWords } from "./refused-words.ts";
import { ShareField, shareOf } from "./share-field.tsx";

type Props = {
  item: Annotation;
  groups: Listed["groups"];
  /** `lost`: how many of those who took part no longer see it. */
  done: (lost: number) => void;
  cancel: () => void;
};

/** Shares what is written with others, or with nobody. Where others took part, it says first what becomes of their answers. */
export function ShareForm({ item, groups, done, cancel }: Props): ReactNode {
  const t = useTranslations("annotations");
  const words = useRefusedWords();
  const now = item.groupId === null ? item.visibility : String(item.groupId);
  // A group one has left is no choice any more.
  const [share, setShare] = useState(item.groupId === null || groups.some(({ id }) => id === item.groupId) ? now : "private");
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const others = item.votes > 0 || item.replies.some(({ mine, deleted }) => !mine && !deleted);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const said = await post<{ lost: number }>(`/api/annotations/${item.id}/share`, shareOf(share));
    setSending(false);
    if (!said.ok) return setProblem(words(said));
    done(said.value.lost);
  }

  return (
    <form onSubmit={send} className="grid gap-3">
      <ShareField groups={groups} share={share} change={setShare} autoFocus {...(others && { hint: t("shareHint") })} />
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" compact pending={isSending} disabled={share === now}>
          {t("save")}
        </Button>
        <Button look="quiet" compact onClick={cancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
