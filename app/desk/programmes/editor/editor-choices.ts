import { ask } from "#app/_http/ask.ts";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { listProgrammesDesk } from "#server/programmes/list-programmes-desk.ts";
import type { Choices } from "./programme-editor.tsx";

type Named = readonly Readonly<{ kind: string; slug: string; title: string }>[];

/** What the editor offers to choose from: branches, categories of the bank, programmes that may come first. */
export async function editorChoices(names: Named = [], own = ""): Promise<Choices> {
  const [choices, { items }] = await Promise.all([wizardChoices(), ask(listProgrammesDesk, {})]);
  return {
    ...choices,
    programmes: items.filter(({ kind, state }) => kind !== "template" && state !== "cancelled").map(({ slug, title }) => ({ slug, title })),
    names: Object.fromEntries(names.map(({ kind, slug, title }) => [`${kind}:${slug}`, title])),
    own,
  };
}
