"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { letterOf } from "#domain/papers/presentation.ts";
import { Choice } from "./choice.tsx";
import { TextField } from "./field.tsx";
import type { InputProps } from "./input-props.ts";
import { filled, picked } from "./responses.ts";

/** Options to choose one or several of. */
export function PickInput({ body, name, response, isDisabled, onChange }: InputProps<"single" | "multiple" | "indefinite">): ReactNode {
  const picks = response && "picks" in response ? response.picks : [];
  return body.options.map((text, place) => (
    <Choice
      key={letterOf(place)}
      kind={body.kind === "single" ? "radio" : "checkbox"}
      name={name}
      letter={letterOf(place)}
      value={place}
      checked={picks.includes(place)}
      disabled={isDisabled}
      onChange={() => onChange(picked(body.kind, response, place))}
    >
      {text}
    </Choice>
  ));
}

/** True or false. */
export function TruthInput({ name, response, isDisabled, onChange }: InputProps<"truefalse">): ReactNode {
  const t = useTranslations("play");
  const truth = response && "truth" in response ? response.truth : null;
  return [true, false].map((value, place) => (
    <Choice
      key={letterOf(place)}
      kind="radio"
      name={name}
      letter={letterOf(place)}
      value={place}
      checked={truth === value}
      disabled={isDisabled}
      onChange={() => onChange({ truth: value })}
    >
      {t(value ? "true" : "false")}
    </Choice>
  ));
}

/** A field for each blank. */
export function FillInput({ body, name, response, isDisabled, onChange }: InputProps<"fill">): ReactNode {
  const t = useTranslations("play");
  const texts = response && "texts" in response ? response.texts : [];
  return Array.from({ length: body.blanks }, (_, blank) => (
    <TextField
      // biome-ignore lint/suspicious/noArrayIndexKey: a blank is its place
      key={blank}
      name={`${name}-${blank}`}
      label={body.blanks > 1 ? t("blank", { number: blank + 1 }) : t("yourAnswer")}
      value={texts[blank] ?? ""}
      maxLength={200}
      autoComplete="off"
      disabled={isDisabled}
      onChange={(event) => onChange(filled(body.blanks, response, blank, event.currentTarget.value), true)}
    />
  ));
}
