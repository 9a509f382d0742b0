import type { ContentMaterial } from "./content-pack.ts";
import type { AuthoredQuestion } from "./content-schemas.ts";

/** How many questions stand in a text that names none (B3: two to four). */
const COUNT = 3;
/** Quick to answer on a phone first; orderings and matchings only where there is nothing else. */
const PREFERRED: readonly AuthoredQuestion["type"][] = ["single", "truefalse", "multiple", "fill", "matching", "ordering"];

export type ChosenCheck = { id: string; after: string };

const placeOf = ({ passage }: AuthoredQuestion): number => Number(passage.slice(1));

/** Whether one question is to be asked rather than another: of a kind not asked yet, of a quick kind, of middling difficulty, the earlier one. */
function compare(one: AuthoredQuestion, other: AuthoredQuestion, asked: readonly AuthoredQuestion[]): number {
  const rank = (question: AuthoredQuestion) => [
    Math.max(0, PREFERRED.indexOf(question.type) - 3),
    asked.filter(({ type }) => type === question.type).length,
    PREFERRED.indexOf(question.type),
    Math.abs(question.difficulty - 2),
    placeOf(question),
  ];
  const [left, right] = [rank(one), rank(other)];
  for (const [at, value] of left.entries()) if (value !== right[at]) return value - (right[at] ?? 0);
  return one.id < other.id ? -1 : 1;
}

/** One question of each third of the text, by the paragraph that answers it. */
function spread({ questions, blocks }: ContentMaterial): AuthoredQuestion[] {
  const asked: AuthoredQuestion[] = [];
  for (let third = 0; third < COUNT; third += 1) {
    const isHere = (question: AuthoredQuestion) => Math.floor(((placeOf(question) - 1) * COUNT) / blocks.length) === third;
    const free = questions.filter((question) => !asked.includes(question));
    const here = free.filter(isHere);
    const [best] = (here.length > 0 ? here : free).toSorted((one, other) => compare(one, other, asked));
    if (best) asked.push(best);
  }
  return asked.toSorted((one, other) => placeOf(one) - placeOf(other) || (one.id < other.id ? -1 : 1));
}

/**
 * The questions that stand in a text of the pack, the same for the same pack: those its front matter names, else one of each third.
 * Each stands after the paragraph that answers it, the last one at the end.
 */
export function chosenChecks(material: ContentMaterial): ChosenCheck[] {
  const named = material.checks?.flatMap((id) => material.questions.filter((question) => question.id === id));
  const asked = named ?? spread(material);
  return asked.map(({ id, passage }, at) => ({ id, after: at === asked.length - 1 ? "" : passage }));
}
