import { problemsOf } from "#domain/questions/check-question.ts";
import { optionReferenceOf } from "#domain/questions/option-reference.ts";
import type { ParsedRow, QuestionDraftContent, RowProblem } from "#domain/questions/parsed-file.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";

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

/**
 * A row as the wizard keeps it: options that speak of others are pinned where the file pins none, and the row says so (never.md, bug 15).
 * Its maker may take the pins off again.
 */
export function finishRow(row: ParsedRow): ParsedRow {
  const body = row.draft?.body;
  if (!row.draft || !body || !("options" in body) || body.options.some(({ pin }) => pin)) return row;
  const options = pinsFor(body.options);
  const pinned = options.flatMap(({ pin }, place) => (pin ? [String.fromCharCode(65 + place)] : []));
  if (pinned.length === 0) return row;
  const draft: QuestionDraftContent = { ...row.draft, body: { ...body, options } };
  const told: RowProblem = { severity: "warning", code: "pinned-for-you", params: { options: pinned.join(" ") } };
  const still = ruleProblems(draft.body, draft.key).filter(({ code }) => code === "option-refers");
  return { ...row, draft, problems: [...row.problems.filter(({ code }) => code !== "option-refers"), told, ...still] };
}
