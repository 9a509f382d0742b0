import { ask, tryAsk } from "#app/_http/ask.ts";
import type { FieldProblem } from "#server/parse-input.ts";
import { searchDesk } from "#server/search/search-desk.ts";
import type { Hit } from "#server/search/search-fields.ts";
import { searchStudy } from "#server/search/search-study.ts";

export const KINDS = ["material", "programme", "item", "meeting", "question", "person"] as const;
export type Kind = (typeof KINDS)[number];
export type Group = Readonly<{ kind: Kind; count: number; isCapped: boolean; hits: readonly Hit[] }>;
export type FoundFor = Readonly<{
  /** What is wrong with the typed text, when nothing was looked for. */
  problem?: FieldProblem;
  terms: readonly string[];
  groups: readonly Group[];
  page: number;
}>;

export type Sought = Readonly<{ q: string; kind: Kind | undefined; page: string | undefined; lang: string }>;

/** What the viewer finds: what everybody may look through, and what an office adds to it. */
export async function foundFor({ q, kind, page, lang }: Sought): Promise<FoundFor> {
  const isDesk = kind === "question" || kind === "person";
  const [study, desk] = await Promise.all([
    tryAsk(searchStudy, { q, lang, ...(kind && !isDesk && { kind, page }) }),
    tryAsk(searchDesk, { q, lang, ...(isDesk && { kind, page }) }),
  ]);
  if (!study.ok) {
    const problem = study.fields.find(({ path }) => path === "q");
    if (problem) return { problem, terms: [], groups: [], page: 1 };
    await ask(searchStudy, { q, kind, page, lang }); // sign-in, or no such page
    throw new Error(`${searchStudy.at} refused: ${study.code}`);
  }
  const ofOffice = desk.ok ? desk.value : { groups: [], page: 1 };
  const { terms, groups } = study.value;
  return { terms, groups: [...groups, ...ofOffice.groups], page: isDesk ? ofOffice.page : study.value.page };
}
