import { letterOf } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import type { PlayItem } from "./attempt-reply.ts";

/** A response in one line of text, as the person would say it. `words` are the interface's 对 and 错. */
export function responseText(body: PlayItem["body"], response: Response, words: { right: string; wrong: string; none: string }): string {
  if (response === null) return words.none;
  if ("truth" in response) return response.truth ? words.right : words.wrong;
  if ("texts" in response) return response.texts.map((text) => text.trim() || "—").join("；");
  if ("order" in response)
    return body.kind === "ordering" ? response.order.map((place) => body.items[place] ?? "").join(" → ") : words.none;
  if ("pairs" in response) return response.pairs.map((right, left) => `${left + 1}–${right === null ? "—" : letterOf(right)}`).join("，");
  const options = body.kind === "single" || body.kind === "multiple" ? body.options : [];
  return response.picks.map((place) => `${letterOf(place)} ${options[place] ?? ""}`).join("；");
}
