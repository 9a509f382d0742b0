import type { QuestionBody, Response } from "#domain/questions/question.ts";

/** What was answered to one wording: a response by the author's places, and the share it earned. */
export type GivenAnswer = Readonly<{ response: Response; share: number }>;

/** How often each answer was given. `omitted`: no answer at all. */
export type AnswerCounts = Readonly<{ omitted: number }> &
  (
    | Readonly<{ form: "options"; counts: readonly number[] }>
    | Readonly<{ form: "truth"; yes: number; no: number }>
    | Readonly<{ form: "texts"; texts: readonly Readonly<{ text: string; count: number; share: number }>[]; others: number }>
    | Readonly<{ form: "marks"; right: number; partly: number; wrong: number }>
  );

/** So many of the commonest typed answers are told apart. */
const MOST_TEXTS = 10;
const LONGEST = 60;

const typedOf = (response: Response): string | null => {
  if (response === null) return null;
  if ("text" in response) return response.text;
  return "texts" in response ? response.texts.join(" ｜ ") : null;
};

function textsOf(answers: readonly GivenAnswer[]) {
  const counted = new Map<string, { text: string; count: number; share: number }>();
  for (const { response, share } of answers) {
    const text = typedOf(response)?.normalize("NFKC").trim().slice(0, LONGEST);
    if (!text) continue;
    const known = counted.get(text);
    if (known) known.count += 1;
    else counted.set(text, { text, count: 1, share });
  }
  const sorted = [...counted.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  return { texts: sorted.slice(0, MOST_TEXTS), others: sorted.slice(MOST_TEXTS).reduce((sum, { count }) => sum + count, 0) };
}

/** Counts answers to one wording in the form that its kind has: by option, by truth, by what was typed, or by what they earned. */
export function answerCountsOf(body: QuestionBody, answers: readonly GivenAnswer[]): AnswerCounts {
  const omitted = answers.filter(({ response }) => response === null).length;
  if ("options" in body) {
    const counts = body.options.map(
      (_, place) => answers.filter(({ response }) => response !== null && "picks" in response && response.picks.includes(place)).length,
    );
    return { form: "options", counts, omitted };
  }
  if (body.kind === "truefalse") {
    const said = (truth: boolean) =>
      answers.filter(({ response }) => response !== null && "truth" in response && response.truth === truth).length;
    return { form: "truth", yes: said(true), no: said(false), omitted };
  }
  if (body.kind === "fill" || body.kind === "numeric" || body.kind === "short") return { form: "texts", ...textsOf(answers), omitted };
  const given = answers.filter(({ response }) => response !== null);
  const right = given.filter(({ share }) => share === 1).length;
  const wrong = given.filter(({ share }) => share === 0).length;
  return { form: "marks", right, partly: given.length - right - wrong, wrong, omitted };
}
