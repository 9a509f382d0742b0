import type { Response } from "#domain/questions/question.ts";
import type { Presentation } from "./presentation.ts";

/** A stored response (author's places) as this person gave it (shown places): the inverse of authoredResponse. */
export function shownResponse(response: Response, presentation: Presentation): Response {
  if (response === null) return null;
  const shown = (place: number) => presentation.indexOf(place);
  if ("picks" in response) return { picks: response.picks.map(shown).sort((a, b) => a - b) };
  if ("order" in response) return { order: response.order.map(shown) };
  if ("pairs" in response) return { pairs: response.pairs.map((right) => (right === null ? null : shown(right))) };
  return response;
}
