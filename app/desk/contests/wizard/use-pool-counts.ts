"use client";
import { useEffect, useState } from "react";
import type { LineDraft } from "./draft.ts";
import { blueprintOf } from "./draft-body.ts";

type Shortage = Readonly<{ line: number; wanted: number; have: number }>;
/** What the bank holds for each line (`have`) and which lines cannot be filled together with the others. */
export type PoolCounts = Readonly<{ lines: readonly Readonly<{ have: number }>[]; shortages: readonly Shortage[] }>;

/** Typing settles before the bank is asked. */
const SETTLE_MS = 350;

async function askPool(asked: string, signal: AbortSignal): Promise<PoolCounts | null> {
  try {
    const reply = await fetch(`/api/desk/blueprint-check?${asked}`, { headers: { accept: "application/json" }, signal });
    return reply.ok ? ((await reply.json()) as PoolCounts) : null;
  } catch {
    return null; // the line is down or a newer question was asked: counts are a help, saving checks again
  }
}

/** The pool behind each line, asked again whenever lines or branch change; null while not known. */
export function usePoolCounts(branchId: string, lines: readonly LineDraft[]): PoolCounts | null {
  const asked = new URLSearchParams({ branchId, blueprint: JSON.stringify(blueprintOf(lines)) }).toString();
  const [known, setKnown] = useState<{ asked: string; counts: PoolCounts | null }>({ asked: "", counts: null });
  useEffect(() => {
    if (lines.length === 0) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const counts = await askPool(asked, stop.signal);
      if (!stop.signal.aborted) setKnown({ asked, counts });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, lines.length]);
  return known.asked === asked ? known.counts : null;
}
