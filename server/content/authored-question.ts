import { chanceOf, shuffled } from "#domain/chance.ts";
import { type QuestionBody, type QuestionKey, questionKeySchema } from "#domain/questions/question.ts";
import type { AuthoredQuestion } from "./content-schemas.ts";

type Converted = { body: QuestionBody; key: QuestionKey };
type Choice = Extract<AuthoredQuestion, { type: "single" | "multiple" }>;

const placeOf = (letter: string) => letter.charCodeAt(0) - 65;

/** The places of a list in an order that differs from theirs, the same for the same name. A list of one or none stays. */
function mixedPlaces(count: number, name: string): number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  for (let round = 0; ; round += 1) {
    const mixed = shuffled(places, chanceOf(`${name}/${round}`));
    if (count < 2 || mixed.some((place, at) => place !== at)) return mixed;
  }
}

function optionsOf({ options, pin }: Choice) {
  const last = options.length - 1;
  return options.map((text, place) => (pin && place === last ? { text, pin } : { text }));
}

function orderingOf(stem: string, authored: readonly string[], ref: string): Converted {
  const stored = mixedPlaces(authored.length, ref);
  return {
    body: { kind: "ordering", stem, items: stored.map((place) => authored[place] as string) },
    key: questionKeySchema.parse({ kind: "ordering", order: authored.map((_, place) => stored.indexOf(place)) }),
  };
}

function matchingOf(stem: string, pairs: readonly (readonly [string, string])[], extra: readonly string[], ref: string): Converted {
  const rights = [...pairs.map(([, right]) => right), ...extra];
  const stored = mixedPlaces(rights.length, ref);
  return {
    body: { kind: "matching", stem, lefts: pairs.map(([left]) => left), rights: stored.map((place) => rights[place] as string) },
    key: questionKeySchema.parse({ kind: "matching", pairs: pairs.map((_, place) => stored.indexOf(place)) }),
  };
}

/**
 * An authored question as the bank keeps it, its key apart. Files write an ordering in the right order and a matching pair by pair;
 * the stored lists are mixed by `ref`, so that the order of a row tells nothing about its key.
 */
export function convertedOf(question: AuthoredQuestion, ref: string): Converted {
  const { stem } = question;
  switch (question.type) {
    case "single":
      return { body: { kind: "single", stem, options: optionsOf(question) }, key: { kind: "single", correct: placeOf(question.answer) } };
    case "multiple":
      return {
        body: { kind: "multiple", stem, options: optionsOf(question) },
        key: { kind: "multiple", correct: [...question.answer].map(placeOf) },
      };
    case "truefalse":
      return { body: { kind: "truefalse", stem }, key: { kind: "truefalse", correct: question.answer } };
    case "fill":
      return {
        body: { kind: "fill", stem, blanks: question.answer.length },
        key: questionKeySchema.parse({ kind: "fill", blanks: question.answer }),
      };
    case "ordering":
      return orderingOf(stem, question.items, ref);
    case "matching":
      return matchingOf(stem, question.pairs, question.extra ?? [], ref);
  }
}
