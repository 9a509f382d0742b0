"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post, type Said } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { AreaField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Conflict } from "./conflict.tsx";
import { SaveLine } from "./save-line.tsx";
import { useAutosave } from "./use-autosave.ts";

type Props = { id: number | null; revision: number; title: string; body: string; about: object };

/** As the server counts: letters, digits and Chinese characters. */
const charactersOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Writing a piece: kept by itself, handed in by a button. */
export function Editor(props: Props): ReactNode {
  const [t, refusals] = [useTranslations("reflections"), useTranslations("refusals")];
  const router = useRouter();
  const { words, state, change, flush, settle } = useAutosave(props);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const say = (code: string): string => (refusals.has(code) ? refusals(code, { most: 0, revision: 0 }) : t("refused"));

  async function handIn(): Promise<void> {
    if (isSending) return;
    setSending(true);
    setProblem("");
    const stored = await flush();
    const said: Said<unknown> | null = stored && (await post(`/api/reflections/${stored.id}/hand-in`, { revision: stored.revision }));
    setSending(false);
    if (said && !said.ok) setProblem(said.code === "offline" ? t("offlineHandIn") : say(said.code));
    if (!stored || !said?.ok) return;
    router.push(`/reflections/${stored.id}?done=handedIn`);
    router.refresh();
  }

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void handIn();
      }}
    >
      {state.kind === "conflict" && <Conflict theirs={state.theirs} settle={settle} />}
      <TextField
        label={t("heading")}
        value={words.title}
        maxLength={80}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className="grid gap-2">
        <AreaField
          label={t("text")}
          value={words.body}
          rows={16}
          maxLength={50_000}
          className="reading"
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
        <div className="tabular flex flex-wrap justify-between gap-x-4 text-muted text-sm">
          <SaveLine state={state} say={say} />
          <span>{t("characters", { count: charactersOf(words.body) })}</span>
        </div>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="grid gap-2 sm:flex sm:items-center sm:gap-4">
        <Button type="submit" look="primary" pending={isSending} disabled={state.kind === "conflict"}>
          {t("handIn")}
        </Button>
        <p className="text-muted text-sm">{t("handInHint")}</p>
      </div>
    </form>
  );
}
