import { ask } from "#app/_http/ask.ts";
import { openBranches } from "#app/desk/materials/open-branches.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { listMaterials } from "#server/materials/list-materials.ts";
import { listMaterialsDesk } from "#server/materials/list-materials-desk.ts";
import { listCategories } from "#server/questions/list-categories.ts";
import type { MaterialOption } from "./passage-part.tsx";

const MOST_PAGES = 20;

/** Every text an author may point at: those on the desk and those open to read, by title. */
async function listTexts(): Promise<MaterialOption[]> {
  const titles = new Map<string, string>();
  for (const verb of [listMaterialsDesk, listMaterials]) {
    for (let page = 1, pages = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
      const list = await ask<{ items: readonly MaterialOption[]; pages: number }>(verb, { page });
      pages = list.pages;
      for (const { slug, title } of list.items) titles.set(slug, title);
    }
  }
  return [...titles].map(([slug, title]) => ({ slug, title })).sort((a, b) => a.title.localeCompare(b.title, "zh-CN"));
}

/** What the editor offers to choose from. */
export async function editorChoices() {
  const [{ categories }, materials, { branches }] = await Promise.all([ask(listCategories), listTexts(), ask(listBranches)]);
  return {
    categories: categories.map(({ category }) => category).filter((category) => category !== ""),
    materials,
    branches: openBranches(branches),
  };
}
