import type { Block } from "#server/materials/hast-schema.ts";

/** What an editor has typed of a text. */
export type MaterialDraft = Readonly<{
  title: string;
  titleEn: string;
  collection: string;
  tags: string;
  summary: string;
  summaryEn: string;
  sourceName: string;
  sourceDate: string;
  sourceNote: string;
  body: string;
}>;

/** A wording that was saved before. */
type Written = Readonly<Omit<MaterialDraft, "tags" | "collection">> & Readonly<{ tags: readonly string[] }>;

/** The newest wording of a text, to be changed. */
export function draftOfVersion(collection: string, latest: Written): MaterialDraft {
  const { title, titleEn, summary, summaryEn, sourceName, sourceDate, sourceNote, body } = latest;
  return { title, titleEn, collection, tags: latest.tags.join("、"), summary, summaryEn, sourceName, sourceDate, sourceNote, body };
}

/** One thing the cleaner did. */
export type TextChange = Readonly<{ kind: string; before: string; after: string; line: number; count: number }>;

/** What the cleaner made of a raw text. */
export type Proposal = Readonly<{
  title: string;
  markdown: string;
  meta: Readonly<{ source?: string; author?: string; date?: string }>;
  changes: readonly TextChange[];
  marked: number;
  blocks: readonly Block[];
  same: Readonly<{ slug: string; title: string }> | null;
}>;

const MOST_TITLE = 120;

/** A proposal as a first draft; `authorNote` is how a known author is named. */
export function draftOfProposal({ title, markdown, meta }: Proposal, authorNote: string): MaterialDraft {
  const empty = { titleEn: "", collection: "", tags: "", summary: "", summaryEn: "" };
  const source = { sourceName: meta.source ?? "", sourceDate: meta.date ?? "", sourceNote: meta.author ? authorNote : "" };
  return { ...empty, ...source, title: [...title].slice(0, MOST_TITLE).join(""), body: markdown };
}
