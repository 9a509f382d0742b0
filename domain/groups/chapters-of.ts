/** A heading or a paragraph of a text, as its reader sees it. */
export type TextBlock = Readonly<{ id: string; kind: "heading" | "block"; depth: number; text: string }>;
/** A stretch of a text, from its first to its last paragraph; both empty: the whole of it. */
export type Chapter = Readonly<{ title: string; fromBlock: string; toBlock: string }>;

/** The level at which a text falls into parts: the highest with two headings or more that have words below them. */
function levelOf(blocks: readonly TextBlock[]): number | undefined {
  const levels = blocks.filter(({ kind }) => kind === "heading").map(({ depth }) => depth);
  return [1, 2, 3, 4, 5, 6].find((level) => levels.filter((depth) => depth === level).length > 1);
}

/**
 * The chapters of a text by its own headings. What stands before the first heading goes with the first chapter; a heading without a
 * paragraph below it makes none. A text without chapters is one section, whole.
 */
export function chaptersOf(title: string, blocks: readonly TextBlock[]): Chapter[] {
  const level = levelOf(blocks);
  const chapters: { title: string; fromBlock: string; toBlock: string }[] = [];
  let heading = "";
  let before = "";
  let isNew = false;
  for (const { id, kind, depth, text } of blocks) {
    if (kind === "heading") {
      if (depth === level) [heading, isNew] = [text, true];
      continue;
    }
    const last = chapters.at(-1);
    if (heading === "") before ||= id;
    else if (isNew || !last) chapters.push({ title: heading, fromBlock: before || id, toBlock: id });
    else last.toBlock = id;
    if (heading !== "") [isNew, before] = [false, ""];
  }
  return chapters.length > 1 ? chapters : [{ title, fromBlock: "", toBlock: "" }];
}

/** The blocks of a stretch, headings between and directly before it included. */
export function stretchOf(blocks: readonly TextBlock[], { fromBlock, toBlock }: Pick<Chapter, "fromBlock" | "toBlock">): TextBlock[] {
  const from = blocks.findIndex(({ id }) => id === fromBlock);
  const to = blocks.findIndex(({ id }) => id === toBlock);
  if (from < 0 || to < from) return [...blocks];
  let first = from;
  while (blocks[first - 1]?.kind === "heading") first -= 1;
  return blocks.slice(first, to + 1);
}
