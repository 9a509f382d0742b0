import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { blocksOf } from "./blocks-of.ts";
import { findReadable } from "./find-readable.ts";

const MOST_WORDS = 30;

/** The first words of a block, as many as a line of a list holds. */
function firstWords(text: string): string {
  const characters = [...text.replace(/\s+/gu, " ").trim()];
  return characters.length > MOST_WORDS ? `${characters.slice(0, MOST_WORDS).join("")}…` : characters.join("");
}

/** Headings and paragraphs of a text by their first words: what a passage is picked from. `depth` 0: a paragraph. */
export const getOutline = query({
  at: "GET /api/materials/:slug/outline",
  input: z.strictObject({ slug: z.string().max(120) }),
  output: z.object({ title: z.string(), blocks: z.array(z.object({ id: z.string(), depth: z.number(), words: z.string() })) }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer }) {
    const found = await findReadable(db, slug, viewer);
    if (!found) throw new Refusal("not-found");
    const blocks = blocksOf(found.version).map(({ id, depth, text }) => ({ id, depth, words: firstWords(text) }));
    return { title: found.version.title, blocks };
  },
});
