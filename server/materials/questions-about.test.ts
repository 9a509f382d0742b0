import { expect, test } from "vitest";
import { createQuestion } from "#server/questions/create-question.ts";
import { aQuestionDesk, single } from "#tests/world/questions.ts";
import { told } from "#tests/world/tell.ts";
import { createMaterial } from "./create-material.ts";
import { getMaterialDesk } from "./get-material-desk.ts";
import { listMaterialsDesk } from "./list-materials-desk.ts";

test("a text's page counts the questions it answers, as the list does, and no others", async () => {
  const desk = await aQuestionDesk();
  const slugs = ["cited-text", "other-text", "third-text"];
  for (const slug of slugs) await told(createMaterial, desk.author, { slug, title: slug, body: `${slug}的正文。` });
  for (const stem of ["一问？", "二问？"]) await told(createQuestion, desk.author, { ...single(stem), material: "cited-text" });
  const counts = await Promise.all(slugs.map(async (slug) => (await told(getMaterialDesk, desk.author, { slug })).questions));
  expect(counts).toEqual([2, 0, 0]);
  const { items } = await told(listMaterialsDesk, desk.author, {});
  expect(slugs.map((slug) => items.find((item) => item.slug === slug)?.questions)).toEqual(counts);
});
