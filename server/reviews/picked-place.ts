import type { QuestionBody, Response } from "#domain/questions/question.ts";

/** What a plain form means that names one chosen place: of a single choice, or 0 for 对 and 1 for 错. Null for anything else. */
export function pickedPlace({ kind }: Pick<QuestionBody, "kind">, place: number | undefined): Response {
  if (place === undefined) return null;
  if (kind === "truefalse") return { truth: place === 0 };
  return kind === "single" ? { picks: [place] } : null;
}
