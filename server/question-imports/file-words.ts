import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import type { ShownProblem } from "./import-schemas.ts";

type Sentences = Readonly<Record<string, string>>;

/** Fills the blanks of a sentence, `{name}` and `{name, number}`. */
const filled = (sentence: string, blanks: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)(?:, number)?\}/gu, (blank, name: string) => String(blanks[name] ?? blank));

/** The words of files with questions in them: kinds of questions, what can be wrong with a row, what the result sheet says. */
export function fileWordsOf(language: "zh-CN" | "en") {
  const words = language === "en" ? en : zh;
  const { problems, suggestions } = words.questionFiles as Readonly<Record<"problems" | "suggestions", Sentences>>;
  const ofBank: Sentences = words.fields;
  return { kinds: words.questionDesk.kinds, result: words.questionImports.result, problems, suggestions, ofBank };
}

/** A problem as a cell of the result says it: where, why, and what would help. */
export function sayProblem(
  { code, params, column, suggestion }: ShownProblem,
  { problems, suggestions, ofBank }: ReturnType<typeof fileWordsOf>,
): string {
  const why = filled(problems[code] ?? ofBank[code] ?? code, params);
  const help = suggestion && suggestions[suggestion.code];
  return [column && `[${column}]`, why, help && filled(help, suggestion.params)].filter(Boolean).join(" ");
}
