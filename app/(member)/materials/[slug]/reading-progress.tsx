"use client";
import { createContext, type ReactNode, use, useState } from "react";

/** How many of the questions in the text are answered right, and whether the text is completed. */
export type Progress = Readonly<{ done: number; total: number; isComplete: boolean }>;
type Kept = Readonly<{ progress: Progress; report: (progress: Progress) => void }>;

const Context = createContext<Kept>({ progress: { done: 0, total: 0, isComplete: false }, report: () => undefined });

/** Holds what the questions of a text report, for the panel at its end. */
export function ReadingProgress({ start, children }: { start: Progress; children: ReactNode }): ReactNode {
  const [progress, report] = useState(start);
  return <Context value={{ progress, report }}>{children}</Context>;
}

export const useReadingProgress = (): Kept => use(Context);
