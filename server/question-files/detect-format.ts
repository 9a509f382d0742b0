import { indexOfSign } from "#domain/questions/formats/escaped-text.ts";
import type { QuestionFormat } from "#domain/questions/parsed-file.ts";

const AIKEN = /^\s*ANSWER\s*[:：]\s*[A-Z]/imu;
const CHINESE = /【(?:答案|正确答案|解析|题型)】|^\s*(?:正确|参考)?答案\s*[:：]/mu;
const XML = /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<quiz[\s>]/u;
const TABLE =
  /^\uFEFF?[^\n]*(?:题干|题目|试题|question)[^\n]*[\t,;][^\n]*\n|^\uFEFF?[^\n]*[\t,;][^\n]*(?:题干|题目|试题|question)[^\n]*\n/iu;

/** Whether braces stand in a text as GIFT has them: opened, and closed again. */
function hasBraces(text: string): boolean {
  const open = indexOfSign(text, "{");
  return open !== -1 && indexOfSign(text, "}", open) !== -1;
}

/** What kind of questions a text holds, by what only that kind has. Anything else is read as Chinese text. */
export function formatOfText(text: string): QuestionFormat {
  if (XML.test(text.slice(0, 4_000))) return "moodle-xml";
  if (CHINESE.test(text)) return TABLE.test(text.slice(0, 2_000)) && !hasBraces(text) ? "sheet" : "text";
  if (AIKEN.test(text) && !hasBraces(text)) return "aiken";
  if (hasBraces(text)) return "gift";
  return TABLE.test(text.slice(0, 2_000)) ? "sheet" : "text";
}
