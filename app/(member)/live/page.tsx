import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { getGame } from "#server/games/get-game.ts";
import { listMyGames } from "#server/games/list-my-games.ts";
import { Card } from "#ui/card.tsx";
import { TextField } from "#ui/field.tsx";
import { Page } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("live"))("title") };
}

/** The way into a game: its six digits, or the games one has joined. A plain form, so that it works before any script has come. */
export default async function LivePage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, { games }, query] = await Promise.all([getTranslations("live"), ask(listMyGames), searchParams]);
  const code = oneOf(query["code"]);
  const found = code === undefined ? null : await tryAsk(getGame, { code });
  if (found?.ok) redirect(`/live/${found.value.code}`);
  return (
    <Page title={t("title")} lead={t("lead")} width="reading">
      <form action="/live" className="grid gap-4">
        <TextField
          label={t("code")}
          hint={t("codeHint")}
          {...(found && { error: t("notFound") })}
          name="code"
          defaultValue={code ?? ""}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          required
          className="tabular max-w-60 text-2xl tracking-[0.3em]"
        />
        <SubmitButton look="primary">{t("enter")}</SubmitButton>
      </form>
      {games.length > 0 && (
        <Card title={t("back")}>
          <ul className="grid gap-1">
            {games.map((game) => (
              <li key={game.code}>
                <Link href={`/live/${game.code}`} className="inline-flex min-h-11 items-center gap-3 underline underline-offset-4">
                  {game.title}
                  <span className="tabular text-muted">{game.code}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
