"use client";
import { useState } from "react";
import { post } from "#app/(member)/post.ts";
import type { Kind, Listed, Stretch } from "./annotation.ts";
import { findBlock, stretchOfBlock } from "./block-text.ts";
import type { Draft } from "./note-form.tsx";
import { useRefusedWords } from "./refused-words.ts";
import { useDraft } from "./use-draft.ts";
import type { Panel } from "./use-panel.ts";

const SHARE_KEY = "zx:note-share";
type Place = Readonly<{ slug: string; lang: string }>;

/** With whom the last note was shared, while that still can be. */
function lastShare(groups: Listed["groups"]): string {
  const share = window.localStorage.getItem(SHARE_KEY) ?? "private";
  return share === "branch" || groups.some(({ id }) => String(id) === share) ? share : "private";
}

/** What a reader does with a stretch of the text: mark it, write on it, or put a lost annotation on it. */
export function useWriting({ slug, lang }: Place, listed: Listed | null, reload: () => Promise<void>, panel: Panel) {
  const words = useRefusedWords();
  const [draft, setDraft] = useDraft(listed && `zx:${listed.me}:note:${slug}:${lang}`);
  const [attachingId, setAttaching] = useState<number | null>(null);
  const [problem, setProblem] = useState("");
  const number = listed?.number ?? 0;

  const write = (stretch: Stretch, kind: Kind): void => {
    setDraft({ number, stretch, kind, body: draft?.body ?? "", share: draft?.share ?? lastShare(listed?.groups ?? []) });
    panel.open();
  };
  const send = async (path: string, body: object): Promise<boolean> => {
    const said = await post(path, body);
    document.getSelection()?.removeAllRanges();
    setProblem(words(said));
    await reload();
    return said.ok;
  };
  const stretchOf = (block: string): Stretch | null => {
    const found = findBlock(block);
    return found && stretchOfBlock(found);
  };
  const attachTo = async (id: number, stretch: Stretch): Promise<void> => {
    if (!(await send(`/api/annotations/${id}/anchor`, { ...stretch, number }))) return;
    setAttaching(null);
    panel.choose(id);
  };
  return {
    ...{ draft, attachingId, problem },
    forgive: () => setProblem(""),
    /** From now on the next words chosen are where this annotation belongs; the panel makes room for the text. */
    attach: (id: number): void => {
      setAttaching(id);
      panel.close();
    },
    stopAttaching: () => setAttaching(null),
    changeDraft: (next: Draft | null): void => {
      if (next) window.localStorage.setItem(SHARE_KEY, next.share);
      setDraft(next);
    },
    annotateBlock: (block: string): void => {
      const stretch = stretchOf(block);
      if (stretch) write(stretch, "note");
    },
    /** Beside a paragraph: what was written on it, or, while an annotation looks for its place, that place. */
    pressMarker: (block: string): void => {
      const stretch = attachingId === null ? null : stretchOf(block);
      if (attachingId !== null && stretch) void attachTo(attachingId, stretch);
      else panel.open(block);
    },
    /** A highlight is made at once, for oneself; a note or a question is written first. */
    pick: async (stretch: Stretch, kind: Kind): Promise<void> => {
      if (attachingId !== null) await attachTo(attachingId, stretch);
      else if (kind === "highlight")
        await send(`/api/materials/${slug}/annotations`, { ...stretch, number, kind, lang, visibility: "private" });
      else write(stretch, kind);
    },
  };
}
