import type { z } from "zod";
import { problemsOf, type QuestionProblem } from "#domain/questions/check-question.ts";
import type { EmbeddedMedium, QuestionDraftContent, RowProblem } from "#domain/questions/parsed-file.ts";
import { questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";
import { type Place, wrong } from "./problem.ts";

/** A question as a reader has pieced it together, before anybody has checked it. */
export type Candidate = {
  body: Record<string, unknown>;
  key: Record<string, unknown>;
  explanation?: string;
  category?: string;
  difficulty?: number | null;
  tags?: readonly string[];
  title?: string;
  source?: string;
  worth?: number | null;
  media?: readonly EmbeddedMedium[];
};

/** Which column or line speaks of a place in the question, "body.options.2" or "key". */
export type PlaceOf = (path: string) => Place;

const LIMITS = { explanation: 4_000, category: 200, title: 200, source: 500, tags: 30, tag: 30 } as const;

/** The letter of an option by its place. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** Text as questions keep it: one kind of line break, nothing white at the ends. */
export const tidy = (text: string): string => text.replaceAll(/\r\n?/gu, "\n").trim();

const tidied = (value: unknown): unknown => {
  if (typeof value === "string") return tidy(value);
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, tidied(inner)]])));
};

function issueProblem(issue: z.core.$ZodIssue, path: string, place: Place): RowProblem {
  const at = /(?:options|items|lefts|rights)\.(\d+)/u.exec(path)?.[1];
  if (issue.code === "too_big" && issue.origin === "string")
    return wrong("too-long", { most: Number(issue.maximum) }, { ...place, suggestion: { code: "shorten" } });
  if (issue.code === "too_big" && issue.origin === "array") return wrong("too-many", { most: Number(issue.maximum) }, place);
  if (issue.code === "too_small" && issue.origin === "array") return wrong("too-few", { least: Number(issue.minimum) }, place);
  if (issue.message === "bad-characters") return wrong("bad-characters", {}, place);
  if (issue.message === "blank" && at !== undefined) return wrong("option-empty", { letter: letterOf(Number(at)) }, place);
  if (issue.message === "blank" && path.endsWith("stem")) return wrong("stem-missing", {}, place);
  if (path.startsWith("key")) return wrong("key-unreadable", {}, place);
  return wrong("field-unreadable", { field: path }, place);
}

function read<T>(schema: z.ZodType<T>, value: unknown, root: string, placeOf: PlaceOf, problems: RowProblem[]): T | null {
  const result = schema.safeParse(tidied(value));
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, 20)) {
    const path = [root, ...issue.path].join(".");
    problems.push(issueProblem(issue, path, placeOf(path)));
  }
  return null;
}

function asRowProblem(problem: QuestionProblem, placeOf: PlaceOf): RowProblem {
  const { severity, field, code, params } = problem;
  const path = /^key(\.|$)/u.test(field) ? field : `body.${field}`;
  const suggestions: Partial<Record<QuestionProblem["code"], string>> = {
    "option-refers": "pin-last",
    "weights-not-whole": "weights-to-whole",
    "blanks-not-in-stem": "mark-blanks",
    "blanks-without-answer": "answer-in-brackets",
  };
  const suggestion = suggestions[code];
  return { severity, code, params, ...placeOf(path), ...(suggestion && { suggestion: { code: suggestion, params: {} } }) };
}

/** One line of text, cut where it is too long, with a warning. */
function short(text: string | undefined, field: keyof typeof LIMITS, placeOf: PlaceOf, problems: RowProblem[]): string {
  const plain = tidy(text ?? "").normalize("NFC");
  const most = LIMITS[field];
  if (plain.includes("\u0000") || !plain.isWellFormed()) {
    problems.push(wrong("bad-characters", {}, placeOf(field)));
    return "";
  }
  if (plain.length <= most) return plain;
  problems.push(wrong("too-long", { most }, { ...placeOf(field), suggestion: { code: "shorten" } }));
  return "";
}

const pathOfCategory = (path: string) =>
  path
    .split("/")
    .map((part) => part.replaceAll(/\s+/gu, " ").trim())
    .filter((part) => part !== "")
    .join("/");

function tagsOf(tags: readonly string[], placeOf: PlaceOf, problems: RowProblem[]): string[] {
  const plain = [...new Set(tags.map((tag) => tidy(tag).normalize("NFC").replaceAll(/\s+/gu, " ")).filter((tag) => tag !== ""))];
  if (plain.length > LIMITS.tags) problems.push(wrong("too-many", { most: LIMITS.tags }, placeOf("tags")));
  if (plain.some((tag) => tag.length > LIMITS.tag)) problems.push(wrong("too-long", { most: LIMITS.tag }, placeOf("tags")));
  if (plain.some((tag) => tag.includes("\u0000") || !tag.isWellFormed())) problems.push(wrong("bad-characters", {}, placeOf("tags")));
  return plain;
}

/**
 * The checked question, or null, with everything that is wrong with it. A question whose shape is right comes back even when it has
 * errors (two equal options, say), so that it can be mended in the form.
 */
export function draftOf(candidate: Candidate, placeOf: PlaceOf): { draft: QuestionDraftContent | null; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const body = read(questionBodySchema, candidate.body, "body", placeOf, problems);
  const key = read(questionKeySchema, candidate.key, "key", placeOf, problems);
  const meta = {
    explanation: short(candidate.explanation, "explanation", placeOf, problems),
    category: pathOfCategory(short(candidate.category, "category", placeOf, problems)),
    difficulty: candidate.difficulty ?? null,
    tags: tagsOf(candidate.tags ?? [], placeOf, problems),
    title: short(candidate.title, "title", placeOf, problems).replaceAll(/\s+/gu, " "),
    source: short(candidate.source, "source", placeOf, problems),
    worth: candidate.worth ?? null,
    media: candidate.media ?? [],
  };
  if (!body || !key) return { draft: null, problems };
  problems.push(...problemsOf(body, key).map((problem) => asRowProblem(problem, placeOf)));
  return { draft: { body, key, ...meta }, problems };
}
