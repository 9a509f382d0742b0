import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { admit } from "#app/desk/admit.ts";
import { openBranches } from "#app/desk/materials/open-branches.ts";
import { can } from "#domain/access.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { listQuestionImports } from "#server/question-imports/list-question-imports.ts";
import { buttonClass } from "#ui/button.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { ImportList } from "./import-list.tsx";
import { StartImport } from "./start-import.tsx";
import { StepList } from "./step-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionImports"))("title") };
}

/** The first step into the bank: a file or pasted text; below, what one has on the way. */
export default async function QuestionImportsPage(): Promise<ReactNode> {
  await admit(can.seeQuestions);
  const [t, tDesk, locale, { branches }, { imports }] = await Promise.all([
    getTranslations("questionImports"),
    getTranslations("questionDesk"),
    getLocale(),
    ask(listBranches),
    ask(listQuestionImports),
  ]);
  const template = (
    <a href={`/api/desk/questions/template?language=${locale}`} download className={buttonClass()}>
      <Download aria-hidden className="size-4" />
      {t("template")}
    </a>
  );
  return (
    <Page title={t("title")} lead={t("lead")} width="wide" back={{ href: "/desk/questions", label: tDesk("title") }} action={template}>
      <StepList current="file" />
      <Section title={t("steps.file")}>
        <Words names={["questionImports", "questionFiles", "refusals", "fields"]}>
          <StartImport branches={openBranches(branches)} />
        </Words>
      </Section>
      {imports.length > 0 && (
        <Section title={t("mine")}>
          <ImportList imports={imports} />
        </Section>
      )}
    </Page>
  );
}
