import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import type { PartBody, PartKey, QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { writeBlanks } from "./blank-answers.ts";
import { letterOf } from "./candidate.ts";
import { KIND_WORDS } from "./kind-words.ts";
import { type Marking, writeFeedback, writeMarking, writePins } from "./marking-words.ts";
import { writeMatching } from "./pair-answers.ts";
import type { Told } from "./told.ts";
import { writeFigures, writeShort } from "./typed-answers.ts";

type Key<Kind extends QuestionKey["kind"]> = Extract<QuestionKey, { kind: Kind }>;

/** The lists a question shows, one line for each option. */
function linesOf(body: QuestionBody): string[] {
  if ("options" in body) return body.options.map(({ text }) => text);
  if (body.kind === "ordering") return body.items;
  return body.kind === "matching" ? writeMatching(body.lefts, body.rights, []).lines : [];
}

function answerOf(key: PartKey | Key<"essay">): string {
  switch (key.kind) {
    case "single":
      return letterOf(key.correct);
    case "multiple":
    case "indefinite":
      return key.correct.map(letterOf).join("");
    case "truefalse":
      return key.correct ? "正确" : "错误";
    case "fill":
      return writeBlanks(key.blanks);
    case "ordering":
      return key.order.map(letterOf).join("");
    case "matching":
      return writeMatching([], [], key.pairs).answer;
    case "numeric":
      return writeFigures(key.answers);
    case "short":
      return writeShort(key.accepted, key.keywords);
    case "essay":
      return key.guide;
  }
}

/** How it is marked, as far as it is no secret (the unit) and, with the key, the rest. */
function markingOf(body: QuestionBody, key: QuestionKey | null): Marking {
  return {
    ...(body.kind === "numeric" && body.unit !== undefined && { unit: body.unit }),
    ...(key && "weights" in key && key.weights && { weights: key.weights }),
    ...(key?.kind === "fill" && { anyOrder: key.anyOrder, allOrNothing: key.allOrNothing, foldDigits: key.foldDigits, match: key.match }),
    ...(key?.kind === "ordering" && { adjacentPairs: key.adjacentPairs }),
    ...(key?.kind === "short" && { caseSensitive: key.caseSensitive }),
  };
}

function told(body: QuestionBody, key: QuestionKey | null): Told {
  const feedback = key && "feedback" in key ? key.feedback : undefined;
  return {
    kind: KIND_WORDS[body.kind][0] as string,
    stem: body.stem,
    options: linesOf(body),
    answer: key && key.kind !== "group" ? answerOf(key) : "",
    pins: "options" in body ? writePins(body.options.map(({ pin }) => pin)) : "",
    marking: writeMarking(markingOf(body, key)),
    feedback: feedback ? writeFeedback(feedback, body.kind === "truefalse") : "",
  };
}

/** A question in words, which questionOfTold reads again to the same. Without answers nothing in it tells the key. */
export function toldOfQuestion(question: QuestionDraftContent, answers: boolean): Told {
  const { body, key, explanation, category, difficulty, tags, title, source, worth, media } = question;
  const parts =
    body.kind === "group" && key.kind === "group"
      ? body.parts.map((part: PartBody, at) => told(part, answers ? (key.parts[at] as PartKey) : null))
      : undefined;
  return {
    ...told(body, answers ? key : null),
    explanation: answers ? explanation : "",
    // A name may tell the answer, and so may the passage.
    title: answers ? title : "",
    source: answers ? source : "",
    category,
    difficulty: difficulty === null ? "" : String(difficulty),
    tags: tags.join("；"),
    worth: worth === null ? "" : String(worth / 1_000),
    media,
    ...(parts && { parts }),
  };
}
