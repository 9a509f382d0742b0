"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import type { CategoryOption } from "#app/desk/contests/wizard/paper-part.tsx";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { BranchOption } from "#ui/branch-options.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { bodyOfSet, type SetDraft } from "./draft.ts";
import { MockFields } from "./mock-fields.tsx";
import { SetBasics } from "./set-basics.tsx";
import { SetQuestions } from "./set-questions.tsx";

type Props = Readonly<{
  start: SetDraft;
  edited: Readonly<{ id: number; isOut: boolean }> | null;
  branches: readonly BranchOption[];
  categories: readonly CategoryOption[];
}>;

/** A set of practice on one page: what it is called, for whom and when, and its questions or what a mock exam draws. */
export function SetEditor({ start, edited, branches, categories }: Props): ReactNode {
  const t = useTranslations("setDesk");
  const router = useRouter();
  const [draft, setDraft] = useState(start);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { at, whole } = useRefusedWords(refused);
  const set = (part: Partial<SetDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    const posted = await postJson<{ id: number }>(edited ? `/api/desk/sets/${edited.id}` : "/api/desk/sets", bodyOfSet(draft));
    setSaving(false);
    setRefused(posted.ok ? null : posted.refused);
    if (!posted.ok) return;
    router.push(`/desk/sets/${posted.value.id}?done=saved`);
    router.refresh();
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)} aria-label={t("form")}>
      <fieldset disabled={edited?.isOut} className="grid min-w-0 gap-10">
        <legend className="sr-only">{t("form")}</legend>
        <SetBasics draft={draft} set={set} at={at} branches={branches} />
        {draft.kind === "mock" ? (
          <MockFields draft={draft} set={set} at={at} categories={categories} />
        ) : (
          <SetQuestions draft={draft} set={set} at={at} categories={categories} />
        )}
        {whole && <Notice kind="error">{whole}</Notice>}
        {!edited?.isOut && (
          <div className="flex flex-wrap items-center gap-3 border-line border-t pt-6 max-sm:*:grow">
            <Button type="submit" look="primary" pending={isSaving}>
              {t("save")}
            </Button>
            <LinkButton href="/desk/sets" look="quiet">
              {t("leave")}
            </LinkButton>
          </div>
        )}
      </fieldset>
    </form>
  );
}
