import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { ContestWizard } from "#app/desk/contests/wizard/contest-wizard.tsx";
import { draftOf } from "#app/desk/contests/wizard/draft.ts";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { getContestDesk } from "#server/contests/get-contest-desk.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contestDesk"))("edit") };
}

export default async function EditContestPage({ params }: { params: Promise<{ slug: string }> }): Promise<ReactNode> {
  const { slug } = await params;
  const [t, contest, choices] = await Promise.all([getTranslations("contestDesk"), ask(getContestDesk, { slug }), wizardChoices()]);
  // Once published, rules and paper stand.
  if (contest.publishedAt) notFound();
  const { branch, revision, ...rest } = contest;
  return (
    <Page title={t("edit")} back={{ href: `/desk/contests/${slug}`, label: contest.title }} width="wide">
      <Words names={["contestDesk", "rules", "refusals", "fields"]}>
        <ContestWizard key={revision} start={draftOf({ ...rest, branchId: branch.id })} edited={{ slug, revision }} {...choices} />
      </Words>
    </Page>
  );
}
