import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { ReviewTabs } from "#app/(member)/review/review-tabs.tsx";
import { listReview } from "#server/reviews/list-review.ts";
import { BackField } from "#ui/back-field.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("settings") };
}

/** How many cards a day at most, and the day of an exam. */
export default async function ReviewSettingsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, { dailyCap, examOn }, refused, query] = await Promise.all([
    getTranslations("review"),
    ask(listReview),
    refusedOf(searchParams, ["dailyCap", "examOn"]),
    searchParams,
  ]);
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/practice", label: t("back") }} width="reading">
      <ReviewTabs current="/review/settings" />
      <RefusalNotice code={refused.code} />
      {oneOf(query["saved"]) === "yes" && <Notice kind="success">{t("saved")}</Notice>}
      <form method="post" action="/api/review-settings" className="grid max-w-md gap-5">
        <BackField />
        <input type="hidden" name="next" value="/review/settings?saved=yes" />
        <TextField
          label={t("cap")}
          hint={t("capHint")}
          error={refused.at("dailyCap")}
          name="dailyCap"
          type="number"
          inputMode="numeric"
          min={5}
          max={50}
          required
          defaultValue={dailyCap}
        />
        <TextField
          label={t("exam")}
          hint={t("examHint")}
          error={refused.at("examOn")}
          name="examOn"
          type="date"
          optional
          defaultValue={examOn ?? ""}
        />
        <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
      </form>
    </Page>
  );
}
