import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { files } from "#db/schema/files.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { lockMaterial } from "#server/materials/find-material.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command } from "#server/verb.ts";
import { fileAddress } from "./file-address.ts";
import { storeFile } from "./store-file.ts";

const MOST_FILES = 100;

/** Adds a picture, PDF, recording or film to a text. Members see it when a published wording shows it. */
export const uploadFile = command({
  at: "POST /api/desk/materials/:slug/files",
  input: z.strictObject({ slug: slugSchema, file: uploadSchema }),
  output: z.object({ id: z.number(), name: z.string(), contentType: z.string(), size: z.number(), address: z.string() }),
  refusals: ["file-empty", "file-too-large", "file-type", "picture-damaged", "picture-too-large", "too-many-files"],
  door: "desk",
  load: (tx, { slug }) => lockMaterial(tx, slug),
  may: can.editMaterial,
  async run(tx, { id, slug, branchId }, { file: given }, context) {
    const [held] = await tx
      .select({ count: count() })
      .from(files)
      .where(and(eq(files.materialId, id), isNull(files.removedAt)));
    if ((held?.count ?? 0) >= MOST_FILES) throw new Refusal("too-many-files", { limit: MOST_FILES, field: "file" });
    const file = await storeFile(tx, { materialId: id, ...given, createdBy: context.viewer.personId, now: context.now });
    const after = { slug, file: file.id, name: file.name, size: file.size };
    await writeAudit(tx, { context, action: "material.attach", object: "material", objectId: id, branchId, after });
    return { ...file, address: fileAddress(file) };
  },
});
