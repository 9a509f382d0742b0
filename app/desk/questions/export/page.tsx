import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { tryAsk } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { can } from "#domain/access.ts";
import { checkExport } from "#server/questions/export-questions.ts";
import { EXPORT_FORMATS } from "#server/questions/written-questions.ts";
import { Button, buttonClass, LinkButton } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { TickField } from "#ui/tick-field.tsx";

const FILTERS = ["q", "kind", "category", "difficultyFrom", "difficultyTo", "state", "tag", "bank"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionImports"))("export.title") };
}

/** What stands in the list, as a file: in which format, with or without answers, and what that format cannot hold. */
export default async function ExportQuestionsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.seeQuestions);
  const [t, tRefusals, tFiles, tDesk, locale, query] = await Promise.all([
    getTranslations("questionImports"),
    getTranslations("refusals"),
    getTranslations("questionFiles"),
    getTranslations("questionDesk"),
    getLocale(),
    searchParams,
  ]);
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])));
  const format = EXPORT_FORMATS.find((name) => name === oneOf(query["format"])) ?? "sheet";
  // The first visit offers answers; afterwards the box says.
  const answers = oneOf(query["format"]) === undefined || oneOf(query["answers"]) !== undefined;
  const wanted = { ...filter, format, ...(answers && { answers: "true" }) };
  const checked = await tryAsk(checkExport, wanted);
  const address = `/api/desk/questions/export?${new URLSearchParams({ ...wanted, language: locale })}`;
  const back = `/desk/questions?${new URLSearchParams(filter)}`;
  return (
    <Page title={t("export.title")} lead={t("export.lead")} back={{ href: back, label: tDesk("title") }}>
      <form key={JSON.stringify(wanted)} method="get" action="/desk/questions/export" className="grid max-w-md gap-5">
        {Object.entries(filter).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SelectField label={t("export.format")} name="format" defaultValue={format}>
          {EXPORT_FORMATS.map((name) => (
            <option key={name} value={name}>
              {t(`export.formats.${name}`)}
            </option>
          ))}
        </SelectField>
        <TickField label={t("export.answers")} hint={t("export.answersHint")} name="answers" value="true" defaultChecked={answers} />
        <Button type="submit" className="justify-self-start">
          {t("export.look")}
        </Button>
      </form>
      {checked.ok ? (
        <Section title={t("export.ready", { count: checked.value.questions })}>
          {checked.value.leftOut > 0 && (
            <Notice kind="warning" title={t("export.leftTitle", { count: checked.value.leftOut })}>
              <ul className="grid gap-1">
                {checked.value.left.map(({ id, stem, code }) => (
                  <li key={`${id} ${code}`}>
                    <Link href={`/desk/questions/${id}`} className="underline underline-offset-4" lang="zh-CN">
                      {stem}
                    </Link>{" "}
                    <span className="text-muted">{tFiles.has(`left.${code}`) ? tFiles(`left.${code}`) : code}</span>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <a href={address} download className={`${buttonClass({ look: "primary" })} justify-self-start`}>
            <Download aria-hidden className="size-4" />
            {t("export.download")}
          </a>
        </Section>
      ) : (
        <Notice kind="warning" action={<LinkButton href={back}>{t("export.narrow")}</LinkButton>}>
          {tRefusals.has(checked.code) ? tRefusals(checked.code, checked.params) : tRefusals("other", { code: checked.code })}
        </Notice>
      )}
    </Page>
  );
}
