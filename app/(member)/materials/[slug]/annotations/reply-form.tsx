"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { useRefusedWords } from "./refused-words.ts";
import { useKept } from "./use-kept.ts";

type Props = {
  /** Where the words go, as `{ [field]: words }`. */
  path: string;
  field?: "body" | "reason";
  label: string;
  submit: string;
  /** What it begins with; else what was typed here before. */
  start?: string;
  keep: string;
  done: () => void;
  cancel: () => void;
};

/** A few words sent to a verb: a reply, an edit, a reason. They survive a reload and a refusal. */
export function ReplyForm({ path, field = "body", label, submit, start = "", keep, done, cancel }: Props): ReactNode {
  const t = useTranslations("annotations");
  const words = useRefusedWords();
  const [kept, setKept] = useKept(keep);
  const [isTouched, setTouched] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const value = kept === "" && !isTouched ? start : kept;

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const said = await post(path, { [field]: value });
    setSending(false);
    if (!said.ok) return setProblem(words(said));
    setKept("");
    done();
  }

  return (
    <form onSubmit={send} className="grid gap-3">
      <AreaField
        label={label}
        value={value}
        rows={3}
        maxLength={field === "reason" ? 500 : 2_000}
        required
        autoFocus
        onChange={(event) => {
          setTouched(true);
          setKept(event.currentTarget.value);
        }}
      />
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" compact pending={isSending}>
          {submit}
        </Button>
        <Button
          look="quiet"
          compact
          onClick={() => {
            setKept("");
            cancel();
          }}
        >
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
