import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import type { QuestionBody } from "#domain/questions/question.ts";
import { indexText, unindexText } from "./index-text.ts";

/** What a question shows beside its stem. Its key and its explanation are in other tables, and are never looked at here (TA10). */
function linesOfQuestion(body: QuestionBody): string[] {
  switch (body.kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return body.options.map(({ text }) => text);
    case "ordering":
      return body.items;
    case "matching":
      return [...body.lefts, ...body.rights];
    case "truefalse":
    case "fill":
    case "numeric":
    case "short":
    case "essay":
      return [];
    case "group":
      return body.parts.flatMap((part) => [part.stem, ...linesOfQuestion(part)]);
  }
}

/** Brings the search to the published wordings of these questions; of those that have none, to nothing. In the transaction that changed them. */
export async function indexQuestions(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: questions.id, edition: questionVersions.id, stem: questionVersions.stem, body: questionVersions.body })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .where(inArray(questions.id, [...ids]));
  const published = new Set(rows.map(({ id }) => id));
  await unindexText(tx, { kind: "question", subjectIds: ids.filter((id) => !published.has(id)) });
  for (const { id, edition, stem, body } of rows) {
    const lines = linesOfQuestion(body).map((text) => ({ place: "", text }));
    await indexText(tx, { kind: "question", subjectId: id, lang: "zh-CN", edition, title: stem, body: lines });
  }
}
