import type { ChoiceKind, QuestionBody, Response } from "#domain/questions/question.ts";
import { picked } from "./responses.ts";

type Kind = QuestionBody["kind"];

// Said again rather than read from the domain, whose schemas would come to the phone with it.
const CHOICES: Readonly<Record<ChoiceKind, true>> = { single: true, multiple: true, indefinite: true };

/** Whether options of a list are chosen: then a letter names one of them. */
export const isChoice = (kind: Kind): kind is ChoiceKind => kind in CHOICES;

/** The response after the option at `place` was chosen by its key; null for questions that are not answered by choosing. */
export function pickedByKey(kind: Kind, response: Response, place: number): Response {
  if (kind === "truefalse") return { truth: place === 0 };
  return isChoice(kind) ? picked(kind, response, place) : null;
}
