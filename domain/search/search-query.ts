import { foldText, isUnspaced } from "./fold-text.ts";
import { pairsOf, quoted } from "./lexemes-of.ts";
import { kindMark, LONG } from "./search-vector.ts";

const MOST_TERMS = 8;
/** What is quoted is one phrase; the rest is parted by spaces and by the commas of a list. */
const PARTS = /"([^"]*)"|“([^”]*)”|「([^」]*)」|([^\s,，、;；"“”「」]+)/gu;

/** What was typed, as phrases that must all be there, folded; empty when nothing of it can be looked for. Nothing in it is an operator. */
export function termsOf(typed: string): string[] {
  const phrases = [...typed.matchAll(PARTS)].map((match) => foldText(match.slice(1).find((part) => part !== undefined) ?? "").text);
  const distinct = [...new Set(phrases)].filter((phrase) => phrase !== "");
  return distinct.filter((phrase) => !distinct.some((other) => other !== phrase && other.includes(phrase))).slice(0, MOST_TERMS);
}

/** A run as the index must have it: its pairs, or whatever begins with its only character. */
function needs(run: string, mark: string): string {
  const pairs = pairsOf(run);
  if (pairs.length === 1) return `${quoted(mark + run)}:*`;
  return pairs
    .slice(0, -1)
    .map(({ word }) => quoted(mark + word))
    .join(" & ");
}

const runsOf = (terms: readonly string[]): string[] => [...new Set(terms.flatMap((term) => term.split(" ")))];
const all = (terms: readonly string[], mark = ""): string =>
  runsOf(terms)
    .map((run) => needs(run, mark))
    .join(" & ");

const ofKind = (kind: string, query: string): string => `${quoted(kindMark(kind))} & (${query})`;

/** The tsquery of every text of a kind that may contain the terms; `containsAll` makes sure of it. */
export const anywhereQuery = (kind: string, terms: readonly string[]): string => ofKind(kind, `(${all(terms)}) | ${quoted(LONG)}`);

/** The tsquery of the texts of a kind with the terms in their titles. */
export const titleQuery = (kind: string, terms: readonly string[]): string => ofKind(kind, all(terms, "^"));

/** The tsquery that ranks: as `anywhereQuery`, but a word that stands alone counts as itself. */
export const rankQuery = (terms: readonly string[]): string =>
  runsOf(terms)
    .map((run) => ([...run].some(isUnspaced) ? `(${needs(run, "")})` : `(${quoted(`=${run}`)} | (${needs(run, "")}))`))
    .join(" & ");

/** Whether a folded text contains every term: the index alone knows only pairs. */
export const containsAll = (folded: string, terms: readonly string[]): boolean => terms.every((term) => folded.includes(term));
