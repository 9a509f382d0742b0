import type { RowProblem } from "#domain/questions/parsed-file.ts";
import type { QuestionKind } from "#domain/questions/question.ts";
import { readBlanks } from "./blank-answers.ts";
import { letterOf } from "./candidate.ts";
import { judgementOf, placesOf } from "./choice-answer.ts";
import { type Marking, readFeedback, readPins } from "./marking-words.ts";
import { readMatching, readPairs } from "./pair-answers.ts";
import { doubtful, type Place, wrong } from "./problem.ts";
import { drawnBlanks, withBlanks } from "./stem-blanks.ts";
import type { Told, ToldField } from "./told.ts";
import { readFigures, readShort } from "./typed-answers.ts";

/** Where each thing that is told stands in the file. */
export type ToldPlace = (field: ToldField | "option", at?: number) => Place;
type Reading = { told: Told; marking: Marking; place: ToldPlace; problems: RowProblem[] };
type Asked = { body: Record<string, unknown>; key: Record<string, unknown> };

/** The options up to the last one that is filled in. A gap before it is wrong: the letters would no longer be theirs. */
function optionsOf({ told, place, problems }: Reading): string[] | null {
  const options = told.options.slice(0, told.options.findLastIndex((option) => option.trim() !== "") + 1).map((option) => option.trim());
  const gap = options.indexOf("");
  if (gap === -1) return options;
  problems.push(wrong("option-gap", { letter: letterOf(gap), next: letterOf(gap + 1) }, place("option", gap)));
  return null;
}

function choice(kind: "single" | "multiple" | "indefinite", reading: Reading): Asked | null {
  const { told, marking, place, problems } = reading;
  const options = optionsOf(reading);
  const pins = readPins(told.pins ?? "", options?.length ?? 0, place("pins"), problems);
  const places = options && placesOf(told.answer ?? "", options, place("answer"), problems);
  if (!options || !places) return null;
  if (kind === "single" && places.length > 1) {
    problems.push(wrong("one-answer-only", { count: places.length }, { ...place("answer"), suggestion: { code: "make-it-multiple" } }));
    return null;
  }
  if (new Set(places).size < places.length) problems.push(doubtful("answer-repeats", {}, place("answer")));
  const correct = kind === "single" ? places[0] : [...new Set(places)];
  const feedback = readFeedback(told.feedback ?? "", options.length, place("feedback"), problems);
  return {
    body: { kind, stem: told.stem, options: options.map((text, at) => ({ text, pin: pins[at] })) },
    key: { kind, correct, weights: marking.weights, feedback },
  };
}

function truefalse({ told, place, problems }: Reading): Asked | null {
  const answer = told.answer ?? "";
  // A judgement is sometimes written with options A 正确, B 错误, and the answer is their letter.
  const lettered = /^[A-B]$/iu.test(answer.normalize("NFKC").trim())
    ? told.options[answer.normalize("NFKC").trim().toUpperCase().charCodeAt(0) - 65]
    : undefined;
  const correct = judgementOf(lettered ?? answer);
  const feedback = readFeedback(told.feedback ?? "", 2, place("feedback"), problems);
  if (correct !== null) return { body: { kind: "truefalse", stem: told.stem }, key: { kind: "truefalse", correct, feedback } };
  problems.push(wrong("answer-not-understood", { value: answer.slice(0, 40) }, place("answer")));
  return null;
}

function fill({ told, marking }: Reading): Asked {
  const { blanks, anyOrder, allOrNothing } = readBlanks(told.answer ?? "", drawnBlanks(told.stem ?? ""));
  const { match = "exact", foldDigits = false } = marking;
  return {
    body: { kind: "fill", stem: withBlanks(told.stem ?? "", blanks.length), blanks: blanks.length },
    key: {
      kind: "fill",
      blanks,
      match,
      foldDigits,
      anyOrder: anyOrder || marking.anyOrder === true,
      allOrNothing: allOrNothing || marking.allOrNothing === true,
    },
  };
}

function ordering(reading: Reading): Asked | null {
  const items = optionsOf(reading);
  const order = items && placesOf(reading.told.answer ?? "", items, reading.place("answer"), reading.problems);
  if (!items || !order) return null;
  const adjacentPairs = reading.marking.adjacentPairs === true;
  return { body: { kind: "ordering", stem: reading.told.stem, items }, key: { kind: "ordering", order, adjacentPairs } };
}

function matching({ told, place, problems }: Reading): Asked | null {
  const lists = readMatching(told.options);
  if (!lists) {
    problems.push(wrong("pair-unreadable", {}, { ...place("option", 0), suggestion: { code: "answer-as-pairs" } }));
    return null;
  }
  const { lefts, rights } = lists;
  const pairs = lists.pairs ?? readPairs(told.answer ?? "", lefts.length);
  if (pairs) return { body: { kind: "matching", stem: told.stem, lefts, rights }, key: { kind: "matching", pairs } };
  const value = (told.answer ?? "").slice(0, 40);
  problems.push(wrong("answer-not-understood", { value }, { ...place("answer"), suggestion: { code: "answer-as-pairs" } }));
  return null;
}

function numeric({ told, marking, place, problems }: Reading): Asked | null {
  const answers = readFigures(told.answer ?? "");
  if (!answers) {
    const value = (told.answer ?? "").slice(0, 40);
    problems.push(wrong("answer-not-understood", { value }, { ...place("answer"), suggestion: { code: "answer-as-numbers" } }));
    return null;
  }
  const feedback = readFeedback(told.feedback ?? "", answers.length, place("feedback"), problems);
  return { body: { kind: "numeric", stem: told.stem, unit: marking.unit }, key: { kind: "numeric", answers, feedback } };
}

function short({ told, marking, place, problems }: Reading): Asked {
  const read = readShort(told.answer ?? "");
  if (!read) {
    problems.push(doubtful("short-became-essay", {}, place("answer")));
    return essay(told);
  }
  const feedback = readFeedback(told.feedback ?? "", read.accepted.length, place("feedback"), problems);
  const caseSensitive = marking.caseSensitive === true;
  return { body: { kind: "short", stem: told.stem }, key: { kind: "short", ...read, caseSensitive, feedback } };
}

const essay = (told: Told): Asked => ({ body: { kind: "essay", stem: told.stem }, key: { kind: "essay", guide: told.answer ?? "" } });

/** A question of this kind as it is told, save for a group. Null, with problems, when its answer cannot be understood. */
export function askedOf(kind: Exclude<QuestionKind, "group">, reading: Reading): Asked | null {
  const isPairs = kind === "matching" && readMatching(reading.told.options)?.pairs;
  if ((reading.told.answer ?? "").trim() === "" && kind !== "essay" && !isPairs) {
    reading.problems.push(wrong("answer-missing", {}, reading.place("answer")));
    return null;
  }
  switch (kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return choice(kind, reading);
    case "truefalse":
      return truefalse(reading);
    case "fill":
      return fill(reading);
    case "ordering":
      return ordering(reading);
    case "matching":
      return matching(reading);
    case "numeric":
      return numeric(reading);
    case "short":
      return short(reading);
    case "essay":
      return essay(reading.told);
  }
}
