import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { ItemBadge } from "#app/(member)/study/[programme]/item-badge.tsx";
import { Said, saidIn } from "#app/(member)/study/said.tsx";
import { getItem } from "#server/programmes/get-item.ts";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { ItemPage } from "./item-page.ts";
import { ContestPart, ReadingPart, ReflectionPart } from "./link-parts.tsx";
import { MeetingPart } from "./meeting-part.tsx";
import { QuizPart } from "./quiz-part.tsx";

type Props = { params: Promise<{ programme: string; id: string }>; searchParams: Search };

const inputOf = async (params: Props["params"]) => {
  const { programme: slug, id } = await params;
  return { slug, id };
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: saidIn(await getLocale(), await ask(getItem, await inputOf(params))) };
}

/** One item of a programme, whatever it is: what is to be done, by when, how far one is, and the way to do it. */
export default async function ItemScreen({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, query, input] = await Promise.all([getTranslations("programmes"), searchParams, inputOf(params)]);
  const item: ItemPage = await ask(getItem, input);
  const { kind, state, dueAt, doneAt, owner, waitsFor, prerequisites, programme } = item;
  return (
    <Page
      title={<Said of={item} />}
      width="reading"
      back={{ href: `/study/${programme.slug}`, label: saidIn(await getLocale(), programme) }}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {state && <ItemBadge state={state} />}
          <span>{t(`kinds.${kind}`)}</span>
          {!item.isRequired && <span>{t("optional")}</span>}
          {doneAt ? (
            <span>{t.rich("doneOn", { at: () => <TimeText at={doneAt} /> })}</span>
          ) : (
            dueAt && <span>{t.rich("dueOn", { at: () => <TimeText at={dueAt} /> })}</span>
          )}
        </span>
      }
    >
      <RefusalNotice code={oneOf(query["refused"])} />
      {state === "locked" && (
        <Notice title={t("lockedTitle")}>
          <ul className="grid gap-1">
            {waitsFor.map((one) => (
              <li key={one.id}>
                <Link href={`/study/${programme.slug}/items/${one.id}`} className="underline underline-offset-4">
                  <Said of={one} />
                </Link>
              </li>
            ))}
            {prerequisites.map((one) => (
              <li key={one.slug}>
                <Link href={`/study/${one.slug}`} className="underline underline-offset-4">
                  <Said of={one} />
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {state === "coming" && <Notice>{t.rich("comingLead", { at: () => <TimeText at={item.opensAt} /> })}</Notice>}
      {state === "closed" && <Notice>{t("closedLead")}</Notice>}
      {owner === "unit" && <Notice>{t("unitLead")}</Notice>}
      {(kind === "reading" || kind === "unit") && <ReadingPart item={item} />}
      {item.quiz && <QuizPart item={item} shown={oneOf(query["attempt"])} />}
      {item.meeting && <MeetingPart meeting={item.meeting} />}
      {kind === "reflection" && <ReflectionPart item={item} />}
      {kind === "contest" && <ContestPart item={item} />}
    </Page>
  );
}
