"use client";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useRef, useState } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { ImportFindings } from "./import-findings.tsx";
import { type ImportKind, type ImportRefusal, type ImportReply, sendImport } from "./import-reply.ts";

/** The file chosen, what a dry run found in it, and the real run of the very same bytes: the page keeps them in between. */
export function ImportDesk({ kind }: { kind: ImportKind }): ReactNode {
  const t = useTranslations("importDesk");
  const [file, setFile] = useState<File | null>(null);
  const [reply, setReply] = useState<ImportReply | null>(null);
  const [refusal, setRefusal] = useState<ImportRefusal | null>(null);
  const [running, setRunning] = useState<"try" | "commit" | null>(null);
  // Counts the files chosen: what was found in one says nothing about the next.
  const turn = useRef(0);

  async function keep(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = event.currentTarget.files?.[0];
    turn.current += 1;
    const mine = turn.current;
    setReply(null);
    setRefusal(null);
    setRunning(null);
    setFile(null);
    // A copy: the file on the disk may be changed, or be somebody else's, before the real run.
    const copy = chosen ? new File([await chosen.arrayBuffer()], chosen.name) : null;
    if (mine === turn.current) setFile(copy);
  }

  async function run(dryRun: boolean): Promise<void> {
    if (running) return;
    if (!file) return setRefusal({ refused: "", params: {} });
    setRunning(dryRun ? "try" : "commit");
    const mine = turn.current;
    const answer = await sendImport(kind, file, dryRun);
    if (mine !== turn.current) return;
    setRunning(null);
    setReply("refused" in answer ? null : answer);
    setRefusal("refused" in answer ? answer : null);
  }

  function startAgain(): void {
    setReply(null);
    setFile(null);
  }

  if (reply?.committed) return <Done kind={kind} reply={reply} onAgain={startAgain} />;
  const isReady = reply !== null && reply.counts.problems === 0 && reply.total > reply.counts.same;
  return (
    <>
      <Section title={t("step2")}>
        <FileField label={t("file")} hint={t("fileHint")} accept=".xlsx,.csv" onChange={keep} disabled={running === "commit"} />
        <p className="text-muted text-sm">{t("tryLead")}</p>
        {refusal && <Refused refusal={refusal} />}
        <Button
          look={isReady ? "secondary" : "primary"}
          pending={running === "try"}
          onClick={() => run(true)}
          className="justify-self-start"
        >
          {t(running === "try" ? "trying" : "try")}
        </Button>
      </Section>
      {reply && (
        <Section title={t("step3")}>
          <ImportFindings kind={kind} reply={reply} />
          {isReady && (
            <Button look="primary" pending={running === "commit"} onClick={() => run(false)} className="justify-self-start max-sm:w-full">
              {t(running === "commit" ? "committing" : "commit")}
            </Button>
          )}
        </Section>
      )}
    </>
  );
}

/** Why the file was not even read; without a code, because none was chosen. */
function Refused({ refusal: { refused, params } }: { refusal: ImportRefusal }): ReactNode {
  const t = useTranslations("importDesk");
  const tRefusals = useTranslations("refusals");
  if (refused === "") return <Notice kind="error">{t("noFile")}</Notice>;
  return <Notice kind="error">{tRefusals.has(refused) ? tRefusals(refused, { ...params }) : tRefusals("other", { code: refused })}</Notice>;
}

function Done({ kind, reply, onAgain }: { kind: ImportKind; reply: ImportReply; onAgain: () => void }): ReactNode {
  const t = useTranslations("importDesk");
  return (
    <div role="status" className="grid gap-4">
      <Notice kind="success">{t("done", { adds: reply.counts.adds, changes: reply.counts.changes, moves: reply.counts.moves })}</Notice>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`/desk/${kind}`} look="primary">
          {t(`${kind}.list`)}
        </LinkButton>
        <Button onClick={onAgain}>{t("again")}</Button>
      </div>
    </div>
  );
}
