import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { listShortAnswers } from "#server/marking/list-short-answers.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { answerLines } from "#ui/key-text.ts";
import { Section } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";

/** A short answer is neither true nor false; several are set apart. */
const WORDS = { right: "", wrong: "", or: " / " };

type Props = { slug: string; version: string | undefined; page: string | undefined };

/** The short answers to one question as the keywords marked them, without names; each mark can be changed by hand, with a reason. */
export async function ShortAnswers({ slug, version, page }: Props): Promise<ReactNode> {
  const [t, list] = await Promise.all([
    getTranslations("marking"),
    ask(listShortAnswers, { slug, ...(version && { version }), ...(page && { page }) }),
  ]);
  const path = `/desk/contests/${slug}/marking`;
  const { isOver, questions, asked, answers, total, pageSize } = list;
  return (
    <Section title={t("overrides")}>
      <p className="text-muted">{t("overridesLead")}</p>
      {!isOver && <p className="text-muted">{t("notOver")}</p>}
      {isOver && !asked && <p className="text-muted">{t("noShort")}</p>}
      {asked && (
        <>
          <form method="get" action={path} className="flex flex-wrap items-end gap-3">
            <SelectField label={t("question")} name="version" defaultValue={String(asked.versionId)} className="min-w-0 flex-1">
              {questions.map(({ versionId, stem }) => (
                <option key={versionId} value={versionId} lang="zh-CN">
                  {stem.slice(0, 60)}
                </option>
              ))}
            </SelectField>
            <Button type="submit" look="secondary">
              {t("show")}
            </Button>
          </form>
          <p>
            <span className="text-muted text-sm">{t("keywords")}</span>{" "}
            <span lang="zh-CN">{answerLines({ kind: "short", stem: asked.stem }, asked.key, WORDS).join("；")}</span>
          </p>
          {answers.length === 0 && <p className="text-muted">{t("noAnswers")}</p>}
          <ol className="grid gap-3">
            {answers.map(({ attemptId, slot, text, milli, worth, isByHand }) => (
              <li key={`${attemptId}-${slot}`} className="grid gap-3 rounded-md border border-line bg-raised p-4">
                <p className="wrap-anywhere whitespace-pre-wrap" lang="zh-CN">
                  {text}
                </p>
                <p className="tabular flex flex-wrap items-center gap-3 text-muted text-sm">
                  {t("mark")} {pointsText(milli)} / {pointsText(worth)}
                  {isByHand && <Badge tone="indigo">{t("byHand")}</Badge>}
                </p>
                <form
                  method="post"
                  action={`/api/desk/contests/${slug}/marks`}
                  className="grid items-end gap-3 sm:grid-cols-[10rem_1fr_auto]"
                >
                  {Object.entries({ attemptId, slot, next: `${path}?version=${asked.versionId}&page=${list.page}&done=set` }).map(
                    ([name, value]) => (
                      <input key={name} type="hidden" name={name} value={value} />
                    ),
                  )}
                  <TextField label={t("newPercent")} name="percent" type="number" min={0} max={100} required />
                  <TextField label={t("reason")} name="reason" maxLength={300} required />
                  <Button type="submit" look="secondary">
                    {t("set")}
                  </Button>
                </form>
              </li>
            ))}
          </ol>
          {total > pageSize && (
            <Pagination total={total} page={list.page} pageSize={pageSize} path={path} query={{ version: String(asked.versionId) }} />
          )}
        </>
      )}
    </Section>
  );
}
