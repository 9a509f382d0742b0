import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { type EditorKind, isEditorKind } from "./kinds.ts";

export type Row = Readonly<{ id: number; text: string }>;
export type Pin = "" | "first" | "last" | "fixed";
export type OptionRow = Row & Readonly<{ pin: Pin; right: boolean }>;
export type PairRow = Readonly<{ id: number; left: string; right: string }>;

/** What an author has typed, for every kind at once, so that trying another kind loses nothing. Lists stand in the right order. */
export type QuestionDraft = Readonly<{
  kind: EditorKind;
  stem: string;
  options: readonly OptionRow[];
  truth: boolean | null;
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
  explanation: string;
  category: string;
  difficulty: string;
  tags: string;
  material: string;
  passage: string;
}>;

/** A version as its authors see it. */
export type WrittenVersion = Readonly<{
  body: QuestionBody;
  key: QuestionKey;
  explanation: string;
  category: string;
  difficulty: number;
  tags: readonly string[];
  material: string | null;
  passage: string;
}>;

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);
const rowsOf = (texts: readonly string[]): Row[] => texts.map((text, id) => ({ id, text }));

/** An empty question of the commonest kind, with room for the usual answers. */
export const emptyDraft: QuestionDraft = {
  kind: "single",
  stem: "",
  options: places(4).map((id) => ({ id, text: "", pin: "", right: false })),
  truth: null,
  accepted: [],
  match: "exact",
  anyOrder: false,
  allOrNothing: false,
  foldDigits: false,
  items: rowsOf(["", "", ""]),
  adjacentPairs: false,
  pairs: places(3).map((id) => ({ id, left: "", right: "" })),
  spares: [],
  explanation: "",
  category: "",
  difficulty: "2",
  tags: "",
  material: "",
  passage: "",
};

function answersOf(body: QuestionBody, key: QuestionKey): Partial<QuestionDraft> {
  if ("options" in body && "correct" in key && key.kind !== "truefalse") {
    const right = [key.correct].flat();
    return { options: body.options.map(({ text, pin }, id) => ({ id, text, pin: pin ?? "", right: right.includes(id) })) };
  }
  if (key.kind === "truefalse") return { truth: key.correct };
  if (key.kind === "fill") {
    const { match, anyOrder, allOrNothing, foldDigits } = key;
    return { accepted: key.blanks.map((texts) => texts.join("\n")), match, anyOrder, allOrNothing, foldDigits };
  }
  if (body.kind === "ordering" && key.kind === "ordering") {
    return { items: rowsOf(key.order.map((place) => body.items[place] ?? "")), adjacentPairs: key.adjacentPairs };
  }
  if (body.kind === "matching" && key.kind === "matching") {
    const pairs = body.lefts.map((left, id) => ({ id, left, right: body.rights[key.pairs[id] ?? -1] ?? "" }));
    return { pairs, spares: rowsOf(body.rights.filter((_, place) => !key.pairs.includes(place))) };
  }
  return {};
}

/** A written version, to be changed. */
export function draftOfVersion(version: WrittenVersion): QuestionDraft {
  const { body, key, explanation, category, difficulty, tags, material, passage } = version;
  if (!isEditorKind(body.kind)) throw new Error(`the editor does not know ${body.kind}`);
  const about = { explanation, category, difficulty: String(difficulty), tags: tags.join("、"), material: material ?? "", passage };
  return { ...emptyDraft, ...about, kind: body.kind, stem: body.stem, ...answersOf(body, key) };
}

/** The same under another kind. A single choice has one right answer: the first of several stays. */
export function withKind(draft: QuestionDraft, kind: EditorKind): QuestionDraft {
  const first = draft.options.findIndex(({ right }) => right);
  const options = kind === "single" ? draft.options.map((option, place) => ({ ...option, right: place === first })) : draft.options;
  return { ...draft, kind, options };
}
