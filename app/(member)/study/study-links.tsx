import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { pageContext } from "#app/_http/request-context.ts";
import { can } from "#domain/access.ts";
import { LinkButton } from "#ui/button.tsx";

/** From the library to what was written about it; to the open questions for those who look after a branch. */
export async function StudyLinks(): Promise<ReactNode> {
  const [t, groups, meetings, questions, { viewer }] = await Promise.all([
    getTranslations("reflections"),
    getTranslations("groups"),
    getTranslations("meetings"),
    getTranslations("annotations.questions"),
    pageContext(),
  ]);
  const sees = viewer.kind === "member" && can.seeOpenQuestions(viewer);
  return (
    <p className="flex flex-wrap gap-3">
      <LinkButton compact href="/meetings">
        {meetings("title")}
      </LinkButton>
      <LinkButton compact href="/reflections">
        {t("title")}
      </LinkButton>
      <LinkButton compact href="/groups">
        {groups("title")}
      </LinkButton>
      {sees && (
        <LinkButton compact href="/study/questions">
          {questions("title")}
        </LinkButton>
      )}
    </p>
  );
}
