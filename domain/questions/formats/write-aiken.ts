import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { letterOf } from "./candidate.ts";
import type { LeftOut, WrittenFile } from "./left-out.ts";
import { leadingLetter } from "./option-lines.ts";

const ANSWER = /^(?:ANSWER|答案|正确答案)\s*[:：]/iu;
/** Aiken has no way of saying that a line is none of its own. */
const isHeld = (text: string) => !text.includes("\n") && leadingLetter(text) === null && !ANSWER.test(text);

/** Whether something of the question besides stem, options and answer is lost. */
function hasDetails({ body, key, explanation, category, difficulty, tags, title, source, worth }: QuestionDraftContent): boolean {
  const marks = ("weights" in key && key.weights) || ("feedback" in key && key.feedback);
  const pins = "options" in body && body.options.some(({ pin }) => pin);
  return Boolean(explanation || category || difficulty || tags.length > 0 || title || source || worth || marks || pins);
}

function blockOf({ body, key }: QuestionDraftContent, answers: boolean): string | LeftOut["code"] {
  if ((body.kind !== "single" && body.kind !== "multiple") || (key.kind !== "single" && key.kind !== "multiple")) return "kind-not-held";
  const texts = [body.stem, ...body.options.map(({ text }) => text)];
  if (!texts.every(isHeld)) return "text-not-held";
  const correct = key.kind === "single" ? [key.correct] : key.correct;
  // One right answer of several possible ones would read again as a single choice.
  if (body.kind === "multiple" && correct.length === 1) return "kind-not-held";
  const options = body.options.map(({ text }, at) => `${letterOf(at)}. ${text}`);
  return [body.stem, ...options, ...(answers ? [`ANSWER: ${correct.map(letterOf).join("")}`] : [])].join("\n");
}

/** An Aiken file with what Aiken can hold: single choices, and multiple ones as this house reads them. `left` lists the rest. */
export function writeAiken(questions: readonly QuestionDraftContent[], answers: boolean): WrittenFile {
  const left: LeftOut[] = [];
  const blocks: string[] = [];
  for (const [at, question] of questions.entries()) {
    const block = blockOf(question, answers);
    if (block === "kind-not-held" || block === "text-not-held") left.push({ at, code: block });
    else {
      blocks.push(block);
      if (question.media.length > 0) left.push({ at, code: "media-left-out" });
      if (hasDetails(question)) left.push({ at, code: "details-left-out" });
    }
  }
  return { bytes: new TextEncoder().encode(`${blocks.join("\n\n")}\n`), left };
}
