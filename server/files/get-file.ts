import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { materials } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";
import { tasks } from "#db/schema/tasks.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";
import { maySeeMedium } from "./may-see-medium.ts";
import { rangeOf } from "./range-of.ts";
import { readParts } from "./read-parts.ts";

const programmeBranches = alias(branches, "programme_branches");

const fileBytes = z.object({
  name: z.string(),
  contentType: z.string(),
  size: z.number(),
  /** SHA-256 of the whole: what a browser holds already is not sent again. */
  sha256: z.string(),
  start: z.number(),
  /** Null: the range that was asked for lies outside the file, or the browser has the file. */
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
  isPart: z.boolean(),
});
export type FileBytes = z.output<typeof fileBytes>;

/** The file with what permission asks for: its text, its task, its meeting or its question. An edition of a yearbook has an address of its own. */
async function findFile(db: Db, id: number) {
  const { name, contentType, size, sha256 } = files;
  const [row] = await db
    .select({
      file: { id: files.id, name, contentType, size, sha256 },
      isRemoved: sql<boolean>`${isNotNull(files.removedAt)}`,
      meetingId: files.meetingId,
      questionId: files.questionId,
      material: { id: materials.id, audienceTags: materials.audienceTags },
      published: sql<boolean>`${and(isNotNull(materials.publishedVersionId), isNull(materials.archivedAt))}`,
      // The number first: an object whose first column is null is read as missing, and a unit has no person.
      task: { id: tasks.id, personId: tasks.personId, createdBy: tasks.createdBy },
      programmePath: programmeBranches.path,
      path: branches.path,
    })
    .from(files)
    .leftJoin(materials, eq(materials.id, files.materialId))
    .leftJoin(tasks, eq(tasks.id, files.taskId))
    .leftJoin(programmes, eq(programmes.id, tasks.programmeId))
    .leftJoin(programmeBranches, eq(programmeBranches.id, programmes.branchId))
    .leftJoin(branches, sql`${branches.id} = coalesce(${materials.branchId}, ${tasks.branchId})`)
    .where(eq(files.id, id));
  return row;
}

type Found = NonNullable<Awaited<ReturnType<typeof findFile>>>;

async function mayRead(db: Db, viewer: Member, found: Found): Promise<boolean> {
  const { material, task, published, path, programmePath, isRemoved, meetingId, questionId } = found;
  if (questionId !== null) return maySeeMedium(db, viewer, questionId);
  if (meetingId !== null) {
    const meeting = isRemoved ? undefined : await findMeeting(db, meetingId, viewer);
    return meeting !== undefined && can.readRecord(viewer, meeting);
  }
  if (material) {
    const text = { path, published, audienceTags: material.audienceTags };
    return can.readMaterial(viewer, text) || can.editMaterial(viewer, text);
  }
  return task !== null && path !== null && !isRemoved && can.readTaskFile(viewer, { ...task, path, programmePath });
}

/** A file's bytes, or a part of them, for whoever may read what it belongs to. What was taken out of a text's list stays reachable for older wordings. */
export const getFile = query({
  at: "GET /api/files/:id/:name",
  input: z.strictObject({
    id: idSchema,
    name: z.string().max(400),
    range: z.string().max(100).optional(),
    held: z.string().max(200).optional(),
  }),
  output: fileBytes,
  door: "play",
  may: can.beSignedIn,
  async run(db, { id, range, held }, { viewer }) {
    const found = await findFile(db, id);
    if (!found || !(await mayRead(db, viewer, found))) throw new Refusal("not-found");
    const { file } = found;
    const wanted = rangeOf(range, file.size);
    if (wanted === "none" || held?.includes(file.sha256)) return { ...file, start: 0, bytes: null, isPart: wanted !== null };
    const { start, end } = wanted ?? { start: 0, end: file.size - 1 };
    return { ...file, start, bytes: await readParts(db, id, start, end), isPart: wanted !== null };
  },
});
