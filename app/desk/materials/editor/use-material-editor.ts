import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { stillRefused } from "#app/desk/still-refused.ts";
import type { ImportedPicture, MaterialDraft } from "./draft.ts";

/** The text being changed, and the version that was opened. */
export type Edited = Readonly<{ slug: string; from: number }>;
export type Saving = "draft" | "submit";
type Saved = Readonly<{ slug: string; number: number; lost?: number }>;

/** Asks before a page full of unsaved work is left. */
function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [isUnsaved]);
}

const bytesOf = (data: string) => Uint8Array.from(atob(data), (char) => char.charCodeAt(0));

/** A draft with pictures goes as a form: the text says `picture:1`, the form brings it. */
function withPictures(draft: MaterialDraft, submit: boolean, pictures: readonly ImportedPicture[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...draft, checks: JSON.stringify(draft.checks), submit: String(submit) }))
    form.set(name, String(value));
  for (const { name, contentType, data } of pictures) form.append("pictures", new File([bytesOf(data)], name, { type: contentType }));
  return form;
}

/** A new text or a new wording of one; laid before the reviewers in the same step when that is wished. */
function send(draft: MaterialDraft, edited: Edited | null, submit: boolean, pictures: readonly ImportedPicture[]) {
  if (edited) return postJson<Saved>(`/api/desk/materials/${edited.slug}/edit`, { ...draft, submit, from: edited.from });
  return postJson<Saved>("/api/desk/materials", pictures.length > 0 ? withPictures(draft, submit, pictures) : { ...draft, submit });
}

/** The editor's state: what is typed, what was refused, whether it is on its way. What was typed stays through every refusal. */
export function useMaterialEditor(start: MaterialDraft, edited: Edited | null, pictures: readonly ImportedPicture[]) {
  const router = useRouter();
  const [draft, setDraft] = useState(start);
  const [refused, setRefused] = useState<Readonly<{ by: Refused; sent: MaterialDraft }> | null>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  // A proposal that was not saved yet is unsaved work too.
  useLeaveGuard((draft !== start || edited === null) && saving === null);

  const save = async (wanted: Saving): Promise<void> => {
    if (saving) return;
    setSaving(wanted);
    const posted = await send(draft, edited, wanted === "submit", pictures);
    if (posted.ok) {
      const done = wanted === "submit" ? "submitted" : edited ? "saved" : "made";
      const lost = posted.value.lost ? `&lost=${posted.value.lost}` : "";
      router.push(`/desk/materials/${posted.value.slug}?done=${done}${lost}`);
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
