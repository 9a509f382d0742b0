import type { Response } from "#domain/questions/question.ts";
import { picked } from "#ui/responses.ts";
import type { PlayItem } from "./attempt-reply.ts";

/** The response after the option at `place` was chosen by its key; null for questions that are not answered by choosing. */
export function pickedByKey(body: PlayItem["body"], response: Response, place: number): Response {
  if (body.kind === "truefalse") return { truth: place === 0 };
  return body.kind === "single" || body.kind === "multiple" ? picked(body.kind, response, place) : null;
}
