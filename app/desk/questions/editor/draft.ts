// Above 150 lines: what is typed for every kind stands together with how a written version becomes it; each is the mirror of the other.
import type { Medium, PartBody, PartKey, QuestionBody, QuestionKey, QuestionKind } from "#domain/questions/question.ts";

export type Row = Readonly<{ id: number; text: string }>;
export type Pin = "" | "first" | "last" | "fixed";
/** `weight`: the share of the mark in hundredths, as typed. `feedback`: what is said of the option once answers are shown. */
export type OptionRow = Row & Readonly<{ pin: Pin; right: boolean; weight: string; feedback: string }>;
export type PairRow = Readonly<{ id: number; left: string; right: string }>;
export type FigureRow = Readonly<{ id: number; value: string; tolerance: string; percent: string; feedback: string }>;
/** A whole answer that is accepted. */
export type AnswerRow = Row & Readonly<{ percent: string; feedback: string }>;
/** A point of a longer answer: its words, one a line. */
export type PointRow = Readonly<{ id: number; words: string; percent: string }>;
export type PartRow = Readonly<{ id: number; draft: AnswerDraft }>;

/** What an author has typed of one question, for every kind at once, so that trying another kind loses nothing. Lists stand in the right order. */
export type AnswerDraft = Readonly<{
  kind: QuestionKind;
  stem: string;
  media: readonly Medium[];
  options: readonly OptionRow[];
  /** Options give shares of their own. */
  isWeighted: boolean;
  truth: boolean | null;
  /** After a right answer, after a wrong one; carried from a file, and not edited here. */
  truthFeedback: readonly string[];
  /** What each blank accepts, one wording a line. */
  accepted: readonly string[];
  match: "exact" | "contains";
  anyOrder: boolean;
  allOrNothing: boolean;
  foldDigits: boolean;
  items: readonly Row[];
  adjacentPairs: boolean;
  pairs: readonly PairRow[];
  /** Right-hand sides that belong to nothing. */
  spares: readonly Row[];
  figures: readonly FigureRow[];
  unit: string;
  answers: readonly AnswerRow[];
  points: readonly PointRow[];
  caseSensitive: boolean;
  guide: string;
  parts: readonly PartRow[];
}>;

/** The question with what is said about it. */
export type QuestionDraft = AnswerDraft &
  Readonly<{
    explanation: string;
    category: string;
    difficulty: string;
    tags: string;
    /** Where the answer stands, in words. */
    source: string;
    material: string;
    passage: string;
    /** The bank a new question goes to: "" everybody's, "private", or a branch's number. */
    bank: string;
  }>;

/** A version as its authors see it. */
export type WrittenVersion = Readonly<{
  body: QuestionBody;
  key: QuestionKey;
  explanation: string;
  category: string;
  difficulty: number;
  tags: readonly string[];
  source: string;
  material: string | null;
  passage: string;
}>;

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);
const rowsOf = (texts: readonly string[]): Row[] => texts.map((text, id) => ({ id, text }));

export const freshFigure = (id: number): FigureRow => ({ id, value: "", tolerance: "0", percent: "100", feedback: "" });
export const freshAnswer = (id: number): AnswerRow => ({ id, text: "", percent: "100", feedback: "" });
export const freshPoint = (id: number): PointRow => ({ id, words: "", percent: "" });
export const freshOption = (id: number): OptionRow => ({ id, text: "", pin: "", right: false, weight: "", feedback: "" });

/** An empty question of the commonest kind, with room for the usual answers. */
export const emptyAnswer: AnswerDraft = {
  kind: "single",
  stem: "",
  media: [],
  options: places(4).map(freshOption),
  isWeighted: false,
  truth: null,
  truthFeedback: [],
  accepted: [],
  match: "exact",
  anyOrder: false,
  allOrNothing: false,
  foldDigits: false,
  items: rowsOf(["", "", ""]),
  adjacentPairs: false,
  pairs: places(3).map((id) => ({ id, left: "", right: "" })),
  spares: [],
  figures: [freshFigure(0)],
  unit: "",
  answers: [freshAnswer(0)],
  points: [],
  caseSensitive: false,
  guide: "",
  parts: [],
};
export const emptyDraft: QuestionDraft = {
  ...emptyAnswer,
  explanation: "",
  category: "",
  difficulty: "2",
  tags: "",
  source: "",
  material: "",
  passage: "",
  bank: "",
};

