import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Summary } from "#ui/summary.tsx";
import { useInRoom } from "./room-context.ts";

const KINDS = ["poll", "vote", "quiz"] as const;
const EMPTY = { kind: "poll" as (typeof KINDS)[number], question: "", options: "", isMultiple: false, isAnonymous: false, right: "" };

/** Makes a poll while the meeting runs: one option a line. */
export function PollForm({ onMade }: { onMade: () => Promise<void> }): ReactNode {
  const t = useTranslations("room.polls");
  const { act, busy } = useInRoom();
  const [form, setForm] = useState(EMPTY);
  const options = form.options.split("\n").flatMap((line) => line.trim() || []);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const right = form.kind === "quiz" ? [...form.right.toUpperCase()].map((letter) => letter.charCodeAt(0) - 65) : [];
    const { kind, question, isMultiple, isAnonymous } = form;
    if (!(await act("polls", { kind, question, options, isMultiple, isAnonymous, right: right.filter((at) => at >= 0 && at < 10) })))
      return;
    setForm(EMPTY);
    await onMade();
  };
  return (
    <details>
      <Summary>{t("make")}</Summary>
      <form className="grid gap-4" onSubmit={(event) => void send(event)}>
        <SelectField
          label={t("kind")}
          value={form.kind}
          onChange={(event) => setForm({ ...form, kind: event.currentTarget.value as (typeof KINDS)[number] })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("question")}
          maxLength={500}
          required
          value={form.question}
          onChange={(event) => setForm({ ...form, question: event.currentTarget.value })}
        />
        <AreaField
          label={t("options")}
          hint={t("optionsHint")}
          required
          value={form.options}
          onChange={(event) => setForm({ ...form, options: event.currentTarget.value })}
        />
        {form.kind === "quiz" && (
          <TextField
            label={t("right")}
            hint={t("rightHint")}
            maxLength={10}
            required
            value={form.right}
            onChange={(event) => setForm({ ...form, right: event.currentTarget.value.replace(/[^a-jA-J]/g, "") })}
          />
        )}
        {(["isMultiple", "isAnonymous"] as const).map((name) => (
          <label key={name} className="inline-flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              className="size-5 accent-seal"
              checked={form[name]}
              onChange={(event) => setForm({ ...form, [name]: event.currentTarget.checked })}
            />
            {t(name)}
          </label>
        ))}
        <Button type="submit" className="justify-self-start" pending={busy === "polls"}>
          {t("makeAndOpen")}
        </Button>
      </form>
    </details>
  );
}
