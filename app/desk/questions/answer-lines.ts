import { letterOf, type ShownBody } from "#domain/papers/presentation.ts";
import type { QuestionKey } from "#domain/questions/question.ts";

/** The words an answer needs that are not the question's own. */
export type AnswerWords = Readonly<{ yes: string; no: string; or: string }>;

const lettered = (texts: readonly string[], place: number): string => `${letterOf(place)}. ${texts[place] ?? ""}`;

/** The right answer in lines, with the letters the question was shown with. One line an option, a blank, an item or a pair. */
export function answerLines(body: ShownBody, key: QuestionKey, { yes, no, or }: AnswerWords): string[] {
  if (body.kind === "single" && key.kind === "single") return [lettered(body.options, key.correct)];
  if (body.kind === "multiple" && key.kind === "multiple") return key.correct.map((place) => lettered(body.options, place));
  if (key.kind === "truefalse") return [key.correct ? yes : no];
  if (key.kind === "fill") return key.blanks.map((accepted) => accepted.join(or));
  if (body.kind === "ordering" && key.kind === "ordering") return key.order.map((place) => body.items[place] ?? "");
  if (body.kind === "matching" && key.kind === "matching")
    return key.pairs.map((right, left) => `${body.lefts[left] ?? ""} — ${lettered(body.rights, right)}`);
  return [];
}
