import { normalised } from "./normalise.ts";
import type { QuestionKey } from "./question.ts";
import { NOTHING, ofPercent, type Share } from "./share.ts";

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");

/** A number as people type it: full-width digits, thousands in commas, a percent sign or unit behind it are read; null: no number. */
export function figureOf(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[\s,，]/gu, "")
    .replace("−", "-");
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)[^\d.]{0,10}$/iu.exec(plain);
  const value = found ? Number(found[1]) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** Decimal fractions are not exact in binary: 0.3 − 0.2 must be within 0.1 of it. */
const within = (x: number, value: number, tolerance: number) =>
  Math.abs(x - value) <= tolerance + 1e-9 * Math.max(Math.abs(value), tolerance, Number.MIN_VALUE);

/** What a typed number earns (D2, numeric). */
export function numericShare(key: Extract<QuestionKey, { kind: "numeric" }>, text: string): Share {
  const x = figureOf(text);
  if (x === null) return NOTHING;
  const fitting = key.answers.filter(({ value, tolerance }) => within(x, value, tolerance));
  return ofPercent(Math.max(0, ...fitting.map(({ percent }) => percent)));
}

/** What a short answer earns: the best whole answer it is, or the points whose words it holds (A3). */
export function shortShare(key: Extract<QuestionKey, { kind: "short" }>, text: string): Share {
  const form = (raw: string) => (key.caseSensitive ? normalised(raw) : normalised(raw).toLowerCase());
  const typed = form(text);
  const isLike = (pattern: string) => {
    const pieces = pattern.split(/(?<!\\)\*/u).map((piece) => escaped(form(piece.replaceAll("\\*", "*"))));
    return new RegExp(`^${pieces.join(".*")}$`, "su").test(typed);
  };
  const whole = key.accepted.filter((one) => isLike(one.text)).map((one) => one.percent);
  const points = key.keywords.filter(({ words }) => words.some((word) => typed.includes(form(word))));
  return ofPercent(
    Math.max(
      0,
      ...whole,
      points.reduce((sum, point) => sum + point.percent, 0),
    ),
  );
}
