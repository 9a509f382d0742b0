"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import { AreaField, TextField } from "#ui/field.tsx";

/** Hundredths that a key stands for: 0 to 9 for nothing to ninety, f for all of it. */
const percentOfKey = (key: string): string | null => (/^[0-9]$/.test(key) ? String(Number(key) * 10) : key === "f" ? "100" : null);

/** The mark of one answer. Outside of a field the keys 0–9 and f choose it, and Enter sends it. */
export function MarkForm({ slug, handle }: { slug: string; handle: string }): ReactNode {
  const t = useTranslations("marking");
  const [percent, setPercent] = useState("");
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isField || event.ctrlKey || event.metaKey || event.altKey) return;
      const chosen = percentOfKey(event.key);
      if (chosen !== null) setPercent(chosen);
      if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) form.current?.requestSubmit();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <form ref={form} method="post" action={`/api/contests/${slug}/marking`} className="grid gap-4">
      <input type="hidden" name="next" value={`/contests/${slug}/marking`} />
      <input type="hidden" name="handle" value={handle} />
      <TextField
        label={t("percent")}
        hint={t("keys")}
        name="percent"
        type="number"
        min={0}
        max={100}
        required
        value={percent}
        onChange={(event) => setPercent(event.target.value)}
      />
      <AreaField label={t("comment")} name="comment" maxLength={1000} rows={2} />
      <Button type="submit" look="primary" className="justify-self-start">
        {t("give")}
      </Button>
    </form>
  );
}
