import { useEffect, useState } from "react";

export type PassageOption = Readonly<{ id: string; text: string }>;
type Block = PassageOption & Readonly<{ kind: "heading" | "block" }>;
type Read = Readonly<{ slug: string; passages: readonly PassageOption[] }>;

async function readPassages(slug: string, signal: AbortSignal): Promise<readonly PassageOption[]> {
  // What members read comes first: the verb counts passages there when the text is published.
  for (const path of [`/api/materials/${slug}`, `/api/desk/materials/${slug}`]) {
    const reply = await fetch(path, { headers: { accept: "application/json" }, signal });
    if (reply.ok) return ((await reply.json()) as { blocks: readonly Block[] }).blocks.filter(({ kind }) => kind === "block");
  }
  return [];
}

/** The passages of a text, to choose from: null while they are on their way or could not be had. */
export function usePassages(slug: string): readonly PassageOption[] | null {
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    if (slug === "") return;
    const stop = new AbortController();
    readPassages(slug, stop.signal).then(
      (passages) => setRead({ slug, passages }),
      () => undefined, // a dead line: the passage that was chosen stays, and the next choice asks again
    );
    return () => stop.abort();
  }, [slug]);
  return read?.slug === slug ? read.passages : null;
}
