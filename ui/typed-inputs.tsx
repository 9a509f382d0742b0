"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, TextField } from "./field.tsx";
import type { InputProps } from "./input-props.ts";

const ESSAY_LIMIT = 6_000; // as in domain/questions/question.ts, without its schemas in the browser
const SHORT_LIMIT = 1_000;

/** A number with its unit, a short answer of a few lines, or an essay with the count of its characters. */
export function TypedInput({ body, name, response, isDisabled, onChange }: InputProps<"numeric" | "short" | "essay">): ReactNode {
  const t = useTranslations("play");
  const text = response && "text" in response ? response.text : "";
  const common = { name, value: text, disabled: isDisabled, autoComplete: "off" };
  const typed = (value: string): void => onChange(value === "" ? null : { text: value }, true);
  if (body.kind === "numeric")
    return (
      <TextField
        {...common}
        label={body.unit ? t("yourNumberIn", { unit: body.unit }) : t("yourNumber")}
        inputMode="decimal"
        maxLength={40}
        onChange={(event) => typed(event.currentTarget.value)}
      />
    );
  const limit = body.kind === "essay" ? ESSAY_LIMIT : SHORT_LIMIT;
  return (
    <AreaField
      {...common}
      label={t("yourAnswer")}
      hint={t("characters", { count: [...text].length, limit })}
      rows={body.kind === "essay" ? 10 : 3}
      maxLength={limit}
      className="field-sizing-content"
      onChange={(event) => typed(event.currentTarget.value)}
    />
  );
}
