import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { stillRefused } from "#app/desk/still-refused.ts";
import { contentOfDraft } from "./content-of-draft.ts";
import type { QuestionDraft } from "./draft.ts";

/** The question being changed, and the version that was opened. */
export type Edited = Readonly<{ id: number; from: number }>;
type Saved = Readonly<{ id: number; state: "draft" | "in_review" }>;
export type Saving = "draft" | "review";

/** Where a new question goes; an old one is given to another bank on its own page. */
const bankOf = ({ bank }: QuestionDraft) => (bank === "private" ? { isPrivate: true } : bank === "" ? {} : { branchId: bank });

/** Asks before a page full of unsaved work is left. */
function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [isUnsaved]);
}

/** The editor's state: what is typed, what was refused, whether it is on its way. What was typed stays through every refusal. */
export function useQuestionEditor(start: QuestionDraft, edited: Edited | null) {
  const router = useRouter();
  const [draft, setDraft] = useState(start);
  const [refused, setRefused] = useState<Readonly<{ by: Refused; sent: unknown }> | null>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  /** What the last press asked for, so that “save anyway” repeats it. */
  const [wish, setWish] = useState<Saving>("draft");
  useLeaveGuard(draft !== start && saving === null);

  const save = async (wanted: Saving, sameStem = false): Promise<void> => {
    if (saving) return;
    setSaving(wanted);
    setWish(wanted);
    const path = edited ? `/api/desk/questions/${edited.id}/edit` : "/api/desk/questions";
    const content = contentOfDraft(draft);
    const body = { ...content, ...(edited ? { from: edited.from } : bankOf(draft)), submit: wanted === "review", sameStem };
    const posted = await postJson<Saved>(path, body);
    if (posted.ok) {
      const done = wanted === "review" ? "submitted" : edited ? "saved" : "made";
      router.push(`/desk/questions/${posted.value.id}?done=${done}`);
      router.refresh();
      return;
    }
    setSaving(null);
    setRefused({ by: posted.refused, sent: content });
  };
  const standing = useMemo(() => refused && stillRefused(refused.by, refused.sent, contentOfDraft(draft)), [refused, draft]);
  return {
    draft,
    set: (part: Partial<QuestionDraft>) => setDraft((before) => ({ ...before, ...part })),
    refused: refused?.by ?? null,
    standing,
    saving,
    wish,
    save,
  };
}
