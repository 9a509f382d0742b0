import { fromSolid, solidOf } from "#domain/annotations/solid-offsets.ts";
import type { Stretch } from "./annotation.ts";

/** The longest quotation a verb takes. */
const LONGEST = 2_000;

export const findText = (): HTMLElement | null => document.getElementById("text");
export const findBlock = (block: string): HTMLElement | null =>
  findText()?.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`) ?? null;
export const listBlocks = (): HTMLElement[] => [...(findText()?.querySelectorAll<HTMLElement>("[data-block]") ?? [])];

/** The words of a node as the server knows them: a picture is its description. */
function wordsOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLImageElement) return node.alt;
  return [...node.childNodes].map(wordsOf).join("");
}

function solidBefore(block: HTMLElement, container: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(container, offset);
  return solidOf(wordsOf(range.cloneContents())).length;
}

/** The stretch between two counts of solid characters; null when there is nothing there or too much. */
function stretchIn(block: HTMLElement, start: number, end: number): Stretch | null {
  const words = wordsOf(block);
  const found = fromSolid(words, start, end);
  const exact = found ? words.slice(found.start, found.end) : "";
  return exact === "" || exact.length > LONGEST ? null : { block: block.dataset["block"] ?? "", start, end, exact };
}

/** A whole paragraph, or its beginning when it is longer than a quotation may be. */
export const stretchOfBlock = (block: HTMLElement): Stretch | null =>
  stretchIn(block, 0, solidOf(wordsOf(block).trim().slice(0, LONGEST)).length);

/** What is selected in the text, cut to the first paragraph of it. */
export function stretchOfSelection(): Stretch | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const whole = document.createRange();
  for (const block of listBlocks()) {
    if (!range.intersectsNode(block)) continue;
    whole.selectNodeContents(block);
    const isStartInside = range.compareBoundaryPoints(Range.START_TO_START, whole) >= 0;
    const isEndInside = range.compareBoundaryPoints(Range.END_TO_END, whole) <= 0;
    const start = isStartInside ? solidBefore(block, range.startContainer, range.startOffset) : 0;
    const end = isEndInside ? solidBefore(block, range.endContainer, range.endOffset) : solidOf(wordsOf(block)).length;
    const stretch = stretchIn(block, start, end);
    if (stretch) return stretch;
  }
  return null;
}

/** The place of a stretch on the page; null when the page has other words. */
export function rangeOf({ block: id, start, end }: Pick<Stretch, "block" | "start" | "end">): Range | null {
  const block = findBlock(id);
  if (!block) return null;
  const range = document.createRange();
  let solid = 0;
  let hasStart = false;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLImageElement) solid += solidOf(node.alt).length;
    if (!(node instanceof Text)) continue;
    for (let at = 0; at < node.data.length; at += 1) {
      if (/\s/u.test(node.data[at] as string)) continue;
      if (!hasStart && solid >= start) {
        range.setStart(node, at);
        hasStart = true;
      }
      solid += 1;
      if (hasStart && solid >= end) {
        range.setEnd(node, at + 1);
        return range;
      }
    }
  }
  return null;
}
