import { createHash } from "node:crypto";
import { z } from "zod";

export const MANIFEST_NAME = "manifest.json";
const FORMAT = "zhixing-evidence-1";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.strictObject({ name: z.string(), size: z.number(), sha256: hash, packedSha256: hash });
const listSchema = z.strictObject({
  format: z.literal(FORMAT),
  contest: z.strictObject({ id: z.number(), slug: z.string(), title: z.string() }),
  madeAt: z.string(),
  files: z.array(fileSchema),
});
const manifestSchema = listSchema.extend({ root: hash });
type Listed = Omit<z.output<typeof listSchema>, "format">;
export type Manifest = z.output<typeof manifestSchema>;

/** SHA-256 over everything else that the manifest says, and so over every file. */
function rootOf({ contest, madeAt, files }: Listed): string {
  return createHash("sha256")
    .update(JSON.stringify(listSchema.parse({ format: FORMAT, contest, madeAt, files })))
    .digest("hex");
}

/** The manifest of a pack, the one text there is of it. */
export function manifestOf(listed: Listed): { text: string; root: string } {
  const root = rootOf(listed);
  const manifest = manifestSchema.parse({ format: FORMAT, ...listed, root });
  return { text: `${JSON.stringify(manifest, null, 1)}\n`, root };
}

/** What a manifest says, or null when a single character of it is not as it was written. */
export function readManifest(text: string): Manifest | null {
  try {
    const manifest = manifestSchema.parse(JSON.parse(text));
    const { contest, madeAt, files } = manifest;
    return manifestOf({ contest, madeAt, files }).text === text ? manifest : null;
  } catch {
    return null; // not JSON, or not of this shape
  }
}
