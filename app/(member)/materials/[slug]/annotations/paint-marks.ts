import type { Annotation, Kind } from "./annotation.ts";
import { rangeOf } from "./block-text.ts";

const KINDS: readonly Kind[] = ["highlight", "note", "question"];
type Placed = Readonly<{ id: number; kind: Kind; range: Range }>;

const canPaint = (): boolean => typeof CSS !== "undefined" && "highlights" in CSS;

/** Where the annotations that still have a place stand on the page. */
export const placedOf = (items: readonly Annotation[]): Placed[] =>
  items.flatMap(({ id, kind, place, deleted }) => {
    const range = place && !deleted ? rangeOf(place) : null;
    return range ? [{ id, kind, range }] : [];
  });

/**
 * Draws marks over the text without touching it (CSS Custom Highlight API), one of them stronger. Where a browser cannot, the numbers
 * beside the paragraphs stand alone.
 */
export function paintMarks(placed: readonly Placed[], chosen: number | null): void {
  if (!canPaint()) return;
  const paint = (name: string, marks: readonly Placed[]) =>
    CSS.highlights.set(`zx-${name}`, new Highlight(...marks.map(({ range }) => range)));
  for (const kind of KINDS)
    paint(
      kind,
      placed.filter((mark) => mark.kind === kind),
    );
  paint(
    "chosen",
    placed.filter(({ id }) => id === chosen),
  );
}

export function wipeMarks(): void {
  if (canPaint()) for (const name of [...KINDS, "chosen"]) CSS.highlights.delete(`zx-${name}`);
}

/** The annotation whose words were pressed. */
export function annotationAt(placed: readonly Placed[], { clientX, clientY }: MouseEvent): number | null {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  if (!caret) return null;
  return placed.find(({ range }) => range.isPointInRange(caret.offsetNode, caret.offset))?.id ?? null;
}
