import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { annotationAnchors } from "#db/schema/annotations.ts";
import type { Place } from "#domain/annotations/selectors.ts";

export type AnchorRow = Readonly<{
  annotationId: number;
  versionId: number;
  how: "made" | "range" | "position" | "quote" | "hand" | "none";
  /** Null: it stands nowhere. */
  place: Place | null;
  /** 0–1000. */
  score: number;
  anchoredAt: Date;
  anchoredBy: number | null;
}>;

const AS_SAID = {
  state: sql`excluded.state`,
  how: sql`excluded.how`,
  block: sql`excluded.block`,
  blockStart: sql`excluded.block_start`,
  blockEnd: sql`excluded.block_end`,
  textStart: sql`excluded.text_start`,
  textEnd: sql`excluded.text_end`,
  score: sql`excluded.score`,
  anchoredAt: sql`excluded.anchored_at`,
  anchoredBy: sql`excluded.anchored_by`,
};

/** Takes down where annotations stand in a wording; saying it again changes nothing, and what a hand did is left to hands. */
export async function writeAnchors(tx: Tx, rows: readonly AnchorRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ place, ...row }) => ({
    ...row,
    state: place ? ("anchored" as const) : ("orphan" as const),
    ...(place && {
      block: place.block,
      blockStart: place.blockStart,
      blockEnd: place.blockEnd,
      textStart: place.textStart,
      textEnd: place.textEnd,
    }),
  }));
  await tx
    .insert(annotationAnchors)
    .values(values)
    .onConflictDoUpdate({
      target: [annotationAnchors.annotationId, annotationAnchors.versionId],
      set: AS_SAID,
      setWhere: sql`excluded.how = 'hand' or annotation_anchors.how not in ('made', 'hand')`,
    });
}
