"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";

type Field = Readonly<{ field: string; text: string; facts: string; isWritten: boolean; isRequired: boolean }>;
type Props = { id: number; revision: number; fields: readonly Field[]; mayWrite: boolean };

/** The fields of a record in their order: each as it reads, with an editor beside what the facts say. */
export function RecordFields({ id, revision, fields, mayWrite }: Props): ReactNode {
  return (
    <div className="grid gap-6">
      {fields.map((field) => (
        <OneField key={field.field} id={id} revision={revision} entry={field} mayWrite={mayWrite} />
      ))}
    </div>
  );
}

function OneField({ id, revision, entry, mayWrite }: Omit<Props, "fields"> & { entry: Field }): ReactNode {
  const t = useTranslations("recordPage");
  const [isOpen, setOpen] = useState(false);
  const isEmpty = entry.text.trim() === "";
  return (
    <section id={`field-${entry.field}`} className="grid gap-2 border-line border-b pb-5">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="font-display font-semibold text-lg">{t(`fields.${entry.field}`)}</h2>
        {entry.isRequired && isEmpty && <Badge tone="amber">{t("required")}</Badge>}
        {entry.isWritten && <Badge>{t("written")}</Badge>}
        {mayWrite && !isOpen && entry.field !== "attachments" && (
          <Button
            compact
            look="quiet"
            className="no-print ms-auto"
            onClick={() => setOpen(true)}
            aria-label={t("editField", { field: t(`fields.${entry.field}`) })}
          >
            {t("edit")}
          </Button>
        )}
      </header>
      {isOpen ? (
        <FieldEditor id={id} revision={revision} entry={entry} close={() => setOpen(false)} />
      ) : (
        <p lang="zh-CN" className="reading whitespace-pre-wrap break-words reading-ragged">
          {isEmpty ? <span className="text-muted">{t("empty")}</span> : entry.text}
        </p>
      )}
    </section>
  );
}

type Editing = { id: number; revision: number; entry: Field; close: () => void };

/** Writes one field. Somebody was first at it: both texts stand there, nothing typed is lost. */
function FieldEditor({ id, revision, entry, close }: Editing): ReactNode {
  const [t, refusals] = [useTranslations("recordPage"), useTranslations("refusals")];
  const router = useRouter();
  const [text, setText] = useState(entry.text);
  const [from, setFrom] = useState(revision);
  const [theirs, setTheirs] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);

  async function readTheirs(): Promise<void> {
    const reply = await fetch(`/api/meetings/${id}/record`, { headers: { accept: "application/json" } });
    if (!reply.ok) return;
    const now = (await reply.json()) as { revision: number; fields: Field[] };
    setTheirs(now.fields.find(({ field }) => field === entry.field)?.text ?? "");
    setFrom(now.revision);
  }

  async function send(): Promise<void> {
    if (isSending) return;
    setSending(true);
    setProblem("");
    const said = await post(`/api/meetings/${id}/record`, { field: entry.field, text, revision: from });
    if (said.ok) {
      router.refresh();
      close();
      return;
    }
    setSending(false);
    setProblem(said.code === "offline" ? t("offline") : refusals.has(said.code) ? refusals(said.code, said.params) : t("refused"));
    if (said.code === "record-changed") await readTheirs().catch(() => setProblem(t("offline")));
  }

  return (
    <form
      className="grid gap-3 lg:grid-cols-2 lg:gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="grid content-start gap-3">
        <AreaField
          label={t("text")}
          lang="zh-CN"
          value={text}
          rows={Math.min(20, Math.max(4, text.split("\n").length + 2))}
          maxLength={60_000}
          error={problem || undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" pending={isSending}>
            {t("save")}
          </Button>
          <Button look="quiet" onClick={close}>
            {t("cancel")}
          </Button>
        </div>
      </div>
      <div className="grid content-start gap-2">
        {theirs !== null && (
          <Notice kind="warning" title={t("theirs")}>
            <p lang="zh-CN" className="max-h-72 overflow-y-auto whitespace-pre-wrap break-words">
              {theirs}
            </p>
            <div className="flex flex-wrap gap-3">
              <Button compact onClick={() => setText(`${theirs}\n${text}`)}>
                {t("joinBoth")}
              </Button>
              <Button compact onClick={() => setText(theirs)}>
                {t("takeTheirs")}
              </Button>
            </div>
          </Notice>
        )}
        <h3 className="font-medium">{t("factsSay")}</h3>
        <p lang="zh-CN" className="whitespace-pre-wrap break-words text-muted">
          {entry.facts || t("factsSilent")}
        </p>
        {entry.facts && (
          <Button compact className="justify-self-start" onClick={() => setText(entry.facts)}>
            {t("takeFacts")}
          </Button>
        )}
      </div>
    </form>
  );
}
