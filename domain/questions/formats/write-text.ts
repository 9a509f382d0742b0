import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { letterOf } from "./candidate.ts";
import type { LeftOut, WrittenFile } from "./left-out.ts";
import { escapeText } from "./text-marks.ts";
import { FIELD_NAMES, TOLD_FIELDS, type Told } from "./told.ts";
import { toldOfQuestion } from "./told-of-question.ts";

const MARKED = TOLD_FIELDS.filter((field) => field !== "stem");

const linesOf = (told: Told): string[] => [
  ...told.options.map((text, at) => `${letterOf(at)}. ${escapeText(text, true)}`),
  ...MARKED.flatMap((field) => (told[field] ? [`【${FIELD_NAMES[field]}】${escapeText(told[field])}`] : [])),
];

function written(told: Told, number: number): string {
  const parts = (told.parts ?? []).flatMap((part) => [`【小题】${escapeText(part.stem ?? "")}`, ...linesOf(part)]);
  return [`${number}. ${escapeText(told.stem ?? "")}`, ...linesOf(told), ...parts].join("\n");
}

/** A text that people read and print, and that reads again to the same questions. With a BOM, so that Windows knows it. */
export function writeText(questions: readonly QuestionDraftContent[], answers: boolean): WrittenFile {
  const left: LeftOut[] = questions.flatMap(({ media }, at) => (media.length > 0 ? [{ at, code: "media-left-out" as const }] : []));
  const texts = questions.map((question, at) => written(toldOfQuestion(question, answers), at + 1));
  return { bytes: new TextEncoder().encode(`\uFEFF${texts.join("\n\n")}\n`), left };
}
