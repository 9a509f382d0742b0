"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Draft } from "./draft.ts";
import { bodyOf } from "./draft-body.ts";
import type { PartProps } from "./part-props.ts";
import { type Problem, problemWords } from "./problem.ts";
import { saveContest } from "./save-contest.ts";

type Refused = Readonly<{ code: string; problems: readonly Problem[] }>;
export type Edited = Readonly<{ slug: string; revision: number }>;

/** Asks before a page full of unsaved work is left. */
function useLeaveGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [unsaved]);
}

/** The wizard's state: what is typed, what was refused, whether it is being saved. What was typed stays through every refusal. */
export function useWizard(start: Draft, edited: Edited | null) {
  const router = useRouter();
  const t = useTranslations("fields");
  const [draft, setDraft] = useState(start);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [saving, setSaving] = useState(false);
  useLeaveGuard(draft !== start && !saving);

  const save = async (): Promise<void> => {
    if (saving) return;
    setSaving(true);
    const outcome = await saveContest(bodyOf(draft), edited);
    if (outcome.saved) {
      router.push(`/desk/contests/${outcome.slug}?done=${edited ? "edited" : "made"}`);
      router.refresh();
      return;
    }
    setSaving(false);
    setRefused({ code: outcome.code, problems: outcome.problems });
  };

  const part: PartProps = {
    draft,
    set: (field, value) => setDraft((before) => ({ ...before, [field]: value })),
    problem: (path) => {
      const found = refused?.problems.find((problem) => problem.path === path);
      return found && problemWords(found, t);
    },
  };
  return { part, refused, saving, save };
}
