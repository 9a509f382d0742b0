import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

const always = ["common", "errors"];

/**
 * Gives the client components inside it the sentences they need: `common`, `errors` and the namespaces named. A page ships
 * these and no more; what server components say costs the browser nothing.
 */
export async function Words({ names = [], children }: { names?: readonly string[]; children: ReactNode }): Promise<ReactNode> {
  const wanted = new Set([...always, ...names]);
  const messages = Object.fromEntries(Object.entries(await getMessages()).filter(([name]) => wanted.has(name)));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
