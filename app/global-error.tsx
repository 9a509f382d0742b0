"use client";
import type { ReactNode } from "react";
import words from "#messages/last-resort.json";
import "#ui/theme.css";

/** The root layout itself broke, so neither language nor theme is known: both languages, the system's theme. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }): ReactNode {
  return (
    <html lang="zh-CN">
      <body>
        <main className="mx-auto grid max-w-md gap-10 px-4 py-16">
          {(["zh-CN", "en"] as const).map((locale) => (
            <section key={locale} lang={locale}>
              <h1 className="font-bold font-display text-2xl">{words[locale].title}</h1>
              <p className="mt-3 text-muted">{words[locale].body}</p>
              {error.digest && (
                <p className="tabular mt-2 text-sm">
                  {words[locale].reference} {error.digest}
                </p>
              )}
              <button
                type="button"
                onClick={() => window.location.reload()}
                className="mt-5 min-h-11 rounded-md bg-seal px-5 font-medium text-on-seal"
              >
                {words[locale].retry}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
