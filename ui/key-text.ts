import { letterOf, type ShownBody, shownNumber } from "#domain/papers/presentation.ts";
import type { QuestionKey } from "#domain/questions/question.ts";

/** The interface's words in an answer: 对 and 错, and what stands between two that both do. */
export type AnswerWords = Readonly<{ right: string; wrong: string; or: string }>;

const lettered = (list: readonly string[], place: number): string => `${letterOf(place)}. ${list[place] ?? ""}`;
const ofShare = (text: string, percent: number): string => (percent === 100 ? text : `${text} (${percent} %)`);

function figureText({ value, tolerance, percent }: Extract<QuestionKey, { kind: "numeric" }>["answers"][number]): string {
  return ofShare(tolerance === 0 ? String(value) : `${value} ± ${tolerance}`, percent);
}

function shortLines({ accepted, keywords }: Extract<QuestionKey, { kind: "short" }>, or: string): string[] {
  const whole = accepted.map(({ text, percent }) => ofShare(text, percent)).join(or);
  return [...(whole === "" ? [] : [whole]), ...keywords.map((point) => ofShare(point.words.join(or), point.percent))];
}

/** The right answer in lines, with the letters the question was shown with. One line an option, a blank, an item, a pair or a point. */
export function answerLines(body: ShownBody, key: QuestionKey, words: AnswerWords): string[] {
  if (key.kind === "truefalse") return [key.correct ? words.right : words.wrong];
  if (key.kind === "fill") return key.blanks.map((accepted) => accepted.join(words.or));
  if (key.kind === "numeric") return [key.answers.map(figureText).join(words.or)];
  if (key.kind === "short") return shortLines(key, words.or);
  if (key.kind === "essay") return key.guide === "" ? [] : [key.guide];
  if ("options" in body && "correct" in key) return [key.correct].flat().map((place) => lettered(body.options, place));
  if (key.kind === "ordering" && body.kind === "ordering") return key.order.map((place) => body.items[place] ?? "");
  if (key.kind === "matching" && body.kind === "matching")
    return key.pairs.map((right, left) => `${body.lefts[left] ?? ""} — ${lettered(body.rights, right)}`);
  if (key.kind === "group" && body.kind === "group")
    return body.parts.map((part, at) => `(${shownNumber(at)}) ${keyText(part, key.parts[at] as QuestionKey, words)}`);
  return [];
}

/** The right answer in one line, as a person would say it. */
export function keyText(body: ShownBody, key: QuestionKey, words: AnswerWords): string {
  return answerLines(body, key, words).join(key.kind === "ordering" ? " → " : "；");
}
