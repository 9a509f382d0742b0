import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { writeGiftText } from "./gift-text.ts";
import type { LeftOut, WrittenFile } from "./left-out.ts";
import { moodleOfQuestion } from "./moodle-of-question.ts";
import type { MoodleAnswer, MoodleQuestion } from "./moodle-question.ts";
import { writeRemark } from "./remark.ts";

const said = (feedback: string) => (feedback === "" ? "" : `#${writeGiftText(feedback)}`);
const weighed = ({ percent }: MoodleAnswer) => (percent === 100 ? "" : `%${percent}%`);
const block = (lines: readonly string[]) => `{\n${lines.map((line) => `\t${line}\n`).join("")}}`;

function lineOfOption(answer: MoodleAnswer, single: boolean): string {
  const sign = single && answer.percent === 100 ? "=" : answer.percent === 0 ? "~" : `~%${answer.percent}%`;
  return `${sign}${writeGiftText(answer.text)}${said(answer.feedback)}`;
}

function truth([right, other]: readonly MoodleAnswer[], general: string): string {
  const after = right?.feedback || other?.feedback ? `#${writeGiftText(other?.feedback ?? "")}` : "";
  return `{${right?.text === "true" ? "TRUE" : "FALSE"}${after}${said(right?.feedback ?? "")}${general}}`;
}

function bodyOf(question: MoodleQuestion): string {
  const { type, answers, pairs, single, wrongFeedback, general } = question;
  const last = general === "" ? [] : [`####${writeGiftText(general)}`];
  switch (type) {
    case "multichoice":
      return block([...answers.map((answer) => lineOfOption(answer, single)), ...last]);
    case "truefalse":
      return truth(answers, last.join(""));
    case "shortanswer": {
      const other = wrongFeedback === "" ? [] : [`=%0%*${said(wrongFeedback)}`];
      return block([...answers.map((one) => `=${weighed(one)}${writeGiftText(one.text)}${said(one.feedback)}`), ...other, ...last]);
    }
    case "numerical": {
      const other = wrongFeedback === "" ? [] : [`~${said(wrongFeedback)}`];
      const figures = answers.map((one) => `=${weighed(one)}${one.text}:${one.tolerance ?? 0}${said(one.feedback)}`);
      return block(["#", ...figures, ...other, ...last]).replace("{\n\t#", "{#");
    }
    case "matching":
      return block([...pairs.map(([left, right]) => `=${writeGiftText(left)} -> ${writeGiftText(right)}`), ...last]);
    case "ordering":
      return `{>${answers.length} ALL VERTICAL\n${answers.map(({ text }) => `${writeGiftText(text)}\n`).join("")}${last.map((line) => `${line}\n`).join("")}}`;
    case "essay":
      return `{${last.join("")}}`;
    case "description":
      return "";
  }
}

function written(question: MoodleQuestion): string {
  // A material asks nothing itself, so that what is said of it has no braces to stand in.
  const isBare = question.type === "description";
  const tags = question.tags.map((tag) => `[tag:${tag.replaceAll(/[\\\]]/gu, "\\$&")}]`).join(" ");
  const remark = writeRemark(isBare && question.general !== "" ? { ...question.remark, guide: question.general } : question.remark);
  const name = question.name === "" ? "" : `::${writeGiftText(question.name)}::`;
  const lines = [...(tags === "" ? [] : [`// ${tags}`]), ...(remark === null ? [] : [`// ${remark}`])];
  return [...lines, `${name}[plain]${writeGiftText(question.text).replace(/^\[plain\]/u, "")}${bodyOf(question)}`].join("\n");
}

/** A GIFT file that Moodle reads and that reads again here to the same. Pictures and sounds are told of in `left`. */
export function writeGift(questions: readonly QuestionDraftContent[], answers: boolean): WrittenFile {
  const left: LeftOut[] = questions.flatMap(({ media }, at) => (media.length > 0 ? [{ at, code: "media-left-out" as const }] : []));
  const blocks: string[] = [];
  let category = "";
  for (const question of questions.flatMap((one) => moodleOfQuestion(one, answers))) {
    if (question.category !== category) blocks.push(`$CATEGORY: $course$/${question.category.replaceAll("\n", " ")}`);
    category = question.category;
    blocks.push(written(question));
  }
  return { bytes: new TextEncoder().encode(`${blocks.join("\n\n")}\n`), left };
}
