"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useEffect, useRef } from "react";
import { ASK_LENGTH, MOST_ASKS, MOST_WORDS, WORD_LENGTH } from "#domain/games/prompts.ts";
import { letterOf } from "#domain/papers/presentation.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { AreaField, TextField } from "#ui/field.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { AskedPart } from "./asked-part.tsx";
import { PromptResult } from "./prompt-result.tsx";
import type { Game, Own, PromptTold } from "./use-game.ts";
import { type Saying, useSay } from "./use-say.ts";

type Prompt = NonNullable<Game["prompt"]>;
type Props = Readonly<{ id: number; ticket: string; prompt: Prompt; told: PromptTold | null; own: Own | null }>;

/** A poll, words for a cloud, or the word to the room, on a phone. */
export function PromptPart({ id, ticket, prompt, told, own }: Props): ReactNode {
  const t = useTranslations("live.prompt");
  const whole = useRef<HTMLElement>(null);
  const saying = useSay(id, ticket, prompt.id, own);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new one takes the focus, which reads it aloud
  useEffect(() => whole.current?.focus(), [prompt.id]);
  return (
    <section ref={whole} tabIndex={-1} aria-label={prompt.title} className="grid gap-4 rounded-md border border-line p-4 outline-none">
      <p>
        <Badge>{t(`kinds.${prompt.kind}`)}</Badge>
      </p>
      <h2 lang="zh-CN" className="font-display font-semibold text-xl">
        {prompt.title}
      </h2>
      {prompt.isOpen && <p className="text-muted text-sm">{t(`hints.${prompt.kind}`)}</p>}
      {prompt.isOpen && prompt.kind === "poll" && <Poll prompt={prompt} saying={saying} />}
      {prompt.isOpen && prompt.kind === "words" && <Words saying={saying} />}
      {prompt.isOpen && prompt.kind === "asks" && <Asking saying={saying} />}
      <RefusalNotice code={saying.refused} />
      {prompt.kind === "asks" && told?.asks ? (
        <AskedPart asks={told.asks} isOpen={prompt.isOpen} saying={saying} />
      ) : (
        told && <PromptResult prompt={prompt} told={told} />
      )}
      {!prompt.isOpen && <p className="text-muted">{t("closed")}</p>}
    </section>
  );
}

function Poll({ prompt, saying }: { prompt: Prompt; saying: Saying }): ReactNode {
  const t = useTranslations("live.prompt");
  const { pick, isBusy, say } = saying;
  return (
    <fieldset className="grid gap-3" aria-busy={isBusy}>
      <legend lang="zh-CN" className="sr-only">
        {prompt.title}
      </legend>
      {prompt.options.map((text, place) => (
        <Choice
          key={text}
          kind="radio"
          letter={letterOf(place)}
          name={`poll-${prompt.id}`}
          value={place}
          checked={pick === place}
          onChange={() => void say({ kind: "poll", pick: place })}
        >
          <span lang="zh-CN">{text}</span>
        </Choice>
      ))}
      <p role="status" className="min-h-6 font-medium text-pine">
        {pick === null ? "" : t("received")}
      </p>
    </fieldset>
  );
}

function Words({ saying }: { saying: Saying }): ReactNode {
  const t = useTranslations("live.prompt");
  const { words, isBusy, say } = saying;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = form.getAll("word").flatMap((word) => String(word).trim() || []);
    if (given.length > 0) void say({ kind: "words", words: given });
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      {Array.from({ length: MOST_WORDS }, (_, at) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place
          key={at}
          label={t("word", { number: at + 1 })}
          name="word"
          maxLength={WORD_LENGTH}
          autoComplete="off"
          defaultValue={words?.[at] ?? ""}
          {...(at > 0 && { optional: true })}
        />
      ))}
      <Button type="submit" look="primary" wide pending={isBusy}>
        {t("send")}
      </Button>
      <p role="status" className="min-h-6 font-medium text-pine">
        {words === null ? "" : t("receivedWords")}
      </p>
    </form>
  );
}

function Asking({ saying }: { saying: Saying }): ReactNode {
  const t = useTranslations("live.prompt");
  const { asked, isBusy, say } = saying;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get("text") ?? "").trim();
    if (text !== "" && (await say({ kind: "ask", text }))) form.reset();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3">
      <AreaField label={t("ask")} hint={t("askHint", { most: MOST_ASKS })} name="text" rows={3} maxLength={ASK_LENGTH} />
      <Button type="submit" look="primary" wide pending={isBusy}>
        {t("sendAsk")}
      </Button>
      <p role="status" className="min-h-6 font-medium text-pine">
        {asked === 0 ? "" : t("receivedAsk")}
      </p>
    </form>
  );
}
