"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectField, TextField } from "#ui/field.tsx";
import { TickField } from "#ui/tick-field.tsx";
import type { Draft } from "./draft.ts";
import type { PartProps } from "./part-props.ts";

type TextKey = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];
type TickKey = { [K in keyof Draft]: Draft[K] extends boolean ? K : never }[keyof Draft];

type Wired<K> = PartProps & Readonly<{ field: K; path: string; hint?: ReactNode }>;

/** A number the draft holds as text; label and hint are `fields.<field>` and what is given. */
export function NumberOf({ draft, set, problem, field, path, hint, optional }: Wired<TextKey> & { optional?: boolean }): ReactNode {
  const t = useTranslations("contestDesk.fields");
  return (
    <TextField
      type="number"
      inputMode="decimal"
      min={0}
      step="any"
      label={t(field)}
      hint={hint}
      value={draft[field]}
      error={problem(path)}
      {...(optional && { optional })}
      onChange={(event) => set(field, event.currentTarget.value)}
    />
  );
}

/** A moment by the clock on the organisation's wall. */
export function MomentOf({
  draft,
  set,
  problem,
  field,
  path,
  hint,
  optional,
}: Wired<"opensAt" | "closesAt" | "freezeAt" | "rehearsalFrom" | "rehearsalUntil"> & { optional?: boolean }): ReactNode {
  const t = useTranslations("contestDesk.fields");
  return (
    <TextField
      type="datetime-local"
      label={t(field)}
      hint={hint}
      value={draft[field]}
      error={problem(path)}
      {...(optional && { optional })}
      onChange={(event) => set(field, event.currentTarget.value)}
    />
  );
}

/** One of a list; each option is named `options.<words>.<value>`. */
export function ChoiceOf<K extends TextKey>(props: Wired<K> & { words: string; options: readonly Draft[K][] }): ReactNode {
  const { draft, set, problem, field, path, hint, words, options } = props;
  const t = useTranslations("contestDesk");
  return (
    <SelectField
      label={t(`fields.${String(field)}`)}
      hint={hint}
      value={draft[field]}
      error={problem(path)}
      onChange={(event) => set(field, event.currentTarget.value as Draft[K])}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {t(`options.${words}.${String(option)}`)}
        </option>
      ))}
    </SelectField>
  );
}

/** Yes or no. */
export function TickOf({ draft, set, field, hint }: Omit<Wired<TickKey>, "path">): ReactNode {
  const t = useTranslations("contestDesk.fields");
  return <TickField label={t(field)} hint={hint} checked={draft[field]} onChange={(event) => set(field, event.currentTarget.checked)} />;
}
