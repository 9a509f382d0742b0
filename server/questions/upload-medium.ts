import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { files } from "#db/schema/files.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { storeFile } from "#server/files/store-file.ts";
import { idSchema } from "#server/input-schemas.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockQuestion } from "./find-question.ts";

const MOST_FILES = 50;

/** Adds a picture or a sound to a question. It is shown by the versions that name it. */
export const uploadMedium = command({
  at: "POST /api/desk/questions/:id/media",
  input: z.strictObject({ id: idSchema, file: uploadSchema }),
  output: z.object({ file: z.number(), type: z.enum(["image", "audio"]) }),
  refusals: ["file-empty", "file-too-large", "file-type", "medium-type", "picture-damaged", "picture-too-large", "too-many-files"],
  door: "desk",
  load: (tx, { id }) => lockQuestion(tx, id),
  may: can.editQuestion,
  async run(tx, { id, branchId }, { file: given }, context) {
    const [held] = await tx
      .select({ count: count() })
      .from(files)
      .where(and(eq(files.questionId, id), isNull(files.removedAt)));
    if ((held?.count ?? 0) >= MOST_FILES) throw new Refusal("too-many-files", { limit: MOST_FILES, field: "file" });
    const file = await storeFile(tx, { questionId: id, ...given, createdBy: context.viewer.personId, now: context.now });
    const type = (["image", "audio"] as const).find((name) => file.contentType.startsWith(`${name}/`));
    if (!type) throw fieldRefusal("file", "medium-type");
    const after = { file: file.id, name: file.name, size: file.size };
    await writeAudit(tx, { context, action: "question.attach", object: "question", objectId: id, branchId, after });
    return { file: file.id, type };
  },
});
