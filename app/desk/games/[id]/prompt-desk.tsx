"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useEffect, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { Game, PromptTold } from "#app/live/[code]/use-game.ts";
import { PROMPT_KINDS, type PromptKind } from "#domain/games/prompts.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { type PromptFacts, PromptModeration } from "./prompt-moderation.tsx";

type Props = Readonly<{ id: number; game: Game; told: PromptTold | null; isAnswering: boolean }>;

/** Asking the room beside the questions: put, watched, sorted, closed, put away. */
export function PromptDesk({ id, game, told, isAnswering }: Props): ReactNode {
  const t = useTranslations("gameDesk.prompt");
  const [facts, setFacts] = useState<PromptFacts | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { prompt } = game;
  const promptId = prompt?.id ?? null;
  // What came is told by the stream; what waits to be shown is asked for then, for it is the host's alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with every word of the stream
  useEffect(() => {
    if (promptId === null) return setFacts(null);
    let isOn = true;
    void askServer<{ prompt: PromptFacts | null }>(`/api/desk/games/${id}/prompts`).then((asked) => {
      if (isOn && asked.kind === "told") setFacts(asked.value.prompt);
    });
    return () => {
      isOn = false;
    };
  }, [id, promptId, told, prompt?.isOpen]);
  const send = async (path: string, body: object): Promise<boolean> => {
    setBusy(true);
    const reply = await postJson(`/api/desk/games/${id}/${path}`, body);
    setRefused(reply.ok ? null : reply.refused);
    setBusy(false);
    return reply.ok;
  };
  const expected = game.stateSeq;
  return (
    <Card title={t("title")}>
      {prompt ? (
        <div className="grid gap-4">
          <p className="flex flex-wrap items-baseline justify-between gap-3">
            <span lang="zh-CN" className="font-semibold">
              {prompt.title}
            </span>
            <span role="status" className="tabular text-muted text-sm">
              {t(prompt.isOpen ? "said" : "closedSaid", { count: told?.said ?? 0 })}
            </span>
          </p>
          <div className="flex flex-wrap gap-3">
            {prompt.isOpen && (
              <Button pending={isBusy} onClick={() => void send("prompts/end", { expected, what: "close" })}>
                {t("close")}
              </Button>
            )}
            <Button look="quiet" pending={isBusy} onClick={() => void send("prompts/end", { expected, what: "clear" })}>
              {t("clear")}
            </Button>
          </div>
          {refused && <Whole refused={refused} />}
          {facts && facts.id === prompt.id && (
            <PromptModeration
              facts={facts}
              isBusy={isBusy}
              onWords={(words, state) => void send(`prompts/${facts.id}/words`, { words, state })}
              onAsk={(askId, state) => void send(`asks/${askId}`, { state })}
            />
          )}
        </div>
      ) : (
        <PromptForm refused={refused} isBusy={isBusy} isAnswering={isAnswering} onPut={(body) => send("prompts", { ...body, expected })} />
      )}
    </Card>
  );
}

function Whole({ refused }: { refused: Refused }): ReactNode {
  const { whole } = useRefusedWords(refused);
  return whole ? <Notice kind="error">{whole}</Notice> : null;
}

type FormProps = Readonly<{ refused: Refused | null; isBusy: boolean; isAnswering: boolean; onPut: (body: object) => Promise<boolean> }>;

function PromptForm({ refused, isBusy, isAnswering, onPut }: FormProps): ReactNode {
  const t = useTranslations("gameDesk.prompt");
  const { at, whole } = useRefusedWords(refused);
  const [kind, setKind] = useState<PromptKind>("poll");
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const lines = String(form.get("options") ?? "").split("\n");
    void onPut({
      kind,
      title: String(form.get("title") ?? ""),
      ...(kind === "poll" && { options: lines.flatMap((line) => line.trim() || []) }),
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-muted text-sm">{t("lead")}</p>
      <SelectField label={t("kind")} name="kind" value={kind} onChange={(event) => setKind(event.currentTarget.value as PromptKind)}>
        {PROMPT_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField label={t("asked")} name="title" maxLength={120} required error={at("title")} />
      {kind === "poll" && <AreaField label={t("options")} hint={t("optionsHint")} name="options" rows={4} required error={at("options")} />}
      {whole && <Notice kind="error">{whole}</Notice>}
      <Button type="submit" pending={isBusy} disabled={isAnswering} className="justify-self-start">
        {t("put")}
      </Button>
    </form>
  );
}
