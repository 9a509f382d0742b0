"use client";
import { useCallback, useEffect, useState } from "react";
import type { Listed } from "./annotation.ts";

/** The annotations of a text, asked for once the page stands, so that they do not keep anybody from reading; null until they are there. */
export function useAnnotations(slug: string, lang: string): { listed: Listed | null; reload: () => Promise<void> } {
  const [listed, setListed] = useState<Listed | null>(null);
  const reload = useCallback(async () => {
    const path = `/api/materials/${slug}/annotations?lang=${lang}`;
    const reply = await fetch(path, { headers: { accept: "application/json" } }).catch(() => null);
    if (reply?.ok) setListed((await reply.json()) as Listed);
  }, [slug, lang]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { listed, reload };
}
