import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getKit } from "#server/groups/get-kit.ts";
import { LinkButton } from "#ui/button.tsx";
import { Page, Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { QuizPart } from "./quiz-part.tsx";

type Props = { params: Promise<{ slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getKit, await params)).title };
}

/** What the lead reader takes along: the passage, open questions, three prompts, a quiz of five. It prints. */
export default async function KitPage({ params }: Props): Promise<ReactNode> {
  const { slug, id } = await params;
  const [t, kit] = await Promise.all([getTranslations("groups"), ask(getKit, { slug, id })]);
  const { section, material, prompts, questions } = kit;
  const passage = material && `/materials/${material.slug}${section?.fromBlock ? `#${section.fromBlock}` : ""}`;
  return (
    <Page
      width="reading"
      title={kit.title}
      lead={
        <>
          {t("kit.title")}
          {kit.leader && ` · ${t("leads", { name: kit.leader })}`} · <TimeText at={kit.startsAt} />
        </>
      }
      back={{ href: `/groups/${slug}`, label: t("kit.back") }}
    >
      <Section title={t("kit.section")}>
        {section ? (
          <p className="wrap-anywhere">
            {section.title}
            {section.pages && <span className="ms-2 text-muted">{t("pages", { pages: section.pages })}</span>}
          </p>
        ) : (
          <p className="text-muted">{t("kit.noSection")}</p>
        )}
        {kit.headings.length > 1 && (
          <ul className="grid list-disc gap-1 ps-5 text-muted">
            {kit.headings.map((heading) => (
              <li key={heading}>{heading}</li>
            ))}
          </ul>
        )}
        {passage && (
          <p>
            <LinkButton compact href={passage}>
              {t("kit.read", { title: material.title })}
            </LinkButton>
          </p>
        )}
      </Section>
      <Section title={t("kit.questions")}>
        {questions.length === 0 && <p className="text-muted">{t("kit.noQuestions")}</p>}
        <ol className="grid list-decimal gap-3 ps-5">
          {questions.map((question) => (
            <li key={question.id} className="wrap-anywhere">
              {question.body || question.quote}
              <span className="block text-muted text-sm">
                {question.name}
                {question.votes > 0 && ` · ${t("votes", { count: question.votes })}`}
              </span>
            </li>
          ))}
        </ol>
        {material && questions.length > 0 && (
          <p>
            <Link href={`/materials/${material.slug}`} className="inline-flex min-h-11 items-center text-seal">
              {t("kit.answer")}
            </Link>
          </p>
        )}
      </Section>
      <Section title={t("kit.prompts")}>
        <ol className="grid list-decimal gap-3 ps-5">
          {prompts.map(({ kind, about, other }) => (
            <li key={kind} className="wrap-anywhere">
              {t(`prompts.${kind === "relate" && about === other ? "whole" : kind}`, { about, other })}
            </li>
          ))}
        </ol>
        <p className="text-muted text-sm">{t("kit.promptsHow")}</p>
      </Section>
      <QuizPart quiz={kit.quiz} />
    </Page>
  );
}
