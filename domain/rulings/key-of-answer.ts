import type { PartBody, PartKey, PartResponse, QuestionBody, QuestionKey, Response } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";

const incomplete = () => new Refusal("ruling-answer-incomplete");

function partKeyOf(body: PartBody, key: PartKey, response: PartResponse): PartKey {
  if (response === null) throw incomplete();
  if (key.kind === "single" && "picks" in response) {
    const { weights: _weights, ...rest } = key;
    return { ...rest, correct: response.picks[0] ?? 0 };
  }
  if ((key.kind === "multiple" || key.kind === "indefinite") && "picks" in response) {
    const { weights: _weights, ...rest } = key;
    return { ...rest, correct: response.picks };
  }
  if (key.kind === "truefalse" && "truth" in response) return { ...key, correct: response.truth };
  if (key.kind === "fill" && "texts" in response) {
    const texts = key.blanks.map((_, at) => response.texts[at]?.trim() ?? "");
    if (texts.some((text) => text === "")) throw incomplete();
    return { ...key, blanks: texts.map((text) => [text]) };
  }
  if (key.kind === "ordering" && "order" in response && body.kind === "ordering") {
    if (response.order.length < body.items.length) throw incomplete();
    return { ...key, order: response.order };
  }
  if (key.kind === "matching" && "pairs" in response && body.kind === "matching") {
    const pairs = body.lefts.map((_, left) => response.pairs[left] ?? null);
    if (pairs.some((place) => place === null)) throw incomplete();
    return { ...key, pairs: pairs as number[] };
  }
  if (key.kind === "numeric" && "text" in response) {
    const value = Number(response.text.normalize("NFKC").trim());
    if (!Number.isFinite(value)) throw incomplete();
    return { ...key, answers: [{ value, tolerance: key.answers[0]?.tolerance ?? 0, percent: 100 }] };
  }
  if (key.kind === "short" && "text" in response) return { ...key, accepted: [{ text: response.text.trim(), percent: 100 }], keywords: [] };
  throw incomplete();
}

/**
 * The key of which a given answer (by the author's places) is the right one: whoever proposes a ruling answers the question as it should
 * have been. How answers are compared stays as the author chose. Refuses half an answer, and essays, which people mark.
 */
export function keyOfAnswer(body: QuestionBody, key: QuestionKey, response: Response): QuestionKey {
  if (response === null || key.kind === "essay") throw incomplete();
  if (key.kind !== "group") return partKeyOf(body as PartBody, key, response as PartResponse);
  if (body.kind !== "group" || !("parts" in response)) throw incomplete();
  return {
    kind: "group",
    parts: key.parts.map((part, at) => partKeyOf(body.parts[at] as PartBody, part, response.parts[at] ?? null)),
  };
}
