import type { PartResponse, QuestionBody, Response } from "#domain/questions/question.ts";
import { type Presentation, partsOf } from "./presentation.ts";

function shownPart(response: PartResponse, presentation: Presentation): PartResponse {
  if (response === null) return null;
  const shown = (place: number) => presentation.indexOf(place);
  if ("picks" in response) return { picks: response.picks.map(shown).sort((a, b) => a - b) };
  if ("order" in response) return { order: response.order.map(shown) };
  if ("pairs" in response) return { pairs: response.pairs.map((right) => (right === null ? null : shown(right))) };
  return response;
}

/** A stored response (author's places) as this person gave it (shown places): the inverse of authoredResponse. */
export function shownResponse(response: Response, presentation: Presentation, body: QuestionBody): Response {
  if (response === null || !("parts" in response)) return shownPart(response, presentation);
  const own = body.kind === "group" ? partsOf(body, presentation) : [];
  return { parts: response.parts.map((part, at) => shownPart(part, own[at] ?? [])) };
}
