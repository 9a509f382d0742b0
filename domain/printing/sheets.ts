/** What a printed sheet is made of, in order; the same for Word, PDF and HTML. */
export type SheetBlock =
  | Readonly<{ kind: "title" | "byline" | "heading" | "text" | "plain"; text: string }>
  | Readonly<{
      kind: "table";
      /** Widths of the columns as parts of the whole: they add up to 1. */
      shares: readonly number[];
      header: readonly string[] | null;
      rows: readonly (readonly string[])[];
    }>;

/** One piece of a book, from a new page on; its title stands in the contents. */
export type SheetPart = Readonly<{ title: string; blocks: readonly SheetBlock[] }>;

export type Cover = Readonly<{ title: string; subtitle: string; lines: readonly string[] }>;

/** What frames the parts; without a cover it is a plain document of one part and has no contents either. */
export type BookFrame = Readonly<{
  title: string;
  language: string;
  cover: Cover | null;
  contentsTitle: string;
}>;

export const EDITIONS = ["docx", "pdf", "html"] as const;
export type Edition = (typeof EDITIONS)[number];

/** Letters, digits and Chinese characters of a part, as texts count them. */
export function partCharacters({ blocks }: SheetPart): number {
  const texts = blocks.flatMap((block) => (block.kind === "table" ? [...(block.header ?? []), ...block.rows.flat()] : [block.text]));
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

/** A4 in points with the official layout: 22 lines of 28 characters, size three (16 pt), lines 28 pt apart. */
export const PAGE = { width: 595.28, height: 841.89, left: 73.64, top: 104.9, columnWidth: 448, columnHeight: 616 } as const;

export type TextLook = Readonly<{ size: number; pitch: number; isBold: boolean; isCentred: boolean; indent: number }>;

/** How each kind of block is set. */
export const LOOKS: Readonly<Record<Exclude<SheetBlock["kind"], "table">, TextLook>> = {
  title: { size: 22, pitch: 56, isBold: true, isCentred: true, indent: 0 },
  byline: { size: 14, pitch: 28, isBold: false, isCentred: true, indent: 0 },
  heading: { size: 16, pitch: 28, isBold: true, isCentred: false, indent: 0 },
  text: { size: 16, pitch: 28, isBold: false, isCentred: false, indent: 2 },
  plain: { size: 16, pitch: 28, isBold: false, isCentred: false, indent: 0 },
};
export const CELL = { size: 12, pitch: 20, padding: 4 } as const;
