import type { Tx } from "#db/client.ts";
import { chaptersOf } from "#domain/groups/chapters-of.ts";
import type { Member } from "#domain/people/viewer.ts";
import { blocksOf } from "#server/materials/blocks-of.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { fieldRefusal } from "#server/verb.ts";
import { typedSection } from "./plan-fields.ts";

export type DraftSection = Readonly<{ title: string; materialId: number | null; fromBlock: string; toBlock: string; pages: string }>;
type Wishes = Readonly<{ materials: readonly string[]; byChapters: boolean; sections: readonly string[] }>;

/** What is read, in order: the texts, by their chapters or whole, then what was typed. Only texts that the planner may read. */
export async function draftSections(tx: Tx, { materials, byChapters, sections }: Wishes, viewer: Member): Promise<DraftSection[]> {
  const drafted: DraftSection[] = [];
  for (const slug of materials) {
    const found = await findReadable(tx, slug, viewer);
    if (!found) throw fieldRefusal("materials", "no-such-material");
    const { materialId, version } = found;
    const chapters = byChapters ? chaptersOf(version.title, blocksOf(version)) : [{ title: version.title, fromBlock: "", toBlock: "" }];
    const named = chapters.length > 1 ? chapters.map((one) => ({ ...one, title: `${version.title}：${one.title}` })) : chapters;
    drafted.push(...named.map((one) => ({ ...one, title: one.title.slice(0, 200), materialId, pages: "" })));
  }
  return [...drafted, ...sections.map((line) => ({ ...typedSection(line), materialId: null, fromBlock: "", toBlock: "" }))];
}
