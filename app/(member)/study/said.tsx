import { useLocale } from "next-intl";
import type { ReactNode } from "react";

type Titled = Readonly<{ title: string; titleEn: string }>;

/** A title in the reader's language where there is one, marked with the language it is in. */
export function Said({ of: { title, titleEn } }: { of: Titled }): ReactNode {
  const isEnglish = useLocale() === "en" && titleEn !== "";
  return <span lang={isEnglish ? "en" : "zh-CN"}>{isEnglish ? titleEn : title}</span>;
}

/** The same as a plain string, where no element may stand. */
export const saidIn = (locale: string, { title, titleEn }: Titled): string => (locale === "en" && titleEn !== "" ? titleEn : title);
