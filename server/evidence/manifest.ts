import { createHash } from "node:crypto";
import { z } from "zod";

export const MANIFEST_NAME = "manifest.json";
/** Where papers of rehearsals stand, so that nobody takes one for a result. */
export const REHEARSAL_FOLDER = "rehearsals/";
const FORMAT = "zhixing-evidence-1";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.strictObject({ name: z.string(), size: z.number(), sha256: hash, packedSha256: hash });
const titled = z.strictObject({ id: z.number(), title: z.string() });
const listSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** Of what the pack is: one of the three. */
  contest: z.strictObject({ id: z.number(), slug: z.string(), title: z.string() }).optional(),
  hall: titled.optional(),
  game: titled.optional(),
  madeAt: z.string(),
  files: z.array(fileSchema),
});
const manifestSchema = listSchema.extend({ root: hash });
export type Listed = Omit<z.output<typeof listSchema>, "format">;
export type Manifest = z.output<typeof manifestSchema>;

/** SHA-256 over everything else that the manifest says, and so over every file. */
function rootOf(listed: Listed): string {
  return createHash("sha256")
    .update(JSON.stringify(listSchema.parse({ format: FORMAT, ...listed })))
    .digest("hex");
}

/** The manifest of a pack, the one text there is of it. */
export function manifestOf(listed: Listed): { text: string; root: string } {
  const root = rootOf(listed);
  const manifest = manifestSchema.parse({ format: FORMAT, ...listed, root });
  return { text: `${JSON.stringify(manifest, null, 1)}\n`, root };
}

/** Of what a pack is, in a line. */
export function subjectOf({ contest, hall, game }: Manifest): string {
  if (contest) return `${contest.title} (${contest.slug})`;
  return hall ? `${hall.title} (hall ${hall.id})` : `${game?.title ?? ""} (game ${game?.id ?? ""})`;
}

/** What a manifest says, or null when a single character of it is not as it was written. */
export function readManifest(text: string): Manifest | null {
  try {
    const manifest = manifestSchema.parse(JSON.parse(text));
    const { format: _format, root: _root, ...listed } = manifest;
    return manifestOf(listed).text === text ? manifest : null;
  } catch {
    return null; // not JSON, or not of this shape
  }
}
