import type { EmbeddedMedium, QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { encodeEntities } from "./entities.ts";
import type { WrittenFile } from "./left-out.ts";
import { base64OfBytes } from "./medium-bytes.ts";
import { moodleOfQuestion } from "./moodle-of-question.ts";
import type { MoodleAnswer, MoodleQuestion } from "./moodle-question.ts";
import { writeRemark } from "./remark.ts";

/** Signs that no XML may hold. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const encoded = (text: string) => encodeEntities(text.replaceAll(UNWRITABLE, ""));
const element = (name: string, text: string, more = "") => `<${name} format="plain_text"><text>${encoded(text)}</text>${more}</${name}>`;

/** Pictures and sounds stand below the text, which is HTML then. */
function shown(media: readonly EmbeddedMedium[], text: string): string {
  if (media.length === 0) return element("questiontext", text);
  const html = `<p>${encoded(text).replaceAll("\n", "<br>")}</p>${media
    .map(({ type, name, alt }) => {
      const src = `@@PLUGINFILE@@/${encodeURIComponent(name)}`;
      return type === "image" ? `<img src="${src}" alt="${encoded(alt)}">` : `<audio src="${src}"></audio>`;
    })
    .join("")}`;
  const files = media.map(({ name, bytes }) => `<file name="${encoded(name)}" encoding="base64">${base64OfBytes(bytes)}</file>`).join("");
  return `<questiontext format="html"><text>${encoded(html)}</text>${files}</questiontext>`;
}

function answerOf({ text, percent, feedback, tolerance }: MoodleAnswer): string {
  const around = tolerance === undefined ? "" : `<tolerance>${tolerance}</tolerance>`;
  return `<answer fraction="${percent}" format="plain_text"><text>${encoded(text)}</text>${around}${element("feedback", feedback)}</answer>`;
}

const anythingElse = (feedback: string): MoodleAnswer[] => (feedback === "" ? [] : [{ text: "*", percent: 0, feedback, tolerance: 0 }]);
const withoutTolerance = ({ text, percent, feedback }: MoodleAnswer): MoodleAnswer => ({ text, percent, feedback });

function bodyOf({ type, answers, pairs, single, isFixed, wrongFeedback, caseSensitive, remark }: MoodleQuestion): string[] {
  switch (type) {
    case "multichoice":
      return [
        `<single>${single}</single><shuffleanswers>${!isFixed}</shuffleanswers><answernumbering>ABCD</answernumbering>`,
        ...answers.map(answerOf),
      ];
    case "truefalse":
      return answers.map(answerOf);
    case "shortanswer":
      return [
        `<usecase>${caseSensitive ? 1 : 0}</usecase>`,
        ...[...answers, ...anythingElse(wrongFeedback).map(withoutTolerance)].map(answerOf),
      ];
    case "numerical": {
      const unit = remark.unit
        ? [`<units><unit><multiplier>1</multiplier><unit_name>${encoded(remark.unit)}</unit_name></unit></units>`]
        : [];
      return [...[...answers, ...anythingElse(wrongFeedback)].map(answerOf), ...unit];
    }
    case "matching":
      return pairs.map(([left, right]) => element("subquestion", left, `<answer><text>${encoded(right)}</text></answer>`));
    case "ordering":
      return [
        "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><gradingtype>ABSOLUTE_POSITION</gradingtype>",
        ...answers.map(answerOf),
      ];
    case "essay":
      return remark.guide === undefined ? [] : [element("graderinfo", remark.guide)];
    case "description":
      return [];
  }
}

function written(question: MoodleQuestion): string {
  const { type, name, text, general, tags, media, remark } = question;
  const said = writeRemark(remark);
  const tagged = tags.map((tag) => `<tag><text>${encoded(tag)}</text></tag>`).join("");
  const lines = [
    ...(said === null ? [] : [`<!-- ${said} -->`]),
    ...(name === "" ? [] : [`<name><text>${encoded(name)}</text></name>`]),
    shown(media, text),
    element("generalfeedback", general),
    `<defaultgrade>${(remark.worth ?? 1_000) / 1_000}</defaultgrade>`,
    ...bodyOf(question),
    ...(tagged === "" ? [] : [`<tags>${tagged}</tags>`]),
  ];
  return `  <question type="${type}">\n${lines.map((line) => `    ${line}`).join("\n")}\n  </question>`;
}

/** Moodle XML that reads again here to the same, pictures and sounds with it. */
export function writeMoodleXml(questions: readonly QuestionDraftContent[], answers: boolean): WrittenFile {
  const blocks: string[] = [];
  let category = "";
  for (const question of questions) {
    const [head, ...parts] = moodleOfQuestion(question, answers);
    const own = (part: number | null) => question.media.filter((medium) => medium.part === part);
    const all = [{ ...(head as MoodleQuestion), media: own(null) }, ...parts.map((part, at) => ({ ...part, media: own(at) }))];
    if (question.category !== category)
      blocks.push(`  <question type="category"><category><text>$course$/${encoded(question.category)}</text></category></question>`);
    category = question.category;
    blocks.push(...all.map(written));
  }
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${blocks.join("\n")}\n</quiz>\n`;
  return { bytes: new TextEncoder().encode(text), left: [] };
}
