import type { Locator, Page } from "@playwright/test";
import pg from "pg";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { house, say } from "./stage.ts";

export type Asked = { id: number; slug: string; body: QuestionBody; key: QuestionKey };

/** The texts with questions in them, each with its questions and their keys: what a reader does not know. */
export async function textsWithKeys(): Promise<{ slug: string; asked: Asked[] }[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query<Asked>(
    `select q.id::int, m.slug, v.body, k.key from material_checks c join materials m on m.published_version_id = c.version_id
     join questions q on q.id = c.question_id join question_versions v on v.id = q.published_version_id join question_keys k on k.version_id = v.id
     where m.branch_id is null order by m.slug desc, c.place`,
  );
  await client.end();
  return [...new Set(rows.map(({ slug }) => slug))].map((slug) => ({ slug, asked: rows.filter((row) => row.slug === slug) }));
}

const optionOf = (question: Locator, text: string) => question.getByRole("group").locator("label").filter({ hasText: text });

/** Answers a question right or wrong, and submits. */
export async function answer(question: Locator, { body, key }: Asked, isRight: boolean): Promise<void> {
  if (key.kind === "truefalse") {
    await optionOf(question, say(key.correct === isRight ? "play.true" : "play.false")).click();
  } else if (key.kind === "fill") {
    const fields = question.getByRole("textbox");
    for (const [at, accepted] of key.blanks.entries()) await fields.nth(at).fill(isRight ? (accepted[0] ?? "") : "不是这个");
  } else if ((body.kind === "single" || body.kind === "multiple") && (key.kind === "single" || key.kind === "multiple")) {
    const right = key.kind === "single" ? [key.correct] : key.correct;
    const places = body.options.map((_, place) => place).filter((place) => right.includes(place) === isRight);
    for (const place of isRight ? places : places.slice(0, 1)) await optionOf(question, body.options[place]?.text ?? "").click();
  } else throw new Error(`${key.kind} does not stand in a text of the pack`);
  await question.getByRole("button", { name: say("checks.submit") }).click();
}

/** The question where it stands in the text. */
export const questionOf = (page: Page, { id }: Asked) => page.locator(`#check-${id}`);
