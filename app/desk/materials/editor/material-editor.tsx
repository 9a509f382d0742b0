"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { Block } from "#server/materials/hast-schema.ts";
import type { BranchOption } from "#ui/branch-options.tsx";
import { Section } from "#ui/page.tsx";
import { AudienceFields } from "./audience-fields.tsx";
import { BodyField, showInText, withInserted } from "./body-field.tsx";
import { ChecksPart } from "./checks-part.tsx";
import type { MaterialDraft, Proposal } from "./draft.ts";
import { EnglishFields } from "./english-fields.tsx";
import { FilesPart, type TextFile } from "./files-part.tsx";
import { MetaFields } from "./meta-fields.tsx";
import { ProposalPart } from "./proposal-part.tsx";
import type { TextQuestion } from "./question-search.tsx";
import { ReadingPreview } from "./reading-preview.tsx";
import { SaveBar } from "./save-bar.tsx";
import { useBlocks } from "./use-blocks.ts";
import { type Edited, useMaterialEditor } from "./use-material-editor.ts";
import { useProposal } from "./use-proposal.ts";

type Props = Readonly<{
  start: MaterialDraft;
  /** `start.body` and `start.bodyEn` as members would read them. */
  startBlocks: readonly Block[];
  startBlocksEn?: readonly Block[];
  edited: Edited | null;
  collections: readonly string[];
  branches: readonly BranchOption[];
  files?: readonly TextFile[];
  questions?: readonly TextQuestion[];
  /** What the cleaner did, for a text that has just come in. */
  proposed?: Proposal;
  /** Where leaving leads, or what it does. */
  leave: string | (() => void);
}>;

const NO_FILES: readonly TextFile[] = [];
const NO_BLOCKS: readonly Block[] = [];

/** A text and what belongs to it, with what was cleaned line by line and the page as members will read it. */
export function MaterialEditor({ start, startBlocks, startBlocksEn = NO_BLOCKS, edited, proposed, leave, ...more }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const form = useRef<HTMLFormElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { draft, set, refused, standing, saving, save } = useMaterialEditor(start, edited, proposed?.pictures ?? []);
  const { proposal, wishes, isCleaning, wish } = useProposal(proposed ?? null, (markdown) => set({ body: markdown }));
  const [known, setKnown] = useState(more.questions ?? []);
  const { at, whole } = useRefusedWords(standing);
  const blocks = useBlocks(draft.body, { body: start.body, blocks: startBlocks });
  const blocksEn = useBlocks(draft.bodyEn, { body: start.bodyEn, blocks: startBlocksEn });
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
  const part = { draft, set, at };
  const isByHand = proposal !== null && draft.body !== proposal.markdown;
  const show = (words: string) => showInText(body.current, words);
  const countOf = (all: readonly Block[]) => all.filter(({ kind }) => kind === "block").length;
  return (
    <div className="grid gap-10">
      {proposal && <ProposalPart proposal={proposal} wishes={wishes} wish={isByHand ? null : wish} isCleaning={isCleaning} show={show} />}
      <div className="grid items-start gap-10 xl:grid-cols-2">
        <form ref={form} noValidate onSubmit={submit} aria-label={t("form")} className="grid min-w-0 gap-8">
          <Section title={t("about")}>
            <MetaFields {...part} collections={more.collections} />
          </Section>
          <Section title={t("audience")}>
            <AudienceFields {...part} branches={more.branches} />
          </Section>
          <Section title={t("text")}>
            <BodyField {...part} frame={body} />
            <EnglishFields {...part} counts={{ zh: countOf(blocks), en: countOf(blocksEn) }} />
          </Section>
          <Section title={t("files")}>
            {edited ? (
              <FilesPart
                slug={edited.slug}
                start={more.files ?? NO_FILES}
                insert={(markdown) => set({ body: withInserted(body.current, draft.body, markdown) })}
              />
            ) : (
              <p className="text-muted">{t("filesLater")}</p>
            )}
          </Section>
          <Section title={t("checks")}>
            <ChecksPart {...part} blocks={blocks} known={known} learn={(question) => setKnown((before) => [...before, question])} />
          </Section>
          <SaveBar whole={whole} refused={refused} edited={edited} saving={saving} save={save} leave={leave} />
        </form>
        <ReadingPreview title={draft.title} titleEn={draft.titleEn} blocks={blocks} blocksEn={blocksEn} />
      </div>
    </div>
  );
}
