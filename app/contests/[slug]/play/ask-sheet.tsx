"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import type { JsonOf } from "#app/contests/json-of.ts";
import type { Told } from "#server/boards/live-events.ts";
import type { listClarifications } from "#server/clarifications/list-clarifications.ts";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Sheet } from "#ui/sheet.tsx";

type Props = { slug: string; told: readonly Told[]; isOpen: boolean; onClose: () => void };
type Read = JsonOf<typeof listClarifications>;
const REFUSALS = ["asked-too-often", "not-running", "invalid"] as const;

/** Asking the organizer while one answers, and what was answered: the own questions, and what everybody was told. */
export function AskSheet({ slug, told, isOpen, onClose }: Props): ReactNode {
  const t = useTranslations("play.asking");
  const [read, setRead] = useState<Read | null>(null);
  const [question, setQuestion] = useState("");
  const [said, setSaid] = useState<"sent" | "unreached" | (typeof REFUSALS)[number] | null>(null);
  const [isSending, setSending] = useState(false);
  const path = `/api/contests/${encodeURIComponent(slug)}/clarifications`;
  const again = async (): Promise<void> => {
    const asked = await askServer<Read>(path);
    if (asked.kind === "told") setRead(asked.value);
  };
  // Asked again when it is opened, and when everybody was told something.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `told` is what makes it old
  useEffect(() => {
    if (isOpen) void again();
  }, [isOpen, told]);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const asked = await askServer(path, { question });
    setSending(false);
    if (asked.kind === "told") setQuestion("");
    setSaid(
      asked.kind === "told" ? "sent" : asked.kind === "refused" ? (REFUSALS.find((code) => code === asked.code) ?? "invalid") : "unreached",
    );
    await again();
  };
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t("title")}>
      <form onSubmit={send} className="grid gap-3">
        <AreaField
          label={t("question")}
          hint={t("hint")}
          value={question}
          maxLength={500}
          rows={3}
          required
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Button type="submit" pending={isSending} className="justify-self-start">
          {t("send")}
        </Button>
        <div role="status">{said && <Notice kind={said === "sent" ? "success" : "warning"}>{t(`said.${said}`)}</Notice>}</div>
      </form>
      <ul className="grid gap-3">
        {read?.items.map(({ id, question: asked, answer, isOwn, isBroadcast }) => (
          <li key={id} className="grid gap-1 border-line border-t pt-3">
            <span className="text-muted text-sm">{t(isOwn ? "own" : "all")}</span>
            {asked && <p lang="zh-CN">{asked}</p>}
            <p lang="zh-CN" className="whitespace-pre-line font-medium">
              {answer ?? t("waits")}
            </p>
            {isOwn && isBroadcast && <span className="text-muted text-sm">{t("toldAll")}</span>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
