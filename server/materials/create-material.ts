import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { materials } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { placeOf } from "#server/branches/place-of.ts";
import { fileAddress } from "#server/files/file-address.ts";
import { storeFile } from "#server/files/store-file.ts";
import { blankable, flagSchema, idSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { placeChecks } from "./check-fields.ts";
import { refuseSameText } from "./find-material.ts";
import { audienceTagsSchema, materialFields, slugSchema } from "./material-fields.ts";
import { renderBlocks } from "./render-markdown.ts";
import { materialHashOf, writeMaterialVersion } from "./write-version.ts";

/** Pictures that came with an imported document; its text names them `picture:1`, `picture:2` …. */
const picturesSchema = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(uploadSchema).max(60),
);
const PICTURE = /\]\(picture:(\d{1,3})\)/gu;

/** The text with its pictures as files of it; one that did not come keeps its description alone. */
async function withPictures(
  tx: Tx,
  body: string,
  given: { materialId: number; pictures: readonly { name: string; bytes: Uint8Array }[]; createdBy: number; now: Date },
): Promise<string> {
  const { pictures, ...owner } = given;
  const wanted = new Set([...body.matchAll(PICTURE)].map(([, number]) => Number(number)));
  const addresses = new Map<number, string>();
  for (const [at, picture] of pictures.entries()) {
    if (wanted.has(at + 1)) addresses.set(at + 1, fileAddress(await storeFile(tx, { ...owner, ...picture })));
  }
  return body
    .replaceAll(/!\[([^\]]*)\]\(picture:(\d{1,3})\)/gu, (whole, alt: string, number: string) =>
      addresses.has(Number(number)) ? whole : alt,
    )
    .replaceAll(PICTURE, (whole, number: string) => `](${addresses.get(Number(number)) ?? whole})`);
}

/** Puts a text into the library as a draft, for everybody or for one subtree; a second person publishes it. */
export const createMaterial = command({
  at: "POST /api/desk/materials",
  input: z.strictObject({
    ...materialFields,
    slug: blankable(slugSchema),
    branchId: blankable(idSchema),
    audienceTags: audienceTagsSchema,
    pictures: picturesSchema,
    /** Lays it before the reviewers at once. */
    submit: flagSchema.default(false),
  }),
  output: z.object({ slug: z.string(), number: z.number() }),
  refusals: ["already-in-library", "slug-taken", "text-nested", "check-twice", "check-unknown", "picture-damaged", "picture-too-large"],
  door: "desk",
  load: (tx, { branchId }) => placeOf(tx, branchId),
  may: can.editMaterial,
  async run(tx, place, { slug: chosen, branchId: _placed, audienceTags = [], pictures, submit, checks: wanted = [], ...fields }, context) {
    const { viewer, now } = context;
    const blocks = renderBlocks(fields.body); // refuses a text that cannot be shown
    renderBlocks(fields.bodyEn);
    await refuseSameText(tx, fields.body);
    const { checks } = await placeChecks(tx, { wanted, blocks, viewer });
    const slug = chosen ?? `m-${materialHashOf({ ...fields, checks }).slice(0, 8)}`;
    const [made] = await nameConstraint({ materials_slug_once: ["slug", "slug-taken"] }, () =>
      tx
        .insert(materials)
        .values({ slug, collection: fields.collection, branchId: place.id, audienceTags, createdBy: viewer.personId, createdAt: now })
        .returning({ id: materials.id }),
    );
    const { id } = made as { id: number };
    const author = { createdBy: viewer.personId, now };
    const body = await withPictures(tx, fields.body, { materialId: id, pictures, ...author });
    if (body.trim() === "") throw fieldRefusal("body", "text-empty");
    const versionId = await writeMaterialVersion(tx, id, 1, { ...fields, body, checks }, author);
    if (submit) await tx.update(materials).set({ reviewVersionId: versionId }).where(eq(materials.id, id));
    const after = { slug, title: fields.title, collection: fields.collection, number: 1, submitted: submit };
    await writeAudit(tx, { context, action: "material.create", object: "material", objectId: id, branchId: place.id, after });
    return { slug, number: 1 };
  },
});
