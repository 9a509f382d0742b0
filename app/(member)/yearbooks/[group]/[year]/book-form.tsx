"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { AreaField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";

type Part = Readonly<{ key: string; title: string; author: string | null }>;
type Props = { path: string; title: string; preface: string; revision: number; parts: readonly Part[]; others: readonly Part[] };

/** Title, preface, and what stands in the book in which order. */
export function BookForm(props: Props): ReactNode {
  const [t, refusals] = [useTranslations("yearbooks"), useTranslations("refusals")];
  const router = useRouter();
  const [title, setTitle] = useState(props.title);
  const [preface, setPreface] = useState(props.preface);
  const [chosen, setChosen] = useState(props.parts);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const left = [...props.parts, ...props.others].filter(({ key }) => !chosen.some((part) => part.key === key));
  const move = (at: number, by: number) => {
    const next = [...chosen];
    const [part] = next.splice(at, 1);
    if (part) next.splice(at + by, 0, part);
    setChosen(next);
  };

  async function save(): Promise<void> {
    if (isSending) return;
    setSending(true);
    const said = await post(props.path, { title, preface, revision: props.revision, parts: chosen.map(({ key }) => key) });
    setSending(false);
    if (said.ok) router.refresh();
    setProblem(said.ok ? "" : refusals.has(said.code) ? refusals(said.code, said.params) : t("refused"));
  }

  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Section title={t("contents")}>
        <p className="text-muted">{t("contentsLead")}</p>
        {chosen.length === 0 && <p className="text-muted">{t("nothing")}</p>}
        <ol className="grid gap-1">
          {chosen.map((part, at) => (
            <li key={part.key} className="flex items-center gap-2 border-line border-b">
              <span lang="zh-CN" className="min-w-0 flex-1 break-words">
                {part.author ? `${part.title}　${part.author}` : part.title}
              </span>
              <Button look="quiet" compact disabled={at === 0} aria-label={t("up", { title: part.title })} onClick={() => move(at, -1)}>
                <ArrowUp aria-hidden className="size-4" />
              </Button>
              <Button
                look="quiet"
                compact
                disabled={at === chosen.length - 1}
                aria-label={t("down", { title: part.title })}
                onClick={() => move(at, 1)}
              >
                <ArrowDown aria-hidden className="size-4" />
              </Button>
              <Button look="quiet" compact onClick={() => setChosen(chosen.filter(({ key }) => key !== part.key))}>
                {t("leaveOut")}
              </Button>
            </li>
          ))}
        </ol>
        {left.length > 0 && (
          <>
            <h3 className="font-medium">{t("leftOut")}</h3>
            <ul className="grid gap-1">
              {left.map((part) => (
                <li key={part.key} className="flex items-center gap-2">
                  <span lang="zh-CN" className="min-w-0 flex-1 break-words">
                    {part.title}
                  </span>
                  <Button look="quiet" compact onClick={() => setChosen([...chosen, part])}>
                    {t("takeIn")}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      <TextField label={t("bookTitle")} value={title} maxLength={60} required onChange={(event) => setTitle(event.currentTarget.value)} />
      <AreaField
        label={t("preface")}
        value={preface}
        rows={6}
        maxLength={20_000}
        optional
        onChange={(event) => setPreface(event.currentTarget.value)}
      />
      {problem && <Notice kind="error">{problem}</Notice>}
      <Button type="submit" pending={isSending} className="justify-self-start">
        {t("save")}
      </Button>
    </form>
  );
}
