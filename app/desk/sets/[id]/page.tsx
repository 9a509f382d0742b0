import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { draftOfSet } from "#app/desk/sets/editor/draft.ts";
import { SetEditor } from "#app/desk/sets/editor/set-editor.tsx";
import { getSet } from "#server/practices/get-set.ts";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Words } from "#ui/words.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getSet, { id: (await params).id })).title };
}

/** A set of practice: published and taken back, and, while it is not out, changed. */
export default async function SetPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { id }, query] = await Promise.all([getTranslations("setDesk"), params, searchParams]);
  const [set, { branches, categories }] = await Promise.all([ask(getSet, { id }), wizardChoices()]);
  const isOut = set.publishedAt !== null;
  const unfit = set.questions.filter(({ isFit }) => !isFit).length;
  const refused = oneOf(query["refused"]);
  return (
    <Page
      title={set.title}
      lead={t(isOut ? "isOut" : "isDraft")}
      back={{ href: "/desk/sets", label: t("title") }}
      width="wide"
      action={
        <form method="post" action={`/api/desk/sets/${id}/publish`} className="grid">
          <input type="hidden" name="next" value={`/desk/sets/${id}`} />
          {isOut && <input type="hidden" name="back" value="true" />}
          <SubmitButton look={isOut ? "secondary" : "primary"}>{t(isOut ? "withdraw" : "publish")}</SubmitButton>
        </form>
      }
    >
      <DoneNotice sentence={oneOf(query["done"]) === "saved" ? t("saved") : undefined} refused={refused} />
      <RefusalNotice code={refused} />
      {unfit > 0 && <Notice kind="warning">{t("unfit", { count: unfit })}</Notice>}
      <Words names={["setDesk", "questionDesk", "contestDesk", "refusals", "fields"]}>
        <SetEditor key={String(isOut)} start={draftOfSet(set)} edited={{ id: set.id, isOut }} branches={branches} categories={categories} />
      </Words>
    </Page>
  );
}
