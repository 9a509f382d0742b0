import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { getRecord } from "#server/records/get-record.ts";
import { Badge } from "#ui/badge.tsx";
import { buttonClass, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { RecordFields } from "./record-fields.tsx";
import { Addenda, Attachments, Decisions, History, Takeaways } from "./record-more.tsx";
import { Signing } from "./signing.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };
const recordOf = cache(async (id: string) => ask(getRecord, { id, language: (await getLocale()) === "en" ? "en" : "zh-CN" }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { title }] = [await getTranslations("recordPage"), await recordOf((await params).id)];
  return { title: t("titleOf", { title }) };
}

/** A meeting's record: to read and sign on a phone, to edit field by field beside what the facts say on a wide screen. */
export default async function RecordPage({ params, searchParams }: Props): Promise<ReactNode> {
  const { id } = await params;
  const [t, record, language, refused] = await Promise.all([
    getTranslations("recordPage"),
    recordOf(id),
    getLocale(),
    refusedOf(searchParams, ["body", "file", "chairId", "recorderId", "stem", "optionA", "optionB", "optionC", "optionD"]),
  ]);
  const tone = record.locked ? "indigo" : record.signatures.length === 2 ? "pine" : "amber";
  const state = record.locked ? "locked" : record.signatures.length === 2 ? "signed" : "draft";
  return (
    <Page
      width="wide"
      title={<span lang="zh-CN">{t("titleOf", { title: record.title })}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={tone}>{t(`states.${state}`)}</Badge>
          <TimeText at={record.startsAt} form="dated" />
          <span>{t("characters", { count: record.characters })}</span>
          <span>{t("share", { percent: Math.floor(record.share * 100) })}</span>
        </span>
      }
      back={{ href: `/meetings/${id}`, label: t("back") }}
      action={
        <span className="flex flex-wrap gap-3">
          {["docx", "pdf"].map((format) => (
            <a
              key={format}
              href={`/api/meetings/${id}/record/file?format=${format}&language=${language}`}
              download
              className={buttonClass({ compact: true })}
            >
              {t(`download.${format}`)}
            </a>
          ))}
        </span>
      }
    >
      <RefusalNotice code={refused.code} />
      {record.missing.length > 0 && !record.locked && (
        <Notice kind="warning" title={t("missing", { count: record.missing.length })}>
          <ul className="flex flex-wrap gap-x-4">
            {record.missing.map((field) => (
              <li key={field}>
                <a href={`#field-${field}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
                  {t(`fields.${field}`)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Words names={["recordPage", "refusals"]}>
        <RecordFields id={record.id} revision={record.revision} fields={record.fields} mayWrite={record.may.write} />
      </Words>
      <Signing record={record} errorAt={refused.at} />
      <Attachments record={record} error={refused.at("file")} />
      <Decisions record={record} />
      <Takeaways record={record} errorAt={refused.at} />
      {record.may.see && (
        <p className="no-print">
          <LinkButton href={`/reflections/new?meeting=${id}`} compact>
            {t("writePiece")}
          </LinkButton>
        </p>
      )}
      <Addenda record={record} error={refused.at("body")} />
      <History record={record} />
    </Page>
  );
}