type KeyOf<Kind extends QuestionKey["kind"]> = Extract<QuestionKey, { kind: Kind }>;

const optionRows = (body: Extract<QuestionBody, { options: unknown }>, key: KeyOf<"single" | "multiple" | "indefinite">): OptionRow[] =>
  body.options.map(({ text, pin }, id) => ({
    id,
    text,
    pin: pin ?? "",
    right: [key.correct].flat().includes(id),
    weight: key.weights ? String(key.weights[id] ?? 0) : "",
    feedback: key.feedback?.[id] ?? "",
  }));

const figureRows = ({ answers, feedback }: KeyOf<"numeric">): FigureRow[] =>
  answers.map(({ value, tolerance, percent }, id) => ({
    id,
    value: String(value),
    tolerance: String(tolerance),
    percent: String(percent),
    feedback: feedback?.[id] ?? "",
  }));

const shortRows = ({ accepted, keywords, caseSensitive, feedback }: KeyOf<"short">): Partial<AnswerDraft> => ({
  answers: accepted.map(({ text, percent }, id) => ({ id, text, percent: String(percent), feedback: feedback?.[id] ?? "" })),
  points: keywords.map(({ words, percent }, id) => ({ id, words: words.join("\n"), percent: String(percent) })),
  caseSensitive,
});

function matchingRows(body: Extract<QuestionBody, { kind: "matching" }>, key: KeyOf<"matching">): Partial<AnswerDraft> {
  const pairs = body.lefts.map((left, id) => ({ id, left, right: body.rights[key.pairs[id] ?? -1] ?? "" }));
  return { pairs, spares: rowsOf(body.rights.filter((_, place) => !key.pairs.includes(place))) };
}

function answersOf(body: QuestionBody, key: QuestionKey): Partial<AnswerDraft> {
  if ("options" in body && "correct" in key && key.kind !== "truefalse")
    return { options: optionRows(body, key), isWeighted: key.weights !== undefined };
  if (key.kind === "truefalse") return { truth: key.correct, truthFeedback: key.feedback ?? [] };
  if (key.kind === "fill") {
    const { match, anyOrder, allOrNothing, foldDigits } = key;
    return { accepted: key.blanks.map((texts) => texts.join("\n")), match, anyOrder, allOrNothing, foldDigits };
  }
  if (body.kind === "ordering" && key.kind === "ordering")
    return { items: rowsOf(key.order.map((place) => body.items[place] ?? "")), adjacentPairs: key.adjacentPairs };
  if (body.kind === "matching" && key.kind === "matching") return matchingRows(body, key);
  if (body.kind === "numeric" && key.kind === "numeric") return { figures: figureRows(key), unit: body.unit ?? "" };
  if (key.kind === "short") return shortRows(key);
  if (key.kind === "essay") return { guide: key.guide };
  if (body.kind === "group" && key.kind === "group") {
    const draftOf = (part: PartBody, id: number) => ({ id, draft: answerDraftOf(part, key.parts[id] as PartKey) });
    return { parts: body.parts.map(draftOf) };
  }
  return {};
}

/** A written question with its key, to be changed. */
const answerDraftOf = (body: QuestionBody, key: QuestionKey): AnswerDraft => ({
  ...emptyAnswer,
  kind: body.kind,
  stem: body.stem,
  media: body.media ?? [],
  ...answersOf(body, key),
});

/** A written version, to be changed. */
export function draftOfVersion(version: WrittenVersion): QuestionDraft {
  const { body, key, explanation, category, difficulty, tags, source, material, passage } = version;
  const about = {
    explanation,
    category,
    difficulty: String(difficulty),
    tags: tags.join("、"),
    source,
    material: material ?? "",
    passage,
    bank: "",
  };
  return { ...answerDraftOf(body, key), ...about };
}

/** The same under another kind. A single choice has one right answer: the first of several stays. A group begins with one question. */
export function withKind<D extends AnswerDraft>(draft: D, kind: QuestionKind): D {
  const first = draft.options.findIndex(({ right }) => right);
  const options = kind === "single" ? draft.options.map((option, place) => ({ ...option, right: place === first })) : draft.options;
  const parts = kind === "group" && draft.parts.length === 0 ? [{ id: 0, draft: emptyAnswer }] : draft.parts;
  return { ...draft, kind, options, parts };
}
