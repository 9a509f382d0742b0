import { useEffect, useState } from "react";
import { postJson } from "#app/desk/post-json.ts";
import type { Block } from "#server/materials/hast-schema.ts";

/** Long enough that typing does not send every letter. */
const pauseMs = 400;

/** A text as members would read it, and that view of it. */
type Shown = Readonly<{ body: string; blocks: readonly Block[] }>;

/** `body` as members would read it, a moment after the last change; the view before stays until the next has come. */
export function useBlocks(body: string, start: Shown): readonly Block[] {
  const [shown, setShown] = useState(start);
  useEffect(() => {
    if (body === shown.body) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      postJson<{ blocks: readonly Block[] }>("/api/desk/materials/preview", { body }, stop.signal).then(
        (posted) => posted.ok && setShown({ body, blocks: posted.value.blocks }),
        () => undefined, // overtaken by the next change
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [body, shown.body]);
  return shown.blocks;
}
