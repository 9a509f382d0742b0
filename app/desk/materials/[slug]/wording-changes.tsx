import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { marksBetween } from "#app/desk/materials/editor/marks-between.ts";
import { Badge } from "#ui/badge.tsx";

export type ParagraphChange = Readonly<{ kind: "same" | "changed" | "removed" | "added"; before: string; after: string }>;
type Field = Readonly<{ name: string; before: string; after: string }>;

const TONES = { changed: "amber", removed: "plain", added: "pine" } as const;

/** One text with what went struck through and what came marked. */
function Both({ before, after }: { before: string; after: string }): ReactNode {
  return marksBetween(before, after).map(({ text, only }, at) => {
    const key = `${at} ${text.slice(0, 8)}`;
    if (only === null) return <span key={key}>{text}</span>;
    return only === "before" ? (
      <del key={key} className="bg-seal-wash text-seal">
        {text}
      </del>
    ) : (
      <ins key={key} className="bg-pine-wash text-pine no-underline">
        {text}
      </ins>
    );
  });
}

/** Runs of paragraphs that stayed are told as one. */
function folded(changes: readonly ParagraphChange[]): (ParagraphChange | number)[] {
  const result: (ParagraphChange | number)[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (change.kind !== "same") result.push(change);
    else if (typeof last === "number") result[result.length - 1] = last + 1;
    else result.push(1);
  }
  return result;
}

function Paragraphs({ changes, lang }: { changes: readonly ParagraphChange[]; lang: string }): ReactNode {
  const t = useTranslations("materialDesk");
  return (
    <ol className="grid gap-3">
      {folded(changes).map((change, at) =>
        typeof change === "number" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes while it is shown
          <li key={at} className="text-muted text-sm">
            {t("sameParagraphs", { count: change })}
          </li>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes while it is shown
          <li key={at} className="grid gap-1 rounded-md border border-line bg-raised px-4 py-3">
            <span>
              <Badge tone={TONES[change.kind as keyof typeof TONES]}>{t(`paragraphs.${change.kind}`)}</Badge>
            </span>
            <p lang={lang} className="whitespace-pre-line break-words">
              <Both before={change.before} after={change.after} />
            </p>
          </li>
        ),
      )}
    </ol>
  );
}

/** What a new wording changes of the one members read, field by field and paragraph by paragraph. */
export function WordingChanges({
  fields,
  body,
  bodyEn,
}: {
  fields: readonly Field[];
  body: readonly ParagraphChange[];
  bodyEn: readonly ParagraphChange[];
}): ReactNode {
  const t = useTranslations("materialDesk");
  const isSame = (changes: readonly ParagraphChange[]) => changes.every(({ kind }) => kind === "same");
  return (
    <div className="grid gap-5">
      {fields.length > 0 && (
        <dl className="grid gap-3">
          {fields.map(({ name, before, after }) => (
            <div key={name} className="grid gap-1">
              <dt className="text-muted text-sm">{t(`fields.${name}` as "fields.title")}</dt>
              <dd lang={name.endsWith("En") ? "en" : "zh-CN"} className="break-words">
                <Both before={before} after={after} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isSame(body) ? <p className="text-muted">{t("textUnchanged")}</p> : <Paragraphs changes={body} lang="zh-CN" />}
      {!isSame(bodyEn) && (
        <div className="grid gap-3">
          <h3 className="font-medium">{t("fields.bodyEn")}</h3>
          <Paragraphs changes={bodyEn} lang="en" />
        </div>
      )}
    </div>
  );
}
