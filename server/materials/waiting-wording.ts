import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { paragraphChanges } from "#domain/materials/paragraph-changes.ts";
import type { Member } from "#domain/people/viewer.ts";
import { checksOf } from "./check-fields.ts";
import type { DeskMaterial } from "./find-material.ts";

const FIELDS = ["title", "titleEn", "summary", "summaryEn", "sourceName", "sourceDate", "sourceNote"] as const;
const changeSchema = z.object({ kind: z.enum(["same", "changed", "removed", "added"]), before: z.string(), after: z.string() });

/** The wording that waits for a second person, compared with what members read now. */
export const waitingSchema = z.object({
  number: z.number(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  /** It is the viewer's own: somebody else has to review it. */
  isOwn: z.boolean(),
  mayReview: z.boolean(),
  /** The number it is compared with; null: members read none. */
  against: z.number().nullable(),
  fields: z.array(z.object({ name: z.enum([...FIELDS, "tags", "checks"]), before: z.string(), after: z.string() })),
  body: z.array(changeSchema),
  bodyEn: z.array(changeSchema),
});

type Version = typeof materialVersions.$inferSelect;

async function checkWords(db: Db, version: Version | undefined): Promise<string> {
  const checks = version ? await checksOf(db, version) : [];
  return checks.map(({ questionId, after }) => `#${questionId}${after && ` ${after}`}`).join("、");
}

async function fieldChanges(db: Db, shown: Version | undefined, fresh: Version) {
  const plain = FIELDS.map((name) => ({ name, before: shown?.[name] ?? "", after: fresh[name] }));
  const tags = { name: "tags" as const, before: shown?.tags.join("、") ?? "", after: fresh.tags.join("、") };
  const checks = { name: "checks" as const, before: await checkWords(db, shown), after: await checkWords(db, fresh) };
  return [...plain, tags, checks].filter(({ before, after }) => before !== after);
}

/** What a reviewer has to look at; null when nothing waits. */
export async function findWaiting(db: Db, material: DeskMaterial, viewer: Member): Promise<z.input<typeof waitingSchema> | null> {
  if (material.reviewVersionId === null) return null;
  const find = async (id: number | null) =>
    (
      await db
        .select()
        .from(materialVersions)
        .where(eq(materialVersions.id, id ?? 0))
    )[0];
  const [fresh, shown] = [await find(material.reviewVersionId), await find(material.publishedVersionId)];
  if (!fresh) return null;
  const [author] = await db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, fresh.createdBy ?? 0));
  return {
    number: fresh.number,
    createdBy: author?.name ?? null,
    createdAt: fresh.createdAt,
    isOwn: fresh.createdBy === viewer.personId,
    mayReview: can.reviewMaterial(viewer, { ...material, createdBy: fresh.createdBy }),
    against: shown?.number ?? null,
    fields: await fieldChanges(db, shown, fresh),
    body: paragraphChanges(shown?.body ?? "", fresh.body),
    bodyEn: paragraphChanges(shown?.bodyEn ?? "", fresh.bodyEn),
  };
}
