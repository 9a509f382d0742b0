import { useState } from "react";
import { postJson } from "#app/desk/post-json.ts";
import type { Proposal } from "./draft.ts";

/** Kinds of change not to make, and lines not to take out. */
export type Wishes = Readonly<{ keep: readonly string[]; keepLines: readonly number[] }>;

/** What was read out of the document, handed in again with wishes. */
function formOf({ original }: Proposal, { keep, keepLines }: Wishes): FormData {
  const form = new FormData();
  form.set("text", original.text);
  form.set("form", original.form);
  if (original.title !== "") form.set("title", original.title);
  for (const line of original.out) form.append("out", String(line));
  for (const kind of keep) form.append("keep", kind);
  for (const line of keepLines) form.append("keepLines", String(line));
  return form;
}

/** A proposal that can be made again with other wishes; `onClean` gets the new text. */
export function useProposal(first: Proposal | null, onClean: (markdown: string) => void) {
  const [proposal, setProposal] = useState(first);
  const [wishes, setWishes] = useState<Wishes>({ keep: [], keepLines: [] });
  const [isCleaning, setCleaning] = useState(false);
  const wish = async (wanted: Wishes): Promise<void> => {
    if (!proposal || isCleaning) return;
    setCleaning(true);
    const posted = await postJson<Proposal>("/api/desk/materials/propose", formOf(proposal, wanted));
    setCleaning(false);
    if (!posted.ok) return;
    // What was left out and which pictures came is known from the document alone.
    setProposal({ ...posted.value, left: proposal.left, pictures: proposal.pictures });
    setWishes(wanted);
    onClean(posted.value.markdown);
  };
  return { proposal, wishes, isCleaning, wish };
}
