import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Words } from "#ui/words.tsx";
import { lookOfRequest } from "./_http/look.ts";
import "#ui/theme.css";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#14161a" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  const name = t("appName");
  return {
    title: { default: name, template: `%s · ${name}` },
    description: t("tagline"),
    applicationName: name,
    formatDetection: { telephone: false, date: false, address: false, email: false },
    referrer: "same-origin",
  };
}

/** The document: language, theme and text size come from cookies, so the first paint is already right. */
export default async function RootLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const [locale, look] = await Promise.all([getLocale(), lookOfRequest()]);
  return (
    <html lang={locale} data-theme={look.theme} data-size={look.size}>
      <body>
        <Words>{children}</Words>
      </body>
    </html>
  );
}
