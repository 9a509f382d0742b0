import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import type { BranchChoice } from "#app/desk/questions/import/start-import.tsx";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { TickField } from "#ui/tick-field.tsx";

type Brought = Readonly<{
  id: number;
  fileName: string;
  branchId: number | null;
  isPrivate: boolean;
  counts: Readonly<{ ready: number; bad: number }>;
}>;
type Props = Readonly<{ brought: Brought; revision: number; branches: readonly BranchChoice[] }>;

/** The last look before writing: what becomes of rows with problems, drafts or review, and a paper of the same questions. */
export function WritePanel({ brought, revision, branches }: Props): ReactNode {
  const t = useTranslations("questionImports");
  const { refresh } = useRouter();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const [withPaper, setWithPaper] = useState(false);
  const { at, whole } = useRefusedWords(refused);
  const { ready, bad } = brought.counts;

  async function write(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const { worth, ...typed } = Object.fromEntries(new FormData(event.currentTarget));
    // A blank title is one that is missing, and not a paper that is not wanted.
    const paper = withPaper && { paperWorth: Math.round(Number(worth) * 1_000), paperTitle: String(typed["paperTitle"] ?? "") || " " };
    const path = `/api/desk/question-imports/${brought.id}/write`;
    const posted = await postJson(path, { ...typed, ...paper, revision, language: document.documentElement.lang });
    setSending(false);
    setRefused(posted.ok ? null : posted.refused);
    if (posted.ok) {
      window.scrollTo({ top: 0 });
      refresh();
    }
  }

  return (
    <Section title={t("steps.write")}>
      <form onSubmit={write} noValidate aria-label={t("steps.write")} className="grid max-w-3xl gap-5">
        <p>{t("writeLead", { ready, bad })}</p>
        <fieldset className="grid">
          <legend className="mb-1 font-medium">{t("mode")}</legend>
          {(["all_or_nothing", "skip_bad"] as const).map((mode, place) => (
            <label key={mode} className="flex min-h-11 items-center gap-3">
              <input type="radio" name="mode" value={mode} defaultChecked={place === 0} className="size-5 flex-none accent-seal" />
              {t(`modes.${mode}`)}
            </label>
          ))}
        </fieldset>
        {brought.isPrivate ? (
          <p className="text-muted">{t("staysPrivate")}</p>
        ) : (
          <>
            <TickField label={t("submit")} hint={t("submitHint")} name="submit" />
            <TickField label={t("makePaper")} hint={t("makePaperHint")} checked={withPaper} onChange={() => setWithPaper(!withPaper)} />
          </>
        )}
        {withPaper && (
          <div className="grid gap-5 sm:grid-cols-3">
            <TextField
              label={t("paperTitle")}
              error={at("paperTitle")}
              name="paperTitle"
              maxLength={100}
              defaultValue={brought.fileName.replace(/\.[^.]*$/u, "").slice(0, 100)}
            />
            <SelectField
              label={t("paperBranch")}
              error={at("paperBranchId")}
              name="paperBranchId"
              defaultValue={brought.branchId ?? branches[0]?.id}
            >
              {branches.map(({ id, name, depth }) => (
                <option key={id} value={id}>
                  {"\u2003".repeat(depth)}
                  {name}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t("paperWorth")}
              error={at("paperWorth")}
              name="worth"
              type="number"
              min={0.5}
              max={1_000}
              step={0.5}
              defaultValue={1}
            />
          </div>
        )}
        {whole && <Notice kind="error">{whole}</Notice>}
        <Button type="submit" look="primary" pending={sending} className="justify-self-start max-sm:w-full">
          {t("write", { count: ready })}
        </Button>
      </form>
    </Section>
  );
}
