export type Segment<B, C> = { blocks: B[]; checks: { check: C; number: number }[] };

/** A text cut where questions stand: each piece with the questions after it, numbered in reading order. Those without a place stand at the end. */
export function segmentsOf<B extends { id: string }, C extends { after: string }>(
  blocks: readonly B[],
  checks: readonly C[],
): Segment<B, C>[] {
  const segments: Segment<B, C>[] = [];
  let number = 0;
  let piece: B[] = [];
  const close = (here: readonly C[]): void => {
    segments.push({ blocks: piece, checks: here.map((check) => ({ check, number: ++number })) });
    piece = [];
  };
  for (const block of blocks) {
    piece.push(block);
    const here = checks.filter(({ after }) => after === block.id);
    if (here.length > 0) close(here);
  }
  const rest = checks.filter(({ after }) => !blocks.some(({ id }) => id === after));
  if (piece.length > 0 || rest.length > 0) close(rest);
  return segments;
}
