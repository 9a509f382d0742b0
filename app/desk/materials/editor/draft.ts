import type { Block } from "#server/materials/hast-schema.ts";

/** A question that stands after a block of the text, known by its words too; "" is the end. */
export type Check = Readonly<{ questionId: number; after: string; words?: string | undefined }>;

/** What an editor has typed of a text. */
export type MaterialDraft = Readonly<{
  title: string;
  titleEn: string;
  collection: string;
  tags: string;
  /** "" is everybody. */
  branchId: string;
  audienceTags: string;
  summary: string;
  summaryEn: string;
  sourceName: string;
  sourceDate: string;
  sourceNote: string;
  body: string;
  bodyEn: string;
  checks: readonly Check[];
}>;

/** The parts of it that are typed into one field. */
export type TypedField = Exclude<keyof MaterialDraft, "checks">;

type Placed = "tags" | "collection" | "branchId" | "audienceTags" | "checks";
type Written = Readonly<{
  branchId: number | null;
  collection: string;
  audienceTags: readonly string[];
  checks: readonly Check[];
  latest: Readonly<Omit<MaterialDraft, Placed>> & Readonly<{ tags: readonly string[] }>;
}>;

/** The newest wording of a text, to be changed. */
export function draftOfVersion({ branchId, collection, audienceTags, checks, latest }: Written): MaterialDraft {
  const { title, titleEn, summary, summaryEn, sourceName, sourceDate, sourceNote, body, bodyEn } = latest;
  const place = { collection, branchId: String(branchId ?? ""), audienceTags: audienceTags.join("、"), tags: latest.tags.join("、") };
  return { title, titleEn, summary, summaryEn, sourceName, sourceDate, sourceNote, body, bodyEn, checks, ...place };
}

/** One thing the cleaner did. */
export type TextChange = Readonly<{ kind: string; before: string; after: string; line: number; count: number }>;
/** Something a document holds and the library does not take. */
export type LeftOut = Readonly<{ kind: "picture" | "script" | "embedded" | "form" | "comment" | "header"; what: string; count: number }>;
export type ImportedPicture = Readonly<{ name: string; contentType: string; data: string }>;

/** What the cleaner made of a raw text. */
export type Proposal = Readonly<{
  title: string;
  markdown: string;
  meta: Readonly<{ source?: string; author?: string; date?: string }>;
  changes: readonly TextChange[];
  lines: readonly Readonly<{ line: number; text: string }>[];
  marked: number;
  blocks: readonly Block[];
  original: Readonly<{ text: string; form: "text" | "markdown"; title: string; out: readonly number[] }>;
  left: readonly LeftOut[];
  pictures: readonly ImportedPicture[];
  same: Readonly<{ slug: string; title: string }> | null;
}>;

const MOST_TITLE = 120;
const EMPTY = { titleEn: "", collection: "", tags: "", branchId: "", audienceTags: "", summary: "", summaryEn: "", bodyEn: "", checks: [] };

/** A proposal as a first draft; `authorNote` is how a known author is named. */
export function draftOfProposal({ title, markdown, meta }: Proposal, authorNote: string): MaterialDraft {
  const source = { sourceName: meta.source ?? "", sourceDate: meta.date ?? "", sourceNote: meta.author ? authorNote : "" };
  return { ...EMPTY, ...source, title: [...title].slice(0, MOST_TITLE).join(""), body: markdown };
}
