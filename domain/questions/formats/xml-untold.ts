import type { RowProblem } from "#domain/questions/parsed-file.ts";
import { doubtful, type Place } from "./problem.ts";
import type { XmlTexts } from "./xml-text.ts";
import type { XmlNode } from "./xml-tree.ts";

/** What Moodle itself writes after an answer when nobody has written anything. */
const USUAL_REPLIES = /^(?:Your answer is (?:partially )?(?:correct|incorrect)\.|(?:你|您)的?回答(?:部分)?(?:正确|不正确|错误)。?)$/u;
const REPLIES = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];

/** What a question of Moodle's has and none of ours: told, not lost without a word. */
export function untold(node: XmlNode, texts: XmlTexts, place: Place): RowProblem[] {
  const said = (name: string) => node.nodes.filter((child) => child.name === name && texts.read(child) !== "");
  const hints = said("hint").length;
  const replies = REPLIES.flatMap(said).filter((child) => !USUAL_REPLIES.test(texts.read(child).trim())).length;
  return [
    ...(hints > 0 ? [doubtful("hints-left-out", { count: hints }, place)] : []),
    ...(replies > 0 ? [doubtful("replies-left-out", { count: replies }, place)] : []),
    ...(said("responsetemplate").length > 0 ? [doubtful("answer-form-left-out", {}, place)] : []),
  ];
}
