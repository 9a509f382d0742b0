import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";

/** The languages the interface speaks; the first is the default. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** The language a `zx-locale` cookie asks for. Anything else is Chinese: the browser's own wish is not consulted. */
export function localeOf(cookie: string | undefined): Locale {
  return locales.find((locale) => locale === cookie) ?? "zh-CN";
}

async function messagesOf(locale: Locale): Promise<Record<string, never>> {
  const file = locale === "en" ? await import("#messages/en.json") : await import("#messages/zh-CN.json");
  return file.default as unknown as Record<string, never>;
}

export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get("zx-locale")?.value);
  return { locale, messages: await messagesOf(locale), timeZone: "Asia/Shanghai" };
});
