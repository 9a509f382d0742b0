import { CHOICE_KINDS, type ChoiceKind, type QuestionBody, type Response } from "#domain/questions/question.ts";
import { picked } from "./responses.ts";

type Kind = QuestionBody["kind"];

/** Whether options of a list are chosen: then a letter names one of them. */
export const isChoice = (kind: Kind): kind is ChoiceKind => (CHOICE_KINDS as readonly Kind[]).includes(kind);

/** The response after the option at `place` was chosen by its key; null for questions that are not answered by choosing. */
export function pickedByKey(kind: Kind, response: Response, place: number): Response {
  if (kind === "truefalse") return { truth: place === 0 };
  return isChoice(kind) ? picked(kind, response, place) : null;
}
