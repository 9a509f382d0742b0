import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "./time-text.tsx";

export type ThreadEntry = Readonly<{ id: number; kind?: "evidence" | "return"; name: string; body: string; createdAt: Date }>;

/** What was written about a task or a unit, in order; who, when, and the words as they are. */
export function Thread({ entries, none }: { entries: readonly ThreadEntry[]; none: string }): ReactNode {
  const t = useTranslations("tasks");
  if (entries.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ol className="grid gap-5">
      {entries.map(({ id, kind, name, body, createdAt }) => (
        <li key={id} className={`border-s-3 ps-4 ${kind === "return" ? "border-amber" : "border-pine"}`}>
          <p className="flex flex-wrap gap-x-3 text-muted text-sm">
            <span>{t(kind === "return" ? "threadReturn" : "threadEvidence", { name })}</span>
            <TimeText at={createdAt} />
          </p>
          <p className="wrap-anywhere mt-1 whitespace-pre-wrap">{body}</p>
        </li>
      ))}
    </ol>
  );
}
