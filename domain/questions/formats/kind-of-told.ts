import type { QuestionKind } from "#domain/questions/question.ts";
import { lettersOf, truthOf } from "./choice-answer.ts";
import { kindOfWord } from "./kind-words.ts";
import { readMatching, readPairs } from "./pair-answers.ts";
import { showsBlank } from "./stem-blanks.ts";
import type { Told } from "./told.ts";
import { readFigures, readShort } from "./typed-answers.ts";

const filled = (told: Told) => told.options.filter((option) => option.trim() !== "");

function choiceOf(answer: string, options: readonly string[]): QuestionKind {
  const whole = options.some((option) => option.trim() === answer.trim());
  const several = (lettersOf(answer)?.length ?? 1) > 1 || (lettersOf(answer) === null && !whole && /[;；、|\n,，]/u.test(answer));
  return several ? "multiple" : "single";
}

/** The kind by what the answer looks like. */
function guessed(told: Told): QuestionKind {
  const answer = told.answer ?? "";
  const stem = told.stem ?? "";
  const options = filled(told);
  if (told.parts) return "group";
  if (options.length > 0) {
    const pairs = readMatching(options);
    return pairs && (pairs.pairs !== null || readPairs(answer, pairs.lefts.length)) ? "matching" : choiceOf(answer, options);
  }
  if (truthOf(answer) !== null) return "truefalse";
  if (showsBlank(stem)) return "fill";
  if (readFigures(answer)) return "numeric";
  return readShort(answer) ? "short" : "essay";
}

/** The kind of a question: as it says, else by its answer. Null for a word nobody knows. */
export function kindOfTold(told: Told): QuestionKind | null {
  const word = told.kind?.trim() ?? "";
  if (word === "") return guessed(told);
  const kind = kindOfWord(word);
  return kind === "choice" ? choiceOf(told.answer ?? "", filled(told)) : kind;
}
