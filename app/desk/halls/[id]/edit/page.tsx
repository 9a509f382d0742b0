import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { HallForm } from "#app/desk/halls/new/hall-form.tsx";
import { getHall } from "#server/halls/get-hall.ts";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hallDesk"))("edit") };
}

/** Changing a final that has not begun. */
export default async function EditHallPage({ params }: Props): Promise<ReactNode> {
  const { id } = await params;
  const [t, choices, hall] = await Promise.all([getTranslations("hallDesk"), wizardChoices(), ask(getHall, { id })]);
  if (choices.branches.length === 0) notFound();
  const { view, rules, members, branchId } = hall;
  const sides = view.sides.map(({ seat, name }) => {
    const staffNos = (buzzes: boolean) => members.filter((one) => one.seat === seat && one.buzzes === buzzes).map(({ staffNo }) => staffNo);
    const from = hall.fromTeams.find((side) => side.seat === seat);
    return { seat, name, staffNos: staffNos(true).join(" "), others: staffNos(false).join(" "), ...(from && { fromTeamId: from.teamId }) };
  });
  return (
    <Page title={t("edit")} back={{ href: `/desk/halls/${id}`, label: view.title }} width="wide">
      {view.phase !== "ready" && <Notice kind="warning">{t("hasBegun")}</Notice>}
      <Words names={["hallDesk", "halls", "refusals", "fields"]}>
        <HallForm
          {...choices}
          edited={{
            ...{ id: hall.id, title: view.title, branchId, rules },
            sides: sides.toSorted((a, b) => a.seat - b.seat).map(({ seat: _seat, ...side }) => side),
          }}
          {...(hall.contest && { final: { contest: hall.contest.slug, title: view.title, branchId, sides: [] } })}
        />
      </Words>
    </Page>
  );
}
