"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { ReadingText } from "#app/desk/materials/reading-text.tsx";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { Block } from "#server/materials/hast-schema.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { BodyField, showInText } from "./body-field.tsx";
import { ChangeList } from "./change-list.tsx";
import type { MaterialDraft, TextChange } from "./draft.ts";
import { MetaFields } from "./meta-fields.tsx";
import { useBlocks } from "./use-blocks.ts";
import { type Edited, useMaterialEditor } from "./use-material-editor.ts";

type Props = Readonly<{
  start: MaterialDraft;
  /** `start.body` as members would read it. */
  startBlocks: readonly Block[];
  edited: Edited | null;
  collections: readonly string[];
  /** What the cleaner did, for a text that has just come in. */
  changes?: readonly TextChange[];
  /** Where leaving leads, or what it does. */
  leave: string | (() => void);
}>;

/** A text and what belongs to it, with the list of what was cleaned and the page as members will read it. */
export function MaterialEditor({ start, startBlocks, edited, collections, changes, leave }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const form = useRef<HTMLFormElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { draft, set, refused, standing, saving, save } = useMaterialEditor(start, edited);
  const { at, whole } = useRefusedWords(standing);
  const blocks = useBlocks(draft.body, { body: start.body, blocks: startBlocks });
  useEffect(() => {
    if (!refused) return;
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid], [role=alert]");
    if (first?.matches("[aria-invalid]")) first.focus();
    first?.scrollIntoView({ block: "center" });
  }, [refused]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save("draft");
  };
  const part = { draft, set, at };
  const other =
    refused?.code === "already-in-library" ? refused.params["slug"] : refused?.code === "material-changed" ? edited?.slug : undefined;
  return (
    <div className="grid items-start gap-10 xl:grid-cols-2">
      <form ref={form} noValidate onSubmit={submit} aria-label={t("form")} className="grid gap-8">
        {changes && (
          <Section
            title={t("changes")}
            aside={<span className="tabular">{t("places", { count: changes.reduce((sum, { count }) => sum + count, 0) })}</span>}
          >
            <ChangeList changes={changes} show={(words) => showInText(body.current, words)} />
          </Section>
        )}
        <Section title={t("about")}>
          <MetaFields {...part} collections={collections} />
        </Section>
        <Section title={t("text")}>
          <BodyField {...part} frame={body} />
        </Section>
        <div className="grid gap-4 border-line border-t pt-6">
          {whole && (
            <Notice kind="error">
              {whole}
              {other !== undefined && (
                <Link
                  href={`/desk/materials/${other}`}
                  target="_blank"
                  className="ms-2 inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {t("seeOther")}
                </Link>
              )}
            </Notice>
          )}
          <div className="flex flex-wrap items-center gap-3 max-sm:*:grow">
            <Button look="primary" pending={saving === "submit"} onClick={() => void save("submit")}>
              {t("saveAndSubmit")}
            </Button>
            <Button type="submit" pending={saving === "draft"}>
              {t(edited ? "saveVersion" : "saveDraft")}
            </Button>
            {typeof leave === "string" ? (
              <LinkButton href={leave} look="quiet">
                {t("leave")}
              </LinkButton>
            ) : (
              <Button look="quiet" onClick={leave}>
                {t("startOver")}
              </Button>
            )}
          </div>
        </div>
      </form>
      <section
        aria-labelledby="reading-preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from a keyboard
        tabIndex={0}
        className="grid content-start gap-4 rounded-md border border-line bg-paper p-5 sm:p-6 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto"
      >
        <h2 id="reading-preview" className="text-muted text-sm">
          {t("asMembers")}
        </h2>
        <p lang="zh-CN" className="font-bold font-display text-2xl leading-tight">
          {draft.title}
        </p>
        <ReadingText blocks={blocks} />
      </section>
    </div>
  );
}
