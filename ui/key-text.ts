import { letterOf, type ShownBody } from "#domain/papers/presentation.ts";
import type { QuestionKey } from "#domain/questions/question.ts";

/** The right answer in one line, as a person would say it. `words` are the interface's 对 and 错, and what stands between two that both do. */
export function keyText(body: ShownBody, key: QuestionKey, words: { right: string; wrong: string; or: string }): string {
  const named = (list: readonly string[], place: number) => `${letterOf(place)}. ${list[place] ?? ""}`;
  if (key.kind === "truefalse") return key.correct ? words.right : words.wrong;
  if (key.kind === "fill") return key.blanks.map((accepted) => accepted.join(words.or)).join("；");
  if (key.kind === "single" && body.kind === "single") return named(body.options, key.correct);
  if (key.kind === "multiple" && body.kind === "multiple") return key.correct.map((place) => named(body.options, place)).join("；");
  if (key.kind === "ordering" && body.kind === "ordering") return key.order.map((place) => body.items[place] ?? "").join(" → ");
  if (key.kind === "matching" && body.kind === "matching")
    return key.pairs.map((right, left) => `${body.lefts[left] ?? ""} — ${body.rights[right] ?? ""}`).join("；");
  return "";
}
