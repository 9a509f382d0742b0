import { normalised } from "#domain/questions/normalise.ts";
import type { RowProblem } from "#domain/questions/parsed-file.ts";
import { letterOf } from "./candidate.ts";
import { type Place, wrong } from "./problem.ts";

const SEPARATORS = /[\s,，、;；/|和与及&+．.。]+/gu;
const ANSWER_WORD = /^\s*[【[]?(?:(?:正确|参考|标准)?答案|应?选)[】\]]?(?:是|为)?\s*[:：]?\s*/u;
const CIRCLED = /[①-⑩]/gu;
const TRUE_WORDS = new Set(["正确", "对", "√", "✓", "✔", "☑", "t", "true", "是", "y", "yes", "right", "correct"]);
const FALSE_WORDS = new Set(["错误", "错", "×", "✗", "✘", "✕", "x", "f", "false", "否", "n", "no", "wrong", "不正确", "不对"]);

/** Yes, no, or null for a word that is neither. */
export function truthOf(word: string): boolean | null {
  const plain = word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s。.()]/gu, "");
  if (TRUE_WORDS.has(plain)) return true;
  return FALSE_WORDS.has(plain) ? false : null;
}

/** Signs that mean right and wrong only where a judgement is asked for. */
const SIGNS: Readonly<Record<string, boolean>> = { "1": true, "0": false, v: true, "╳": false, "✖": false };

/** Yes or no as the answer of a judgement may say it; null for anything else. */
export const judgementOf = (answer: string): boolean | null =>
  truthOf(answer) ?? SIGNS[answer.normalize("NFKC").trim().toLowerCase()] ?? null;

/** Capital letters alone, whatever stands between them and however wide they are; null when it is anything else. */
export function lettersOf(answer: string): string | null {
  const plain = answer
    .replace(ANSWER_WORD, "")
    .replaceAll(CIRCLED, (sign) => String.fromCharCode(65 + sign.charCodeAt(0) - 0x2460))
    .normalize("NFKC")
    .replaceAll(SEPARATORS, "")
    .replaceAll(/^[([【]|[)\]】]$/gu, "")
    .toUpperCase();
  return /^[A-Z]{1,26}$/u.test(plain) ? plain : null;
}

function placesOfTexts(answer: string, options: readonly string[]): number[] | null {
  const known = new Map(options.map((text, place) => [normalised(text), place]));
  const placeOf = (text: string) => {
    const behindLetter = /^[(（]?([A-Z])[)）.．、:：\s]\s*(.+)$/su.exec(text.trim());
    const led = behindLetter ? known.get(normalised(behindLetter[2] ?? "")) : undefined;
    if (led !== undefined && letterOf(led) === behindLetter?.[1]) return led;
    return known.get(normalised(text));
  };
  const whole = placeOf(answer);
  if (whole !== undefined) return [whole];
  for (const separator of [/\n/u, /[;；|｜]/u, /[、]/u, /[,，]/u]) {
    const pieces = answer.split(separator).filter((piece) => piece.trim() !== "");
    const places = pieces.map(placeOf);
    if (pieces.length > 1 && places.every((place) => place !== undefined)) return places;
  }
  return null;
}

/** The options an answer means, by letters or by their own text. Null and a problem when it means none. */
export function placesOf(answer: string, options: readonly string[], place: Place, problems: RowProblem[]): number[] | null {
  const texts = placesOfTexts(answer, options);
  const letters = lettersOf(answer);
  // An option may be called "B" and stand at A: the letter counts, as in every paper, unless no option has that letter.
  if (letters === null || (texts !== null && [...letters].some((letter) => letter.charCodeAt(0) - 65 >= options.length))) {
    if (texts === null)
      problems.push(
        wrong("answer-not-understood", { value: answer.slice(0, 40) }, { ...place, suggestion: { code: "answer-as-letters" } }),
      );
    return texts;
  }
  const places = [...letters].map((letter) => letter.charCodeAt(0) - 65);
  const beyond = places.find((at) => at >= options.length);
  if (beyond === undefined) return places;
  const last = letterOf(options.length - 1);
  problems.push(
    wrong("answer-beyond", { letter: letterOf(beyond), last }, { ...place, suggestion: { code: "answer-within", params: { last } } }),
  );
  return null;
}
