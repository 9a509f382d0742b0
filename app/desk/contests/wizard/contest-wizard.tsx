"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { AudiencePart, type BranchOption } from "./audience-part.tsx";
import { BasicsPart } from "./basics-part.tsx";
import type { Draft } from "./draft.ts";
import { IntegrityPart } from "./integrity-part.tsx";
import { type CategoryOption, type PaperOption, PaperPart } from "./paper-part.tsx";
import { PrintedDraft } from "./printed-draft.tsx";
import { RulesPart } from "./rules-part.tsx";
import { ShownPart } from "./shown-part.tsx";
import { StagesPart } from "./stages-part.tsx";
import { TeamPart } from "./team-part.tsx";
import { TimePart } from "./time-part.tsx";
import { type Edited, useWizard } from "./use-wizard.ts";

type Props = Readonly<{
  start: Draft;
  edited: Edited | null;
  branches: readonly BranchOption[];
  categories: readonly CategoryOption[];
  papers: readonly PaperOption[];
}>;

/** A contest on one page, top to bottom, with its rules printed beside it as members will read them. */
export function ContestWizard({ start, edited, branches, categories, papers }: Props): ReactNode {
  const t = useTranslations("contestDesk");
  const form = useRef<HTMLFormElement>(null);
  const { part, refused, saving, save } = useWizard(start, edited);
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refused]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <form ref={form} noValidate onSubmit={submit} aria-label={t("wizard")} className="grid gap-10">
        <BasicsPart {...part} />
        <TimePart {...part} />
        <PaperPart {...part} categories={categories} papers={papers} />
        <RulesPart {...part} />
        <TeamPart {...part} />
        <StagesPart {...part} />
        <AudiencePart {...part} branches={branches} />
        <ShownPart {...part} />
        <IntegrityPart {...part} />
        <div className="grid gap-4 border-line border-t pt-6">
          <RefusalNotice code={refused?.code} />
          <div className="flex flex-wrap items-center gap-3 max-sm:*:grow">
            <Button type="submit" look="primary" pending={saving}>
              {t("save")}
            </Button>
            <LinkButton href={edited ? `/desk/contests/${edited.slug}` : "/desk/contests"} look="quiet">
              {t("leave")}
            </LinkButton>
          </div>
          <p className="text-muted text-sm">{t("hints.save")}</p>
        </div>
      </form>
      <section
        aria-labelledby="printed-rules"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard has to be able to scroll it
        tabIndex={0}
        className="rounded-md border border-line bg-sunken p-5 text-sm xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto"
      >
        <h2 id="printed-rules" className="mb-4 font-display font-semibold text-lg">
          {t("printed")}
        </h2>
        <PrintedDraft draft={part.draft} />
      </section>
    </div>
  );
}
