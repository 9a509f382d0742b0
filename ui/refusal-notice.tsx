import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "./notice.tsx";

/** A refusal that came back in a page's address, in words; nothing when there is none. A code without a sentence is still told. */
export function RefusalNotice({
  code,
  params = {},
}: {
  code: string | undefined;
  params?: Readonly<Record<string, string | number>>;
}): ReactNode {
  const t = useTranslations("refusals");
  if (!code) return null;
  return <Notice kind="error">{t.has(code) ? t(code, params) : t("other", { code: code.slice(0, 60) })}</Notice>;
}
