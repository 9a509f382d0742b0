"use client";
import { useTranslations } from "next-intl";
import type { Said } from "#app/(member)/post.ts";

/** A refusal as a sentence. */
export function useRefusedWords(): (said: Said<unknown>) => string {
  const [t, own] = [useTranslations("refusals"), useTranslations("annotations")];
  return (said) => {
    if (said.ok) return "";
    if (said.code === "offline") return own("offline");
    return t.has(said.code) ? t(said.code, { most: 0, number: 0, ...said.params }) : own("refused");
  };
}
