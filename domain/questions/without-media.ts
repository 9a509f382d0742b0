import type { QuestionBody } from "./question.ts";

/** The wording without its pictures and sounds, which are files of one question and of no other. */
export function withoutMedia({ media: _media, ...body }: QuestionBody): QuestionBody {
  if (body.kind !== "group") return body;
  return { ...body, parts: body.parts.map(({ media: _ofPart, ...part }) => part) };
}
