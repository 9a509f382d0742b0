import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { command, noSubject } from "#server/verb.ts";
import { cleanText, TEXT_LIMIT } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";
import { findSameText } from "./find-material.ts";
import { blockSchema } from "./hast-schema.ts";
import { renderBlocks } from "./render-markdown.ts";

const upload = z.strictObject({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) });

/** The text that was handed in, from whichever of the two fields was used. An unused file field of a form arrives as a file without a name. */
function givenText(file: z.output<typeof upload> | undefined, text: string): string {
  if (!file || (file.name === "" && file.bytes.length === 0)) return text;
  if (!/\.(txt|md|markdown)$/iu.test(file.name)) throw new Refusal("file-not-text", { field: "file" });
  return decodeText(file.bytes);
}

/** Reads a text file or a pasted text and proposes what would be kept of it, change by change. Saves nothing. */
export const proposeMaterial = command({
  at: "POST /api/desk/materials/propose",
  input: z.strictObject({ file: upload.optional(), text: z.string().max(TEXT_LIMIT).default("") }),
  output: z.object({
    title: z.string(),
    markdown: z.string(),
    meta: z.object({ source: z.string().optional(), author: z.string().optional(), date: z.string().optional() }),
    changes: z.array(z.object({ kind: z.string(), before: z.string(), after: z.string(), line: z.number(), count: z.number() })),
    marked: z.number(),
    blocks: z.array(blockSchema),
    same: z.object({ slug: z.string(), title: z.string() }).nullable(),
  }),
  refusals: ["text-empty", "text-too-long", "text-nested", "file-too-large", "file-empty", "file-not-text", "file-encoding-unknown"],
  door: "desk",
  load: noSubject,
  may: can.seeMaterialsDesk,
  async run(tx, _subject, { file, text }) {
    const proposal = cleanText(givenText(file, text));
    return { ...proposal, blocks: renderBlocks(proposal.markdown), same: await findSameText(tx, proposal.markdown) };
  },
});
