import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { BLANK_SIGNS } from "./blank-answers.ts";
import { escapeSigns } from "./escaped-text.ts";
import { emptyMoodle, type MoodleAnswer, type MoodleQuestion } from "./moodle-question.ts";
import type { Remark } from "./remark.ts";

type Body<Kind extends QuestionBody["kind"]> = Extract<QuestionBody, { kind: Kind }>;
type Key<Kind extends QuestionKey["kind"]> = Extract<QuestionKey, { kind: Kind }>;
type Said = Pick<MoodleQuestion, "type"> & Partial<MoodleQuestion>;
type ChoiceKind = "single" | "multiple" | "indefinite";

/** A share of the mark as Moodle writes it, to five places. */
const shareOf = (count: number) => Math.floor(10_000_000 / count) / 100_000;
const pinsOf = (body: Body<ChoiceKind>) => (body.options.some(({ pin }) => pin) ? body.options.map(({ pin }) => pin ?? null) : undefined);

const isFixed = (body: Body<ChoiceKind>) => body.options.every(({ pin }) => pin === "fixed");

/** With no weights of its own a wrong pick takes the whole mark: Moodle has no other way of saying "all or nothing". */
function choice(body: Body<ChoiceKind>, key: Key<ChoiceKind>): Said {
  const correct = key.kind === "single" ? [key.correct] : key.correct;
  const single = key.kind === "single";
  const percentOf = (at: number) => (single ? (correct.includes(at) ? 100 : 0) : correct.includes(at) ? shareOf(correct.length) : -100);
  const answers = body.options.map(
    ({ text }, at): MoodleAnswer => ({
      ...{ text, percent: key.weights?.[at] ?? percentOf(at), feedback: key.feedback?.[at] ?? "" },
    }),
  );
  const sorted = correct.every((place, at) => at === 0 || place > (correct[at - 1] as number));
  const remark: Remark = {
    kind: body.kind === "indefinite" ? "indefinite" : undefined,
    weights: single && !key.weights ? undefined : key.weights !== undefined,
    picks: sorted ? undefined : [...correct],
    pins: pinsOf(body),
  };
  return { type: "multichoice", single, isFixed: isFixed(body), answers, remark };
}

function fill(key: Key<"fill">): Said {
  const { match, anyOrder, allOrNothing, foldDigits } = key;
  const remark: Remark = { kind: "fill", rules: { match, anyOrder, allOrNothing, foldDigits } };
  const [only = []] = key.blanks;
  if (key.blanks.length === 1) return { type: "shortanswer", remark, answers: only.map((text) => ({ text, percent: 100, feedback: "" })) };
  const joined = (texts: readonly string[]) => texts.map((text) => escapeSigns(text, BLANK_SIGNS)).join("|");
  return { type: "matching", remark, pairs: key.blanks.map((texts, at) => [`（${at + 1}）`, joined(texts)] as const) };
}

function matching(body: Body<"matching">, key: Key<"matching">): Said {
  const pairs = body.lefts.map((left, at) => [left, body.rights[key.pairs[at] as number] as string] as const);
  const extra = body.rights.filter((_, place) => !key.pairs.includes(place)).map((right) => ["", right] as const);
  const all = [...pairs, ...extra];
  const told = [...new Set(all.map(([, right]) => right))];
  return { type: "matching", pairs: all, remark: { places: body.rights.map((right) => told.indexOf(right)) } };
}

function short(key: Key<"short">): Said {
  const { accepted, keywords, feedback, caseSensitive } = key;
  const standIns = accepted.length === 0;
  const patterns = keywords.flatMap(({ words, percent }) => words.map((word) => ({ text: `*${word}*`, percent, feedback: "" })));
  const answers = standIns ? patterns : accepted.map((one, at) => ({ ...one, feedback: feedback?.[at] ?? "" }));
  const remark: Remark = {
    keywords: keywords.length > 0 ? keywords : undefined,
    standIns: standIns ? true : undefined,
    rules: caseSensitive ? { caseSensitive } : undefined,
  };
  return { type: "shortanswer", answers, caseSensitive, wrongFeedback: feedback?.[accepted.length] ?? "", remark };
}

function said(body: QuestionBody, key: QuestionKey): Said {
  if ("options" in body && "correct" in key && key.kind !== "truefalse") return choice(body, key);
  if (key.kind === "truefalse") {
    const [right = "", other = ""] = key.feedback ?? [];
    const answer = (value: boolean, percent: number, feedback: string) => ({ text: String(value), percent, feedback });
    return { type: "truefalse", answers: [answer(key.correct, 100, right), answer(!key.correct, 0, other)] };
  }
  if (key.kind === "fill") return fill(key);
  if (body.kind === "matching" && key.kind === "matching") return matching(body, key);
  if (body.kind === "ordering" && key.kind === "ordering") {
    const answers = key.order.map((place) => ({ text: body.items[place] as string, percent: 100, feedback: "" }));
    return { type: "ordering", answers, remark: { places: [...key.order], rules: { adjacentPairs: key.adjacentPairs } } };
  }
  if (body.kind === "numeric" && key.kind === "numeric") {
    const answers = key.answers.map((one, at) => ({
      text: String(one.value),
      percent: one.percent,
      tolerance: one.tolerance,
      feedback: key.feedback?.[at] ?? "",
    }));
    return { type: "numerical", answers, wrongFeedback: key.feedback?.[key.answers.length] ?? "", remark: { unit: body.unit } };
  }
  if (key.kind === "short") return short(key);
  if (key.kind === "essay") return { type: "essay", remark: { guide: key.guide === "" ? undefined : key.guide } };
  return { type: "description" };
}

const lettered = (texts: readonly string[]) => texts.map((text, at) => `\n${String.fromCharCode(65 + at)}. ${text}`).join("");

/** The same without its key: options without a share, anything else a question without an answer, its lists in the text. */
function unanswered(body: QuestionBody): Said {
  if ("options" in body) {
    const answers = body.options.map(({ text }) => ({ text, percent: 0, feedback: "" }));
    return {
      type: "multichoice",
      single: body.kind === "single",
      isFixed: isFixed(body),
      answers,
      remark: { kind: body.kind, pins: pinsOf(body) },
    };
  }
  const lists =
    body.kind === "ordering" ? lettered(body.items) : body.kind === "matching" ? lettered(body.lefts) + lettered(body.rights) : "";
  return { type: body.kind === "group" ? "description" : "essay", text: `${body.stem}${lists}`, remark: { kind: body.kind } };
}

const moodleOf = (body: QuestionBody, key: QuestionKey | null): MoodleQuestion => ({
  ...emptyMoodle,
  text: body.stem,
  ...(key ? said(body, key) : unanswered(body)),
});

/** A question as Moodle's formats tell it: alone, or a material with its questions behind it. Reads again to the same by questionOfMoodle. */
export function moodleOfQuestion(question: QuestionDraftContent, answers: boolean): MoodleQuestion[] {
  const { body, key, explanation, category, difficulty, tags, title, source, worth, media } = question;
  const head = moodleOf(body, answers ? key : null);
  const remark: Remark = {
    ...head.remark,
    difficulty: difficulty ?? undefined,
    worth: worth ?? undefined,
    source: answers && source !== "" ? source : undefined,
    parts: body.kind === "group" ? body.parts.length : undefined,
  };
  const whole = { ...head, category, tags, media, remark, ...(answers && { name: title, general: explanation }) };
  if (body.kind !== "group" || key.kind !== "group") return [whole];
  return [whole, ...body.parts.map((part, at) => ({ ...moodleOf(part, answers ? (key.parts[at] as QuestionKey) : null), category }))];
}
