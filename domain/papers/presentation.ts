// Above 150 lines: showing a body, a key and a place are one another's mirror and change together.
import { chanceOf, shuffled } from "#domain/chance.ts";
import type { ChoiceKind, Medium, PartBody, PartKey, QuestionBody, QuestionKey } from "#domain/questions/question.ts";

/**
 * How one person sees one question: `presentation[shown place]` is the author's place, for the options of a choice, the items of
 * an ordering or the rights of a matching. Empty for kinds that have nothing to shuffle; of a group one after the other.
 */
export type Presentation = readonly number[];

type Media = { readonly media?: readonly Medium[] | undefined };

/** What the browser gets of a question that may stand in a group, lists in shown order. Neither pins nor author's places are in it. */
export type ShownPart = Media &
  (
    | { readonly kind: ChoiceKind; readonly stem: string; readonly options: readonly string[] }
    | { readonly kind: "truefalse" | "short"; readonly stem: string }
    | { readonly kind: "fill"; readonly stem: string; readonly blanks: number }
    | { readonly kind: "numeric"; readonly stem: string; readonly unit?: string | undefined }
    | { readonly kind: "ordering"; readonly stem: string; readonly items: readonly string[] }
    | { readonly kind: "matching"; readonly stem: string; readonly lefts: readonly string[]; readonly rights: readonly string[] }
  );

/** What the browser gets of any question. */
export type ShownBody =
  | ShownPart
  | (Media & { readonly kind: "essay"; readonly stem: string })
  | (Media & { readonly kind: "group"; readonly stem: string; readonly parts: readonly ShownPart[] });

type Option = Extract<QuestionBody, { kind: "single" }>["options"][number];

const placesOf = (list: readonly unknown[]) => [...list.keys()];

/** Fixed options keep their place, "first" and "last" go to the ends in the author's order, the rest is shuffled between. */
function optionPlaces(options: readonly Option[], seed: string): number[] {
  const pinned = (pin: Option["pin"]) => placesOf(options).filter((place) => options[place]?.pin === pin);
  const queue = [...pinned("first"), ...shuffled(pinned(undefined), chanceOf(seed)), ...pinned("last")];
  return options.map((option, place) => (option.pin === "fixed" ? place : (queue.shift() as number)));
}

/** The list of a question that is shown in an order of its own. */
function movable(body: QuestionBody): readonly unknown[] {
  switch (body.kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return body.options;
    case "ordering":
      return body.items;
    case "matching":
      return body.rights;
    case "truefalse":
    case "fill":
    case "numeric":
    case "short":
    case "essay":
      return [];
    case "group":
      return body.parts.flatMap(movable);
  }
}

/** The presentations of a group's parts, cut out of the group's. */
export function partsOf(body: Extract<QuestionBody, { kind: "group" }>, presentation: Presentation): Presentation[] {
  let from = 0;
  return body.parts.map((part) => {
    const own = presentation.slice(from, from + movable(part).length);
    from += own.length;
    return own;
  });
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
    case "indefinite":
      return shuffle ? optionPlaces(body.options, own) : placesOf(body.options);
    case "ordering":
    case "matching":
      return shuffled(placesOf(movable(body)), chanceOf(own));
    case "group":
      return body.parts.flatMap((part, at) => presentationOf(part, own, at, shuffle));
    default:
      return [];
  }
}

function shownPart(body: PartBody, presentation: Presentation): ShownPart {
  const { stem } = body;
  const seen = body.media ? { media: body.media } : {};
  const inShownOrder = (texts: readonly string[]) => presentation.map((place) => texts[place] as string);
  switch (body.kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return { kind: body.kind, stem, options: inShownOrder(body.options.map((option) => option.text)), ...seen };
    case "truefalse":
    case "short":
      return { kind: body.kind, stem, ...seen };
    case "fill":
      return { kind: body.kind, stem, blanks: body.blanks, ...seen };
    case "numeric":
      return { kind: body.kind, stem, ...(body.unit && { unit: body.unit }), ...seen };
    case "ordering":
      return { kind: body.kind, stem, items: inShownOrder(body.items), ...seen };
    case "matching":
      return { kind: body.kind, stem, lefts: body.lefts, rights: inShownOrder(body.rights), ...seen };
  }
}

/** The part of a question that a browser may have, listed field by field. */
export function shownBody(body: QuestionBody, presentation: Presentation): ShownBody {
  const seen = body.media ? { media: body.media } : {};
  if (body.kind === "essay") return { kind: body.kind, stem: body.stem, ...seen };
  if (body.kind !== "group") return shownPart(body, presentation);
  const own = partsOf(body, presentation);
  return { kind: body.kind, stem: body.stem, parts: body.parts.map((part, at) => shownPart(part, own[at] ?? [])), ...seen };
}

/** One list of an author's, by the options as they are shown. */
const inShown = <T>(list: readonly T[] | undefined, presentation: Presentation): T[] | undefined =>
  list && presentation.map((place) => list[place] as T);

function shownPartKey(key: PartKey, presentation: Presentation): PartKey {
  const shownPlace = (place: number) => presentation.indexOf(place);
  switch (key.kind) {
    case "single":
    case "multiple":
    case "indefinite": {
      const [weights, feedback] = [inShown(key.weights, presentation), inShown(key.feedback, presentation)];
      const own = { ...(weights && { weights }), ...(feedback && { feedback }) };
      return key.kind === "single"
        ? { ...key, ...own, correct: shownPlace(key.correct) }
        : { ...key, ...own, correct: key.correct.map(shownPlace).sort((a, b) => a - b) };
    }
    case "ordering":
      return { ...key, order: key.order.map(shownPlace) };
    case "matching":
      return { ...key, pairs: key.pairs.map(shownPlace) };
    default:
      return key;
  }
}

/** The key with shown places, for the review after the keys are revealed. `body` is the author's. */
export function shownKey(key: QuestionKey, presentation: Presentation, body: QuestionBody): QuestionKey {
  if (key.kind === "essay") return key;
  if (key.kind !== "group" || body.kind !== "group") return shownPartKey(key as PartKey, presentation);
  const own = partsOf(body, presentation);
  return { ...key, parts: key.parts.map((part, at) => shownPartKey(part, own[at] ?? [])) };
}

/** The letter of a shown option: 0 is A. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** The number of a shown item, right-hand side or question: 0 is 1. */
export const shownNumber = (place: number): number => place + 1;
