import { createMaterial } from "#server/materials/create-material.ts";
import { reviewMaterial } from "#server/materials/review-material.ts";
import { told } from "./tell.ts";

type Two = Readonly<{ author: number; reviewer: number }>;

/** A text that members can read, by its two people; its slug. */
export async function aPublishedMaterial({ author, reviewer }: Two, content: object): Promise<string> {
  const { slug, number } = await told(createMaterial, author, { ...content, submit: true });
  await told(reviewMaterial, reviewer, { slug, number, verdict: "publish" });
  return slug;
}
