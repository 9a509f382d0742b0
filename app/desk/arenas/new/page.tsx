import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { admit } from "#app/desk/admit.ts";
import { arenaBranches } from "#app/desk/arenas/arena-branches.ts";
import { ArenaForm, FIELDS } from "#app/desk/arenas/arena-form.tsx";
import { wallClockAfter } from "#app/desk/contests/wizard/wall-time.ts";
import { can } from "#domain/access.ts";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("arenaDesk"))("new") };
}

/** A new arena: tomorrow evening, unless something else is wanted. */
export default async function NewArenaPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.seeArenasDesk);
  const [t, branches, refused, { now }] = await Promise.all([
    getTranslations("arenaDesk"),
    arenaBranches(),
    refusedOf(searchParams, FIELDS),
    pageContext(),
  ]);
  const [first] = branches;
  if (!first) notFound();
  const known = {
    ...{ title: "", intro: "", branchId: first.id, perOpponent: 3, view: "near" as const },
    ...{ opensAt: wallClockAfter(now, 1, "19:00"), closesAt: wallClockAfter(now, 1, "21:00") },
  };
  return (
    <Page title={t("new")} lead={t("newLead")} back={{ href: "/desk/arenas", label: t("title") }} width="reading">
      <RefusalNotice code={refused.code} />
      <ArenaForm action="/api/desk/arenas" next="/desk/arenas/{id}" branches={branches} known={known} at={refused.at} />
    </Page>
  );
}
