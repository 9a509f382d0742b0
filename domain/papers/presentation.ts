import { chanceOf, shuffled } from "#domain/chance.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";

/**
 * How one person sees one question: `presentation[shown place]` is the author's place, for the options of a choice, the items of
 * an ordering or the rights of a matching. Empty for kinds that have nothing to shuffle.
 */
export type Presentation = readonly number[];

/** What the browser gets of a question, lists in shown order. Neither pins nor author's places are in it. */
export type ShownBody =
  | { readonly kind: "single" | "multiple"; readonly stem: string; readonly options: readonly string[] }
  | { readonly kind: "truefalse"; readonly stem: string }
  | { readonly kind: "fill"; readonly stem: string; readonly blanks: number }
  | { readonly kind: "ordering"; readonly stem: string; readonly items: readonly string[] }
  | { readonly kind: "matching"; readonly stem: string; readonly lefts: readonly string[]; readonly rights: readonly string[] };

type Option = Extract<QuestionBody, { kind: "single" }>["options"][number];

const placesOf = (list: readonly unknown[]) => [...list.keys()];

/** Fixed options keep their place, "first" and "last" go to the ends in the author's order, the rest is shuffled between. */
function optionPlaces(options: readonly Option[], seed: string): number[] {
  const pinned = (pin: Option["pin"]) => placesOf(options).filter((place) => options[place]?.pin === pin);
  const queue = [...pinned("first"), ...shuffled(pinned(undefined), chanceOf(seed)), ...pinned("last")];
  return options.map((option, place) => (option.pin === "fixed" ? place : (queue.shift() as number)));
}

/**
 * The presentation of the question in `slot`, always the same for the same seed. `shuffle` speaks of options alone: ordering and
 * matching are always shuffled, for the author's order is their key. (The right order may come up: never showing it would tell something too.)
 */
export function presentationOf(body: QuestionBody, seed: string, slot: number, shuffle: boolean): Presentation {
  const own = `${seed}/${slot}`;
  switch (body.kind) {
    case "single":
    case "multiple":
      return shuffle ? optionPlaces(body.options, own) : placesOf(body.options);
    case "ordering":
      return shuffled(placesOf(body.items), chanceOf(own));
    case "matching":
      return shuffled(placesOf(body.rights), chanceOf(own));
    case "truefalse":
    case "fill":
      return [];
  }
}

/** The part of a question that a browser may have, listed field by field. */
export function shownBody(body: QuestionBody, presentation: Presentation): ShownBody {
  const { kind, stem } = body;
  const inShownOrder = (texts: readonly string[]) => presentation.map((place) => texts[place] as string);
  switch (kind) {
    case "single":
    case "multiple":
      return { kind, stem, options: inShownOrder(body.options.map((option) => option.text)) };
    case "truefalse":
      return { kind, stem };
    case "fill":
      return { kind, stem, blanks: body.blanks };
    case "ordering":
      return { kind, stem, items: inShownOrder(body.items) };
    case "matching":
      return { kind, stem, lefts: body.lefts, rights: inShownOrder(body.rights) };
  }
}

/** The key with shown places, for the review after the keys are revealed. */
export function shownKey(key: QuestionKey, presentation: Presentation): QuestionKey {
  const shownPlace = (place: number) => presentation.indexOf(place);
  switch (key.kind) {
    case "single":
      return { ...key, correct: shownPlace(key.correct) };
    case "multiple":
      return { ...key, correct: key.correct.map(shownPlace).sort((a, b) => a - b) };
    case "ordering":
      return { ...key, order: key.order.map(shownPlace) };
    case "matching":
      return { ...key, pairs: key.pairs.map(shownPlace) };
    case "truefalse":
    case "fill":
      return key;
  }
}

/** The letter of a shown option: 0 is A. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** The number of a shown item, right-hand side or question: 0 is 1. */
export const shownNumber = (place: number): number => place + 1;
