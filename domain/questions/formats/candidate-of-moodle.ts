// Above 150 lines: what each kind of Moodle's is here stands together in one file, so that none is read otherwise than its neighbour.
import type { QuestionDraftContent, RowProblem } from "#domain/questions/parsed-file.ts";
import { readBlanks } from "./blank-answers.ts";
import { draftOf } from "./candidate.ts";
import type { MoodleAnswer, MoodleQuestion } from "./moodle-question.ts";
import { matchingOfPairs } from "./pair-answers.ts";
import { doubtful, type Place, wrong } from "./problem.ts";

type Asked = { body: Record<string, unknown>; key: Record<string, unknown> };

/** One text for each answer and one more for anything else; undefined when nothing is said. */
function feedbackOf(answers: readonly MoodleAnswer[], wrongFeedback = ""): string[] | undefined {
  const said = [...answers.map(({ feedback }) => feedback), ...(wrongFeedback === "" ? [] : [wrongFeedback])];
  return said.some((text) => text !== "") ? said : undefined;
}

function choice({ text, answers, single, isFixed, remark }: MoodleQuestion): Asked {
  const percents = answers.map(({ percent }) => percent);
  const right = percents.flatMap((percent, at) => (percent > 0 ? [at] : []));
  const isPlain = single && percents.every((percent) => percent === 0 || percent === 100) && right.length === 1;
  const kind = remark.kind === "indefinite" ? "indefinite" : single ? "single" : "multiple";
  const weights = (remark.weights ?? !isPlain) ? percents : undefined;
  const pinOf = (at: number) => (remark.pins ? (remark.pins[at] ?? undefined) : isFixed ? "fixed" : undefined);
  const correct = single ? Math.max(0, percents.indexOf(Math.max(...percents))) : (remark.picks ?? right);
  return {
    body: { kind, stem: text, options: answers.map((answer, at) => ({ text: answer.text, pin: pinOf(at) })) },
    key: { kind, correct, weights, feedback: feedbackOf(answers) },
  };
}

function truefalse({ text, answers }: MoodleQuestion): Asked {
  const [right, other] = [answers.find(({ percent }) => percent > 0), answers.find(({ percent }) => percent <= 0)];
  const feedback = [right?.feedback ?? "", other?.feedback ?? ""];
  return {
    body: { kind: "truefalse", stem: text },
    key: { kind: "truefalse", correct: right?.text === "true", feedback: feedback.some((said) => said !== "") ? feedback : undefined },
  };
}

function short({ text, answers, wrongFeedback, caseSensitive, remark }: MoodleQuestion): Asked {
  const accepted = answers.filter(({ percent }) => percent > 0);
  const other = answers.find(({ text: pattern, percent }) => percent <= 0 && pattern === "*")?.feedback ?? wrongFeedback;
  return {
    body: { kind: "short", stem: text },
    key: {
      kind: "short",
      accepted: remark.standIns ? [] : accepted.map(({ text: one, percent }) => ({ text: one, percent })),
      keywords: remark.keywords ?? [],
      caseSensitive: caseSensitive || remark.rules?.["caseSensitive"] === true,
      feedback: feedbackOf(remark.standIns ? [] : accepted, other),
    },
  };
}

function numeric({ text, answers, wrongFeedback, remark }: MoodleQuestion): Asked {
  const figures = answers.filter(({ percent, text: one }) => percent > 0 && one !== "*");
  const other = answers.find(({ text: one }) => one === "*")?.feedback ?? wrongFeedback;
  return {
    body: { kind: "numeric", stem: text, unit: remark.unit },
    key: {
      kind: "numeric",
      answers: figures.map((one) => ({ value: Number(one.text), tolerance: one.tolerance ?? 0, percent: one.percent })),
      feedback: feedbackOf(figures, other),
    },
  };
}

function fill({ text, answers, pairs, remark }: MoodleQuestion): Asked {
  const blanks =
    pairs.length > 0 ? pairs.map(([, right]) => readBlanks(`（${right}）`, 1).blanks[0] ?? []) : [answers.map((answer) => answer.text)];
  const { match, anyOrder, allOrNothing, foldDigits } = remark.rules ?? {};
  return {
    body: { kind: "fill", stem: text, blanks: blanks.length },
    key: { kind: "fill", blanks, match, anyOrder, allOrNothing, foldDigits },
  };
}

