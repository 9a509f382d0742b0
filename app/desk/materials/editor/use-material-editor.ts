import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { stillRefused } from "#app/desk/still-refused.ts";
import type { MaterialDraft } from "./draft.ts";

/** The text being changed, and the version that was opened. */
export type Edited = Readonly<{ slug: string; from: number }>;
export type Saving = "draft" | "submit";
type Saved = Readonly<{ slug: string; number: number }>;

/** Asks before a page full of unsaved work is left. */
function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [isUnsaved]);
}

/** A new text or a new wording of one; laid before the reviewers in the same step when that is wished. */
const send = (draft: MaterialDraft, edited: Edited | null, submit: boolean) =>
  edited
    ? postJson<Saved>(`/api/desk/materials/${edited.slug}/edit`, { ...draft, submit, from: edited.from })
    : postJson<Saved>("/api/desk/materials", { ...draft, submit });

/** The editor's state: what is typed, what was refused, whether it is on its way. What was typed stays through every refusal. */
export function useMaterialEditor(start: MaterialDraft, edited: Edited | null) {
  const router = useRouter();
  const [draft, setDraft] = useState(start);
  const [refused, setRefused] = useState<Readonly<{ by: Refused; sent: MaterialDraft }> | null>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  // A proposal that was not saved yet is unsaved work too.
  useLeaveGuard((draft !== start || edited === null) && saving === null);

  const save = async (wanted: Saving): Promise<void> => {
    if (saving) return;
    setSaving(wanted);
    const posted = await send(draft, edited, wanted === "submit");
    if (posted.ok) {
      router.push(`/desk/materials/${posted.value.slug}?done=${wanted === "submit" ? "submitted" : edited ? "saved" : "made"}`);
      router.refresh();
      return;
    }
    setSaving(null);
    setRefused({ by: posted.refused, sent: draft });
  };
  return {
    draft,
    set: (part: Partial<MaterialDraft>) => setDraft((before) => ({ ...before, ...part })),
    refused: refused?.by ?? null,
    standing: refused && stillRefused(refused.by, refused.sent, draft),
    saving,
    save,
  };
}
