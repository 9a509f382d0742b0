"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { BranchOption } from "#ui/branch-options.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { AboutPart } from "./about-part.tsx";
import { AnswerPart } from "./answer-part.tsx";
import { BankPart } from "./bank-part.tsx";
import type { QuestionDraft } from "./draft.ts";
import { GroupPart } from "./group-part.tsx";
import { QUESTION_KINDS_IN_ORDER } from "./kinds.ts";
import { LivePreview } from "./live-preview.tsx";
import { MediaPart } from "./media-part.tsx";
import type { AboutProps, PartProps } from "./part-props.ts";
import { type MaterialOption, PassagePart } from "./passage-part.tsx";
import { StemPart } from "./stem-part.tsx";
import { type Edited, useQuestionEditor } from "./use-question-editor.ts";

type Props = Readonly<{
  start: QuestionDraft;
  edited: Edited | null;
  categories: readonly string[];
  materials: readonly MaterialOption[];
  branches: readonly BranchOption[];
}>;

/** A question of any kind on one page, with the member's view of it beside. */
export function QuestionEditor({ start, edited, categories, materials, branches }: Props): ReactNode {
  const t = useTranslations("questionDesk");
  const form = useRef<HTMLFormElement>(null);
  const { draft, set, refused, standing, saving, wish, save } = useQuestionEditor(start, edited);
  const { at, whole } = useRefusedWords(standing);
  useEffect(() => {
    if (!refused) return;
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid], [role=alert]");
    if (first?.matches("[aria-invalid]")) first.focus();
    first?.scrollIntoView({ block: "center" });
  }, [refused]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save("draft");
  };
  const part: PartProps = { draft, set, at };
  const about: AboutProps = { draft, set, at };
  const isAsked = refused?.code === "already-asked";
  return (
    <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <form ref={form} noValidate onSubmit={submit} aria-label={t("form")} className="grid gap-10">
        <Section title={t("question")}>
          <StemPart {...part} kinds={QUESTION_KINDS_IN_ORDER} at={(...paths) => (isAsked ? undefined : at(...paths))} />
          {isAsked && (
            <Notice kind="warning" title={t("alreadyAsked")}>
              <p lang="zh-CN">{refused.params["stem"]}</p>
              <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
                <Link
                  href={`/desk/questions/${refused.params["id"]}`}
                  target="_blank"
                  className="inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {t("seeOther")}
                </Link>
                <Button compact pending={saving !== null} onClick={() => void save(wish, true)}>
                  {t("saveAnyway")}
                </Button>
              </p>
            </Notice>
          )}
          <MediaPart {...part} questionId={edited?.id ?? null} />
          {draft.kind === "group" ? <GroupPart {...part} /> : <AnswerPart {...part} />}
        </Section>
        <Section title={t("about")}>
          <AboutPart {...about} categories={categories} />
          {edited === null && <BankPart {...about} branches={branches} />}
        </Section>
        <Section title={t("passage")}>
          <PassagePart {...about} materials={materials} />
        </Section>
        <div className="grid gap-4 border-line border-t pt-6">
          {whole && !isAsked && (
            <Notice kind="error">
              {whole}
              {refused?.code === "question-changed" && edited && (
                <Link href={`/desk/questions/${edited.id}`} target="_blank" className="ms-2 underline underline-offset-4">
                  {t("seeNewest")}
                </Link>
              )}
            </Notice>
          )}
          <div className="flex flex-wrap items-center gap-3 max-sm:*:grow">
            <Button look="primary" pending={saving === "review"} onClick={() => void save("review")}>
              {t("saveAndSubmit")}
            </Button>
            <Button type="submit" pending={saving === "draft"}>
              {t("saveDraft")}
            </Button>
            <LinkButton href={edited ? `/desk/questions/${edited.id}` : "/desk/questions"} look="quiet">
              {t("leave")}
            </LinkButton>
          </div>
          <p className="text-muted text-sm">{t("saveHint")}</p>
        </div>
      </form>
      <LivePreview draft={draft} />
    </div>
  );
}
