import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { database, type Tx } from "#db/client.ts";
import { annotationAnchors, annotations } from "#db/schema/annotations.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { reAnchor } from "#domain/annotations/re-anchor.ts";
import { type Selectors, selectorsAt } from "#domain/annotations/selectors.ts";
import { type Lang, textBlocksOf, type Wording } from "./text-blocks.ts";
import { type AnchorRow, writeAnchors } from "./write-anchor.ts";

const payloadSchema = z.object({ materialId: z.number(), versionId: z.number() });
export const anchorCounts = z.object({ range: z.number(), position: z.number(), quote: z.number(), orphan: z.number() });
export type AnchorCounts = z.output<typeof anchorCounts>;
const AT_ONCE = 200;

type Annotation = typeof annotations.$inferSelect;

async function wordingsOf(tx: Tx, ids: readonly number[]): Promise<Map<number, Wording>> {
  const { id, body, bodyEn } = materialVersions;
  const rows = await tx
    .select({ id, body, bodyEn })
    .from(materialVersions)
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Where hands last put annotations: from then on that is where they were made. */
async function handsOn(tx: Tx, ids: readonly number[]) {
  const { annotationId, how, anchoredAt } = annotationAnchors;
  const rows = await tx
    .select()
    .from(annotationAnchors)
    .where(and(inArray(annotationId, [...ids]), eq(how, "hand")))
    .orderBy(desc(anchoredAt));
  const latest = new Map<number, (typeof rows)[number]>();
  for (const row of rows) if (!latest.has(row.annotationId)) latest.set(row.annotationId, row);
  return latest;
}

async function anchorSome(tx: Tx, some: readonly Annotation[], wording: Wording, now: Date): Promise<AnchorRow[]> {
  const hands = await handsOn(
    tx,
    some.map(({ id }) => id),
  );
  const old = await wordingsOf(
    tx,
    [...hands.values()].map(({ versionId }) => versionId),
  );
  const blocks = { "zh-CN": textBlocksOf(wording, "zh-CN"), en: textBlocksOf(wording, "en") } as const;
  const selectorsOf = (annotation: Annotation): Selectors => {
    const hand = hands.get(annotation.id);
    const text = hand && old.get(hand.versionId);
    return (hand && text && selectorsAt(textBlocksOf(text, annotation.lang), hand)) || annotation;
  };
  return some.map((annotation) => {
    const found = reAnchor(blocks[annotation.lang satisfies Lang], selectorsOf(annotation));
    const row = { annotationId: annotation.id, versionId: wording.id, anchoredAt: now, anchoredBy: null };
    return found ? { ...row, how: found.how, place: found, score: found.score } : { ...row, how: "none", place: null, score: 0 };
  });
}

/** The job that follows a publication: finds every annotation of the text in the new wording, and counts how. */
export async function reAnchorMaterial(payload: Record<string, unknown>, now: Date): Promise<AnchorCounts> {
  const { materialId, versionId } = payloadSchema.parse(payload);
  return database("judge").transaction(async (tx) => {
    const counts: AnchorCounts = { range: 0, position: 0, quote: 0, orphan: 0 };
    const wording = (await wordingsOf(tx, [versionId])).get(versionId);
    if (!wording) throw new Error(`there is no wording ${versionId}`);
    const all = await tx.select().from(annotations).where(eq(annotations.materialId, materialId));
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const rows = await anchorSome(tx, all.slice(from, from + AT_ONCE), wording, now);
      await writeAnchors(tx, rows);
      for (const { how } of rows) counts[how === "range" || how === "position" || how === "quote" ? how : "orphan"] += 1;
    }
    return counts;
  });
}
