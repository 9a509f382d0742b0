import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { arenaBranches } from "#app/desk/arenas/arena-branches.ts";
import { ArenaForm, FIELDS } from "#app/desk/arenas/arena-form.tsx";
import { getArenaDesk } from "#server/arenas/get-arena-desk.ts";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("arenaDesk"))("edit") };
}

/** Changes an arena that has not opened yet; of one that has, the refusal says why not. */
export default async function EditArenaPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, arena, branches, refused] = await Promise.all([
    getTranslations("arenaDesk"),
    ask(getArenaDesk, await params),
    arenaBranches(),
    refusedOf(searchParams, FIELDS),
  ]);
  return (
    <Page
      title={t("edit")}
      lead={<span lang="zh-CN">{arena.title}</span>}
      back={{ href: `/desk/arenas/${arena.id}`, label: t("toArena") }}
      width="reading"
    >
      <RefusalNotice code={refused.code} />
      <ArenaForm
        action={`/api/desk/arenas/${arena.id}`}
        next={`/desk/arenas/${arena.id}?done=saved`}
        branches={branches}
        known={arena}
        at={refused.at}
      />
    </Page>
  );
}
