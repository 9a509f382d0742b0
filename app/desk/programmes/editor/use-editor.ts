"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { stillRefused } from "#app/desk/still-refused.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { bodyOf, type ItemEdit, type ModuleEdit, type ProgrammeEdit } from "./edit-draft.ts";

export type Edited = Readonly<{ slug: string; revision: number; isPublished: boolean }>;
type Sent = Readonly<{ refused: Refused; body: object }>;

/** Asks before a page full of unsaved work is left. */
function useLeaveGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [unsaved]);
}

/** The editor's state: what is typed, what was refused, whether it is being saved. What was typed stays through every refusal. */
export function useEditor(start: ProgrammeEdit, edited: Edited | null) {
  const router = useRouter();
  const [edit, setEdit] = useState(start);
  const [sent, setSent] = useState<Sent | null>(null);
  const [isSaving, setSaving] = useState(false);
  const made = useRef(0);
  useLeaveGuard(edit !== start && !isSaving);
  // What has been changed since is no longer wrong.
  const refused = sent && stillRefused(sent.refused, sent.body, bodyOf(edit));
  const words = useRefusedWords(refused);

  const save = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const body = { ...bodyOf(edit), ...(edited && { revision: edited.revision }) };
    const reply = await postJson<{ slug: string }>(`/api/desk/programmes${edited ? `/${edited.slug}` : ""}`, body);
    if (reply.ok) {
      router.push(`/desk/programmes/${reply.value.slug}?done=${edited ? "edited" : "made"}`);
      router.refresh();
      return;
    }
    setSaving(false);
    setSent({ refused: reply.refused, body });
  };

  const changeModule = (at: number, part: Partial<ModuleEdit>): void =>
    setEdit((before) => ({ ...before, modules: before.modules.map((module, place) => (place === at ? { ...module, ...part } : module)) }));
  return {
    edit,
    set: (part: Partial<ProgrammeEdit>): void => setEdit((before) => ({ ...before, ...part })),
    replace: (change: (before: ProgrammeEdit) => ProgrammeEdit): void => setEdit(change),
    changeModule,
    changeItem: (module: number, item: number, part: Partial<ItemEdit>): void =>
      changeModule(module, {
        items: (edit.modules[module]?.items ?? []).map((one, place) => (place === item ? { ...one, ...part } : one)),
      }),
    /** A name for a new part, unlike any other in the document. */
    nextKey: (kind: string): string => `new-${kind}-${++made.current}`,
    problem: words.at,
    refused,
    whole: words.whole,
    isSaving,
    save,
  };
}
export type Editor = ReturnType<typeof useEditor>;
