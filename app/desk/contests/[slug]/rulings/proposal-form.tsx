"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { QuestionInput } from "#ui/question-inputs.tsx";
import { Tick } from "#ui/tick.tsx";

const KINDS = ["void_full", "void_exclude", "accept_also", "change_key"] as const;
type Kind = (typeof KINDS)[number];

/** `takesOut`: whether the question may be taken out of the contest. */
type Props = { slug: string; versionId: number; body: ShownBody; takesOut: boolean };

/** What shall be done about a question and why; where another answer is to count, the question itself is the form for it. */
export function ProposalForm({ slug, versionId, body, takesOut }: Props): ReactNode {
  const t = useTranslations("rulings");
  const router = useRouter();
  const [kind, setKind] = useState<Kind>("void_full");
  const [answer, setAnswer] = useState<Response>(null);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const words = useRefusedWords(refused);
  const needsAnswer = kind === "accept_also" || kind === "change_key";
  const kinds = (body.kind === "essay" ? KINDS.slice(0, 2) : KINDS).filter((name) => takesOut || name !== "void_exclude");

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const sent = { versionId, kind, reason, ...(needsAnswer && { answer }) };
    const reply = await postJson<{ id: number }>(`/api/desk/contests/${slug}/rulings`, sent);
    if (reply.ok) {
      router.push(`/desk/rulings/${reply.value.id}`);
      return;
    }
    setSending(false);
    setRefused(reply.refused);
  }

  return (
    <form onSubmit={send} className="grid gap-5">
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t("kind")}</legend>
        {kinds.map((name) => (
          <label
            key={name}
            className="flex min-h-11 items-start gap-3 rounded-md border border-line p-3 has-checked:border-seal has-checked:bg-seal-wash"
          >
            <Tick type="radio" name="kind" value={name} checked={kind === name} onChange={() => setKind(name)} className="mt-1" />
            <span className="grid">
              <span className="font-medium">{t(`kinds.${name}`)}</span>
              <span className="text-muted text-sm">{t(`kindLeads.${name}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {needsAnswer && (
        <fieldset className="grid gap-2" lang="zh-CN">
          <legend className="mb-2 font-semibold">{t(kind === "change_key" ? "newAnswer" : "alsoAnswer")}</legend>
          <QuestionInput body={body} name="answer" response={answer} isDisabled={isSending} onChange={(next) => setAnswer(next)} />
        </fieldset>
      )}
      <AreaField
        label={t("reason")}
        hint={t("reasonHint")}
        error={words.at("reason")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        maxLength={300}
        rows={2}
      />
      {words.whole && !words.at("reason") && <Notice kind="error">{words.whole}</Notice>}
      <Button type="submit" look="primary" pending={isSending} className="justify-self-start">
        {t("send")}
      </Button>
    </form>
  );
}
