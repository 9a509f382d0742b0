"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { BranchOption } from "#app/desk/contests/wizard/audience-part.tsx";
import type { CategoryOption } from "#app/desk/contests/wizard/paper-part.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { AudiencesPart } from "./audiences-part.tsx";
import { BasicsPart } from "./basics-part.tsx";
import { freshModule, type ProgrammeEdit } from "./edit-draft.ts";
import { ModulePart } from "./module-part.tsx";
import { type Edited, useEditor } from "./use-editor.ts";

/** What the fields offer to choose from. */
export type Choices = Readonly<{
  branches: readonly BranchOption[];
  categories: readonly CategoryOption[];
  programmes: readonly Readonly<{ slug: string; title: string }>[];
  /** Titles of texts, contests and meetings, by `material:slug`, `contest:slug` and `meeting:id`. */
  names: Readonly<Record<string, string>>;
  /** The slug of what is edited, which cannot require itself. */
  own: string;
}>;

type Props = Readonly<{ start: ProgrammeEdit; edited: Edited | null; choices: Choices }>;

/** A programme on one page, top to bottom. Nothing typed is lost by a refusal; what is wrong is said at its field. */
export function ProgrammeEditor({ start, edited, choices }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const form = useRef<HTMLFormElement>(null);
  const [names, setNames] = useState(choices.names);
  const editor = useEditor(start, edited);
  const { edit, set, nextKey, whole, refused, isSaving, save, problem } = editor;
  const refusedOnce = refused?.code;
  useEffect(() => {
    if (!refusedOnce) return;
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid]");
    first?.closest("details")?.setAttribute("open", "");
    first?.focus();
  }, [refusedOnce]);
  const isPublished = edited?.isPublished ?? false;
  const known: Choices = { ...choices, names };
  return (
    <form
      ref={form}
      noValidate
      aria-label={t("editor")}
      className="grid gap-10"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isPublished && <Notice kind="info">{t("liveEdit")}</Notice>}
      <BasicsPart editor={editor} choices={known} isPublished={isPublished} />
      <AudiencesPart editor={editor} />
      <Section title={t("parts.modules")}>
        {edit.modules.map((module, at) => (
          <ModulePart
            key={module.key}
            editor={editor}
            choices={known}
            at={at}
            learnName={(kind, slug, title) => setNames((before) => ({ ...before, [`${kind}:${slug}`]: title }))}
          />
        ))}
        {problem("modules") && <Notice kind="error">{problem("modules")}</Notice>}
        <Button className="justify-self-start" onClick={() => set({ modules: [...edit.modules, freshModule(nextKey("m"))] })}>
          <Plus aria-hidden className="size-4" />
          {t("addModule")}
        </Button>
      </Section>
      <div className="grid gap-4 border-line border-t pt-6">
        {whole && <Notice kind="error">{whole}</Notice>}
        <div className="flex flex-wrap items-center gap-3 max-sm:*:grow">
          <Button type="submit" look="primary" pending={isSaving}>
            {t("save")}
          </Button>
          <LinkButton href={edited ? `/desk/programmes/${edited.slug}` : "/desk/programmes"} look="quiet">
            {t("leave")}
          </LinkButton>
        </div>
      </div>
    </form>
  );
}
