import { problemsOf } from "#domain/questions/check-question.ts";
import { wrong } from "#domain/questions/formats/problem.ts";
import { optionReferenceOf } from "#domain/questions/option-reference.ts";
import type { ParsedRow, QuestionDraftContent, RowProblem } from "#domain/questions/parsed-file.ts";
import type { PartBody, QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { flawOfPicture } from "#server/files/store-file.ts";
import { typeOfBytes } from "#server/files/type-of-bytes.ts";

type Options = Extract<QuestionBody, { options: unknown }>["options"];

/** Where options must stay so that 以上都对 and “A和B” keep their meaning when the others move. */
function pinsFor(options: Options): Options {
  const references = options.map(({ text }) => optionReferenceOf(text));
  const named = new Set(references.flatMap((reference, place) => (reference?.to === "places" ? [place, ...reference.places] : [])));
  return options.map((option, place) => {
    if (named.has(place)) return { ...option, pin: "fixed" as const };
    if (references[place]?.to !== "all") return option;
    return { ...option, pin: place === options.length - 1 ? ("last" as const) : ("fixed" as const) };
  });
}

/** Warnings and errors of the bank's own rules about a finished question, as a row tells them. */
export const ruleProblems = (body: QuestionBody, key: QuestionKey): RowProblem[] =>
  problemsOf(body, key).map(({ severity, code, params }) => ({ severity, code, params }));

/** A picture or sound that the store would refuse is left out, and the row says which and why: it must not stop the other rows later. */
function withoutBroken(row: ParsedRow): ParsedRow {
  if (!row.draft || row.draft.media.length === 0) return row;
  const told: RowProblem[] = [];
  const media = row.draft.media.filter(({ name, bytes }) => {
    const type = typeOfBytes(bytes);
    const flaw = type ? flawOfPicture(bytes, type.contentType) : { code: "medium-kind" as const, params: {} };
    const params = { name: name.slice(0, 80), ...flaw?.params };
    if (flaw) told.push(wrong(flaw.code, params, { line: row.line, suggestion: { code: "save-without-medium" } }));
    return flaw === null;
  });
  return { ...row, draft: { ...row.draft, media }, problems: [...row.problems, ...told] };
}

type Pinned = Readonly<{ body: QuestionBody; pinned: readonly string[] }>;

/** The body with options that speak of others where they must stay, unless its author has pinned some. */
function pinnedBody(body: QuestionBody): Pinned {
  if (body.kind === "group") {
    const parts = body.parts.map((part) => pinnedBody(part));
    const pinned = parts.flatMap((part, at) => part.pinned.map((letter) => `${at + 1}${letter}`));
    return { body: { ...body, parts: parts.map((part) => part.body as PartBody) }, pinned };
  }
  if (!("options" in body) || body.options.some(({ pin }) => pin)) return { body, pinned: [] };
  const options = pinsFor(body.options);
  return { body: { ...body, options }, pinned: options.flatMap(({ pin }, place) => (pin ? [String.fromCharCode(65 + place)] : [])) };
}

/**
 * A row as the wizard keeps it: without pictures that nobody could see, and with options that speak of others pinned where the file pins
 * none (never.md, bug 15). The row says so; its maker may take the pins off again.
 */
export function finishRow(given: ParsedRow): ParsedRow {
  const row = withoutBroken(given);
  if (!row.draft) return row;
  const { body, pinned } = pinnedBody(row.draft.body);
  if (pinned.length === 0) return row;
  const draft: QuestionDraftContent = { ...row.draft, body };
  const told: RowProblem = { severity: "warning", code: "pinned-for-you", params: { options: pinned.join(" ") } };
  const still = ruleProblems(draft.body, draft.key).filter(({ code }) => code === "option-refers");
  return { ...row, draft, problems: [...row.problems.filter(({ code }) => code !== "option-refers"), told, ...still] };
}
