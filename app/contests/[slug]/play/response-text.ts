import { letterOf, shownNumber } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import type { PlayItem } from "./attempt-reply.ts";

type Words = { right: string; wrong: string; none: string };

/** A response in one line of text, as the person would say it. `words` are the interface's 对 and 错. */
export function responseText(body: PlayItem["body"], response: Response, words: Words): string {
  if (response === null) return words.none;
  if ("truth" in response) return response.truth ? words.right : words.wrong;
  if ("texts" in response) return response.texts.map((text) => text.trim() || "—").join("；");
  if ("text" in response) return response.text.trim();
  if ("order" in response)
    return body.kind === "ordering" ? response.order.map((place) => body.items[place] ?? "").join(" → ") : words.none;
  if ("pairs" in response) return response.pairs.map((right, left) => `${left + 1}–${right === null ? "—" : letterOf(right)}`).join("，");
  if ("parts" in response) {
    const parts = body.kind === "group" ? body.parts : [];
    return parts.map((part, at) => `(${shownNumber(at)}) ${responseText(part, response.parts[at] ?? null, words)}`).join("；");
  }
  const options = "options" in body ? body.options : [];
  return response.picks.map((place) => `${letterOf(place)} ${options[place] ?? ""}`).join("；");
}