function matching({ text, pairs, remark }: MoodleQuestion): Asked {
  const read = matchingOfPairs(pairs);
  const told = [...new Set(pairs.map(([, right]) => right))];
  const rights = remark.places?.length === told.length ? remark.places.map((place) => told[place] ?? "") : read.rights;
  const whole = pairs.filter(([left]) => left !== "");
  return {
    body: { kind: "matching", stem: text, lefts: read.lefts, rights },
    key: { kind: "matching", pairs: whole.map(([, right]) => rights.indexOf(right)) },
  };
}

/** Told in the right order; kept by the remark's places, else sorted, so that their order tells nothing. */
function ordering({ text, answers, remark }: MoodleQuestion): Asked {
  const told = answers.map((answer) => answer.text);
  const items = [...told].sort((one, other) => (one < other ? -1 : 1));
  for (const [at, place] of (remark.places?.length === told.length ? remark.places : []).entries()) items[place] = told[at] ?? "";
  const order = remark.places?.length === told.length ? remark.places : told.map((item) => items.indexOf(item));
  return {
    body: { kind: "ordering", stem: text, items },
    key: { kind: "ordering", order, adjacentPairs: remark.rules?.["adjacentPairs"] === true },
  };
}

function asked(question: MoodleQuestion): Asked | null {
  const { type, remark, answers } = question;
  if (remark.kind === "fill" && (answers.length > 0 || question.pairs.length > 0)) return fill(question);
  switch (type) {
    case "multichoice":
      return answers.some(({ percent }) => percent > 0) ? choice(question) : null;
    case "truefalse":
      return answers.some(({ percent }) => percent > 0) ? truefalse(question) : null;
    case "shortanswer":
      return short(question);
    case "numerical":
      return numeric(question);
    case "matching":
      return matching(question);
    case "ordering":
      return ordering(question);
    case "essay":
      if (remark.kind !== undefined && remark.kind !== "essay") return null;
      return { body: { kind: "essay", stem: question.text }, key: { kind: "essay", guide: remark.guide ?? "" } };
    case "description":
      return null;
  }
}

/** What of an answer without a mark cannot be kept: only what is said after "anything else" has a place. */
const dropped = ({ type, answers }: MoodleQuestion) =>
  type === "shortanswer" || type === "numerical" ? answers.filter(({ percent, text }) => percent <= 0 && text !== "*").length : 0;

/** More than any kind takes; what is longer is no question, and not looked through. */
const MOST_ANSWERS = 40;

/** A question of Moodle's, with its parts when it is a material with questions on it, as the bank keeps it. */
export function questionOfMoodle(
  question: MoodleQuestion,
  parts: readonly MoodleQuestion[],
  place: Place,
): { draft: QuestionDraftContent | null; problems: RowProblem[] } {
  const { type, name, general, tags, category, media, remark, text } = question;
  const { difficulty, source, worth } = remark;
  const problems: RowProblem[] = [];
  const all = parts.length > 0 ? parts : [question];
  if (all.some(({ answers, pairs }) => answers.length > MOST_ANSWERS || pairs.length > MOST_ANSWERS))
    return { draft: null, problems: [wrong("too-many", { most: MOST_ANSWERS }, place)] };
  const left = all.reduce((sum, one) => sum + dropped(one), 0);
  if (left > 0) problems.push(doubtful("zero-answers-left-out", { count: left }, place));
  if (type === "description" && parts.length === 0)
    return { draft: null, problems: [...problems, doubtful("description-skipped", {}, place)] };
  const read = all.map(asked);
  const whole = read.filter((one) => one !== null);
  if (whole.length < read.length) return { draft: null, problems: [...problems, wrong("answer-missing", {}, place)] };
  const group = {
    body: { kind: "group", stem: text, parts: whole.map(({ body }) => body) },
    key: { kind: "group", parts: whole.map(({ key }) => key) },
  };
  const content = parts.length > 0 ? group : (whole[0] as Asked);
  const rest = {
    explanation: general || (parts.length > 0 ? (remark.guide ?? "") : ""),
    tags,
    category,
    title: name,
    media,
    ...(source !== undefined && { source }),
  };
  const checked = draftOf({ ...content, ...rest, difficulty: difficulty ?? null, worth: worth ?? null }, () => place);
  return { draft: checked.draft, problems: [...problems, ...checked.problems] };
}

const ROOTS = /^(?:\$[a-z0-9]*\$|top)$/iu;

/** "$course$/top/党史/会议" as our own path. A "//" within a name is Moodle's way of writing one "/". */
export const categoryOfMoodle = (path: string): string => {
  const parts = path
    .replaceAll("//", "／")
    .split("/")
    .map((part) => part.trim());
  const own = parts.findIndex((part) => part !== "" && !ROOTS.test(part));
  return own === -1 ? "" : parts.slice(own).join("/");
};
