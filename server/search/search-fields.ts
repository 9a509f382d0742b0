import { z } from "zod";
import { blankable } from "#server/input-schemas.ts";

/** Hits on a page, and of each kind where all kinds stand together. */
export const PAGE_SIZE = 20;
export const FEW = 5;

const LONGEST = 100;

/** What is looked for, as typed: any characters a text can hold. What nothing can be looked for with is an empty answer, not a refusal. */
export const soughtSchema = z
  .string()
  .max(LONGEST)
  .refine((text) => text.isWellFormed() && !text.includes("\u0000"), { message: "characters" })
  .default("");

export const languageSchema = blankable(z.enum(["zh-CN", "en"]));

const marked = z.object({
  text: z.string(),
  /** Where the terms stand: from and to, in UTF-16 units. */
  marks: z.array(z.tuple([z.number(), z.number()])),
});

/** One hit as it is shown. `ref` is its address among its kind, `about` what it belongs to. */
export const hitSchema = z.object({
  ref: z.string(),
  lang: z.enum(["zh-CN", "en"]),
  title: marked,
  snippet: marked,
  /** Where in the text the snippet stands ("p7"); empty: nowhere in particular. */
  place: z.string(),
  about: z.string(),
  at: z.date().nullable(),
});
export type Hit = z.output<typeof hitSchema>;

/** The hits of each kind: `count` of all that are visible to the viewer, 200 at most, `isCapped` when there are more. */
export const groupsOf = <K extends readonly [string, ...string[]]>(kinds: K) =>
  z.object({
    /** What was understood of the typed text; empty: nothing of it can be looked for. */
    terms: z.array(z.string()),
    groups: z.array(z.object({ kind: z.enum(kinds), count: z.number(), isCapped: z.boolean(), hits: z.array(hitSchema) })),
    page: z.number(),
    pages: z.number(),
  });

/** The part of a group that is asked for: a page of the wanted kind, a few of each when none is wanted, else only its count. */
export function shownPart<T>(hits: readonly T[], kind: string, wanted: string | undefined, page: number): T[] {
  if (wanted === undefined) return hits.slice(0, FEW);
  return wanted === kind ? hits.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) : [];
}

/** How many pages the wanted kind has. */
export const pagesOf = (groups: readonly { kind: string; count: number }[], wanted: string | undefined): number =>
  Math.max(1, Math.ceil((groups.find(({ kind }) => kind === wanted)?.count ?? 0) / PAGE_SIZE));
