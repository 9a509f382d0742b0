import type { ChoiceKind, PartBody, PartResponse, QuestionBody, Response } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Presentation, partsOf } from "./presentation.ts";

const misfit = () => new Refusal("answer-shape");

/** The author's place behind each shown place; places that are not on the screen are refused. */
function authored(places: readonly number[], presentation: Presentation): number[] {
  return places.map((place) => {
    const own = presentation[place];
    if (own === undefined) throw misfit();
    return own;
  });
}

/** As `authored`, and no place may come twice. */
function authoredOnce(places: readonly number[], presentation: Presentation): number[] {
  if (new Set(places).size < places.length) throw misfit();
  return authored(places, presentation);
}

function authoredPicks(picks: readonly number[], kind: ChoiceKind, presentation: Presentation): PartResponse {
  if (kind === "single" && picks.length !== 1) throw misfit();
  return picks.length === 0 ? null : { picks: authoredOnce(picks, presentation).sort((a, b) => a - b) };
}

/** Two lefts may be given the same right (there may be fewer rights than lefts); lefts not yet matched are null. */
function authoredPairs(pairs: readonly (number | null)[], lefts: number, presentation: Presentation): PartResponse {
  if (pairs.length > lefts) throw misfit();
  const own = pairs.map((place) => (place === null ? null : (authored([place], presentation)[0] as number)));
  return own.every((place) => place === null) ? null : { pairs: own };
}

const authoredText = (text: string): PartResponse => (text.trim() === "" ? null : { text });

function authoredPart(response: PartResponse, body: PartBody, presentation: Presentation): PartResponse {
  if (response === null) return null;
  if ((body.kind === "single" || body.kind === "multiple" || body.kind === "indefinite") && "picks" in response)
    return authoredPicks(response.picks, body.kind, presentation);
  if (body.kind === "truefalse" && "truth" in response) return { truth: response.truth };
  if (body.kind === "fill" && "texts" in response) {
    if (response.texts.length > body.blanks) throw misfit();
    return response.texts.every((text) => text.trim() === "") ? null : { texts: response.texts };
  }
  if (body.kind === "ordering" && "order" in response) {
    return response.order.length === 0 ? null : { order: authoredOnce(response.order, presentation) };
  }
  if (body.kind === "matching" && "pairs" in response) return authoredPairs(response.pairs, body.lefts.length, presentation);
  if ((body.kind === "numeric" || body.kind === "short") && "text" in response) return authoredText(response.text);
  throw misfit();
}

/**
 * A response with the author's places instead of the shown ones, as marking wants it; an answer with nothing in it becomes null.
 * Half-done orderings, matchings, fills and groups pass, so that saving while working loses nothing.
 * Throws the refusal `answer-shape` for a response that cannot belong to this question.
 */
export function authoredResponse(response: Response, body: QuestionBody, presentation: Presentation): Response {
  if (response === null) return null;
  if (body.kind === "essay") {
    if (!("text" in response)) throw misfit();
    return authoredText(response.text);
  }
  if (body.kind !== "group") {
    if ("parts" in response) throw misfit();
    return authoredPart(response, body, presentation);
  }
  if (!("parts" in response) || response.parts.length > body.parts.length) throw misfit();
  const own = partsOf(body, presentation);
  const parts = body.parts.map((part, at) => authoredPart(response.parts[at] ?? null, part, own[at] ?? []));
  return parts.every((part) => part === null) ? null : { parts };
}
