import { z } from "zod";
import { can } from "#domain/access.ts";
import { command, noSubject } from "#server/verb.ts";
import { blockSchema } from "./hast-schema.ts";
import { freeText } from "./material-fields.ts";
import { renderBlocks } from "./render-markdown.ts";

/** Markdown as members would read it, while an editor is still writing. Saves nothing; a POST, for a text is too long for an address. */
export const previewMaterial = command({
  at: "POST /api/desk/materials/preview",
  input: z.strictObject({ body: freeText(200_000) }),
  output: z.object({ blocks: z.array(blockSchema) }),
  refusals: ["text-nested"],
  door: "desk",
  load: noSubject,
  may: can.seeMaterialsDesk,
  async run(_tx, _subject, { body }) {
    return { blocks: renderBlocks(body) };
  },
});
