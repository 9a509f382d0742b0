"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import type { CategoryOption } from "#app/desk/contests/wizard/paper-part.tsx";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { PaperKind } from "#domain/papers/sections.ts";
import { type BranchOption, BranchOptions } from "#ui/branch-options.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { bodyOfPaper, freshSection, type PaperDraft, type SectionRow } from "./draft.ts";
import { SectionFields } from "./section-fields.tsx";

type Props = Readonly<{
  start: PaperDraft;
  edited: Readonly<{ id: number; revision: number }> | null;
  branches: readonly BranchOption[];
  categories: readonly CategoryOption[];
}>;

const KINDS: readonly PaperKind[] = ["fixed", "per_contest", "per_person"];
const MOST_SECTIONS = 20;

/** A paper on one page: what it is called, who gets which questions, and its sections. */
export function PaperEditor({ start, edited, branches, categories }: Props): ReactNode {
  const t = useTranslations("paperDesk");
  const router = useRouter();
  const [draft, setDraft] = useState(start);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { at, whole } = useRefusedWords(refused);
  const set = (part: Partial<PaperDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const change = (id: number, part: Partial<SectionRow>): void =>
    set({ sections: draft.sections.map((section) => (section.id === id ? { ...section, ...part } : section)) });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    const body = bodyOfPaper(draft);
    const posted = await postJson<{ id: number }>(
      edited ? `/api/desk/papers/${edited.id}` : "/api/desk/papers",
      edited ? { ...body, revision: edited.revision } : body,
    );
    if (posted.ok) {
      router.push(`/desk/papers/${posted.value.id}?done=saved`);
      router.refresh();
      return;
    }
    setSaving(false);
    setRefused(posted.refused);
  };
  const nextId = Math.max(-1, ...draft.sections.map(({ id }) => id)) + 1;
  const chosen = draft.sections.flatMap(({ questions }) => questions.map(({ questionId }) => questionId));
  return (
    <form noValidate onSubmit={(event) => void save(event)} aria-label={t("form")} className="grid gap-10">
      <Section title={t("about")}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            type="text"
            label={t("name")}
            error={at("title")}
            maxLength={120}
            value={draft.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <SelectField
            label={t("branch")}
            error={at("branchId")}
            value={draft.branchId}
            onChange={(event) => set({ branchId: event.currentTarget.value })}
          >
            <BranchOptions branches={branches} />
          </SelectField>
          <SelectField
            label={t("kind")}
            hint={t(`kindHints.${draft.kind}`)}
            value={draft.kind}
            onChange={(event) => set({ kind: event.currentTarget.value as PaperKind })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </SelectField>
        </div>
      </Section>
      {draft.sections.map((section, place) => (
        <SectionFields
          key={section.id}
          section={section}
          place={place}
          draws={draft.kind !== "fixed"}
          branchId={draft.branchId}
          categories={categories}
          chosen={chosen}
          at={(...paths) => at(...paths.map((path) => `sections.${place}.${path}`))}
          change={(part) => change(section.id, part)}
          {...(draft.sections.length > 1 && {
            remove: () => set({ sections: draft.sections.filter(({ id }) => id !== section.id) }),
          })}
        />
      ))}
      {draft.sections.length < MOST_SECTIONS && (
        <Button
          className="justify-self-start"
          onClick={() =>
            set({ sections: [...draft.sections, freshSection(nextId, t("sectionNumber", { number: draft.sections.length + 1 }))] })
          }
        >
          <Plus aria-hidden className="size-4" />
          {t("addSection")}
        </Button>
      )}
      <div className="grid gap-4 border-line border-t pt-6">
        {(at("sections") ?? whole) && <Notice kind="error">{at("sections") ?? whole}</Notice>}
        <div className="flex flex-wrap items-center gap-3 max-sm:*:grow">
          <Button type="submit" look="primary" pending={isSaving}>
            {t("save")}
          </Button>
          <LinkButton href={edited ? `/desk/papers/${edited.id}` : "/desk/papers"} look="quiet">
            {t("leave")}
          </LinkButton>
        </div>
      </div>
    </form>
  );
}
