import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { renderBlocks } from "#server/materials/render-markdown.ts";
import { indexText, unindexText } from "./index-text.ts";
import { passagesOf } from "./passages-of.ts";

const tagLine = (tags: readonly string[]) => ({ place: "tags", text: tags.join("、") });

/** Brings the search to what members read of a text now: its published wording, or nothing. In the transaction that changed it. */
export async function indexMaterial(tx: Tx, id: number): Promise<void> {
  const [version] = await tx
    .select({
      edition: materialVersions.id,
      title: materialVersions.title,
      titleEn: materialVersions.titleEn,
      summary: materialVersions.summary,
      summaryEn: materialVersions.summaryEn,
      body: materialVersions.body,
      bodyEn: materialVersions.bodyEn,
      tags: materialVersions.tags,
    })
    .from(materials)
    .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .where(and(eq(materials.id, id), isNull(materials.archivedAt)));
  const subject = { kind: "material" as const, subjectIds: [id] };
  if (!version) return unindexText(tx, subject);
  const { edition, title, titleEn, summary, summaryEn, body, bodyEn, tags } = version;
  const zh = [{ place: "", text: summary }, ...passagesOf(renderBlocks(body)), tagLine(tags)];
  await indexText(tx, { kind: "material", subjectId: id, lang: "zh-CN", edition, title, body: zh });
  if (titleEn === "" && bodyEn === "") return unindexText(tx, { ...subject, but: ["zh-CN"] });
  const en = [{ place: "", text: summaryEn }, ...passagesOf(bodyEn === "" ? [] : renderBlocks(bodyEn))];
  await indexText(tx, { kind: "material", subjectId: id, lang: "en", edition, title: titleEn || title, body: en });
}
