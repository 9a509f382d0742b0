import { eq } from "drizzle-orm";
import { z } from "zod";
import { annotations } from "#db/schema/annotations.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { annotationId } from "./annotation-fields.ts";
import { textBlocksOf } from "./text-blocks.ts";
import { annotationFacts } from "./visible-annotations.ts";

/** The paragraph an annotation was made on, as it read then, with the quoted words apart. Whoever sees the annotation may read it. */
export const readOldWording = query({
  at: "GET /api/annotations/:id/wording",
  input: z.strictObject(annotationId),
  output: z.object({ number: z.number(), title: z.string(), before: z.string(), exact: z.string(), after: z.string() }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const [facts] = await annotationFacts(db, viewer, eq(annotations.id, id));
    if (!facts || facts.deletedAt || !can.seeAnnotation(viewer, facts)) throw new Refusal("not-found");
    const [row] = await db
      .select({ annotation: annotations, version: materialVersions })
      .from(annotations)
      .innerJoin(materialVersions, eq(materialVersions.id, annotations.versionId))
      .where(eq(annotations.id, id));
    if (!row) throw new Refusal("not-found");
    const { block, blockStart, blockEnd, exact, lang } = row.annotation;
    const text = textBlocksOf(row.version, lang).find((one) => one.id === block)?.text ?? "";
    const { number, title } = row.version;
    return { number, title, before: text.slice(0, blockStart), exact, after: text.slice(blockEnd) };
  },
});
