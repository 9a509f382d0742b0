"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Refused } from "#app/desk/post-json.ts";
import { AboutPart } from "#app/desk/questions/editor/about-part.tsx";
import { AnswerPart } from "#app/desk/questions/editor/answer-part.tsx";
import { contentOfDraft } from "#app/desk/questions/editor/content-of-draft.ts";
import { draftOfVersion, emptyDraft, type QuestionDraft } from "#app/desk/questions/editor/draft.ts";
import { GroupPart } from "#app/desk/questions/editor/group-part.tsx";
import { QUESTION_KINDS_IN_ORDER } from "#app/desk/questions/editor/kinds.ts";
import { StemPart } from "#app/desk/questions/editor/stem-part.tsx";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { wordingOf } from "#domain/questions/raw-fields.ts";
import type { ImportRow } from "#server/question-imports/import-schemas.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import type { ImportDeskState } from "./use-import-desk.ts";

type Props = Readonly<{ row: ImportRow; desk: ImportDeskState; categories: readonly string[]; onDone: () => void }>;

/** The editor's draft of a row: the question as it was understood, or its words as a stem to start from. */
function startOf({ draft, raw }: ImportRow): QuestionDraft {
  if (!draft) return { ...emptyDraft, stem: typeof raw === "string" ? raw : wordingOf(raw) };
  return draftOfVersion({ ...draft, difficulty: draft.difficulty ?? 3, material: null, passage: "" });
}

/** The whole question of a row, as the editor of the bank writes it; it takes the place of what was read. */
export function RowQuestionForm({ row, desk, categories, onDone }: Props): ReactNode {
  const t = useTranslations("questionImports");
  const [draft, setDraft] = useState(() => startOf(row));
  const [source, setSource] = useState(row.draft?.source ?? "");
  const [refused, setRefused] = useState<Refused | null>(null);
  const words = useRefusedWords(refused);
  const at = (...paths: string[]) => words.at(...paths.map((path) => `question.${path}`));
  const set = (part: Partial<QuestionDraft>) => setDraft((before) => ({ ...before, ...part }));
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { material: _material, passage: _passage, ...content } = contentOfDraft(draft);
    const posted = await desk.mend(row.place, { question: { ...content, source } });
    if (!posted) return;
    setRefused(posted.ok ? null : posted.refused);
    if (posted.ok && !posted.value.row.problems.some(({ severity }) => severity === "error")) onDone();
  }
  const part = { draft, set, at };
  return (
    <form onSubmit={send} noValidate aria-label={t("mendWhole")} className="grid gap-6 border-line border-t pt-4">
      <StemPart {...part} kinds={QUESTION_KINDS_IN_ORDER} />
      {draft.kind === "group" ? <GroupPart {...part} /> : <AnswerPart {...part} />}
      <AboutPart {...part} categories={categories} />
      <TextField
        label={t("source")}
        error={at("source")}
        optional
        maxLength={500}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      {words.whole && <Notice kind="error">{words.whole}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" compact pending={desk.busy === row.place}>
          {t("readAgain")}
        </Button>
        <Button compact look="quiet" onClick={onDone}>
          {t("leaveRow")}
        </Button>
      </div>
    </form>
  );
}
