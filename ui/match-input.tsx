"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { letterOf } from "#domain/papers/presentation.ts";
import { SelectField } from "./field.tsx";
import type { InputProps } from "./input-props.ts";
import { matched } from "./responses.ts";

/** A list to choose from for each left side. */
export function MatchInput({ body, name, response, isDisabled, onChange }: InputProps<"matching">): ReactNode {
  const t = useTranslations("play");
  const pairs = response && "pairs" in response ? response.pairs : [];
  return (
    <>
      <ol className="grid gap-1 rounded-md bg-sunken px-4 py-3">
        {body.rights.map((text, right) => (
          <li key={letterOf(right)} className="flex gap-3">
            <span className="flex-none font-semibold">{letterOf(right)}</span>
            {text}
          </li>
        ))}
      </ol>
      {body.lefts.map((text, left) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: a left side is its place
          key={left}
          name={`${name}-${left}`}
          label={`${left + 1}. ${text}`}
          value={pairs[left] ?? ""}
          disabled={isDisabled}
          onChange={({ currentTarget: { value } }) =>
            onChange(matched(body.lefts.length, response, left, value === "" ? null : Number(value)))
          }
        >
          <option value="">{t("noMatch")}</option>
          {body.rights.map((right, place) => (
            <option key={letterOf(place)} value={place}>
              {letterOf(place)}. {right}
            </option>
          ))}
        </SelectField>
      ))}
    </>
  );
}
