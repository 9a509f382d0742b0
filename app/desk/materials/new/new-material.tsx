"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { draftOfProposal, type Proposal } from "#app/desk/materials/editor/draft.ts";
import { MaterialEditor } from "#app/desk/materials/editor/material-editor.tsx";
import type { BranchOption } from "#ui/branch-options.tsx";
import { Notice } from "#ui/notice.tsx";
import { type RawText, RawTextForm } from "./raw-text-form.tsx";

/** A new text in two steps: the raw text in, then the proposal to look through and save. Going back finds the raw text as it was. */
export function NewMaterial({ collections, branches }: { collections: readonly string[]; branches: readonly BranchOption[] }): ReactNode {
  const t = useTranslations("materialDesk");
  const [raw, setRaw] = useState<RawText>({ text: "", html: "" });
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (proposal) top.current?.focus();
  }, [proposal]);
  if (!proposal) return <RawTextForm raw={raw} setRaw={setRaw} onProposal={setProposal} />;
  return (
    <div ref={top} tabIndex={-1} className="grid scroll-mt-6 gap-6 outline-none">
      {proposal.same ? (
        <Notice
          kind="warning"
          action={
            <Link href={`/desk/materials/${proposal.same.slug}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
              {t("seeOther")}
            </Link>
          }
        >
          {t("sameText", { title: proposal.same.title })}
        </Notice>
      ) : (
        <Notice>{t("proposalLead")}</Notice>
      )}
      <MaterialEditor
        start={draftOfProposal(proposal, t("authorNote", { author: proposal.meta.author ?? "" }))}
        startBlocks={proposal.blocks}
        edited={null}
        collections={collections}
        branches={branches}
        proposed={proposal}
        leave={() => setProposal(null)}
      />
    </div>
  );
}
