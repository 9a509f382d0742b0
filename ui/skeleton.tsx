import type { ReactNode } from "react";

/** Lines that stand in for text that is on its way; nothing is seen for the first 300 ms. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }): ReactNode {
  return (
    <div role="status" aria-label={label} className="grid gap-3">
      {Array.from({ length: lines }, (_, at) => `line ${at}`).map((line) => (
        <span key={line} className="skeleton h-5 last:w-2/3" />
      ))}
    </div>
  );
}
