"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Notice } from "#ui/notice.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

type Problem = Readonly<{ row: number; column: string; code: string; params: Record<string, string | number> }>;
type Reply = Readonly<{
  committed: boolean;
  counts: { adds: number; same: number };
  adds: readonly { team: string }[];
  problems: readonly Problem[];
}>;

/** A list of teams, pasted or as a file: looked at first, written when it is right. */
export function TeamImport({ slug }: { slug: string }): ReactNode {
  const t = useTranslations("teams.desk");
  const router = useRouter();
  const [reply, setReply] = useState<Reply | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (file instanceof File && file.size === 0) form.delete("file");
    form.set("dryRun", String(pressed?.value !== "bring"));
    setSending(true);
    const posted = await postJson<Reply>(`/api/desk/contests/${slug}/teams/import`, form);
    setSending(false);
    setReply(posted.ok ? posted.value : null);
    setRefused(posted.ok ? null : posted.refused);
    if (posted.ok && posted.value.committed) router.refresh();
  };
  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-4">
      <AreaField label={t("rows")} hint={t("importLead")} name="text" rows={6} spellCheck={false} optional />
      <FileField label={t("file")} name="file" accept=".xlsx,.csv,.txt" optional />
      <div aria-live="polite" className="grid gap-3">
        <RefusalNotice code={refused?.code} {...(refused && { params: refused.params })} />
        {reply && <Said reply={reply} />}
      </div>
      <div className="flex flex-wrap gap-3 max-sm:*:grow">
        <Button type="submit" value="check" pending={isSending}>
          {t("check")}
        </Button>
        <Button type="submit" value="bring" look="primary" pending={isSending}>
          {t("bring")}
        </Button>
      </div>
    </form>
  );
}

function Said({ reply: { committed, counts, adds, problems } }: { reply: Reply }): ReactNode {
  const t = useTranslations("teams.desk");
  const tProblems = useTranslations("importProblems");
  if (committed) return <Notice kind="success">{t("brought", { adds: counts.adds })}</Notice>;
  const teams = new Set(adds.map(({ team }) => team)).size;
  if (problems.length === 0) return <Notice kind="success">{t("checked", { teams, adds: counts.adds, same: counts.same })}</Notice>;
  return (
    <Notice kind="warning">
      {t("problems", { count: problems.length })}
      <ul className="mt-2 grid gap-1">
        {problems.slice(0, 50).map(({ row, column, code, params }) => (
          <li key={`${row}/${column}/${code}`}>{t("problem", { row, column, said: tProblems(code, params) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
