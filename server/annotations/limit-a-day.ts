import { and, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { annotationReplies, annotations } from "#db/schema/annotations.ts";
import { Refusal } from "#domain/refusal.ts";
import { A_DAY } from "./annotation-fields.ts";

const DAY_MS = 86_400_000;

/** Refuses `too-many` after a day's most. The writer's row is held until the end, so that those sent at once are counted in turn. */
export async function limitADay(tx: Tx, personId: number, now: Date): Promise<void> {
  await tx.execute(sql`select 1 from people where id = ${personId} for no key update`);
  const since = new Date(now.getTime() - DAY_MS);
  const written = await tx.$count(annotations, and(eq(annotations.personId, personId), gt(annotations.createdAt, since)));
  const replied = await tx.$count(annotationReplies, and(eq(annotationReplies.personId, personId), gt(annotationReplies.createdAt, since)));
  if (written + replied >= A_DAY) throw new Refusal("too-many", { most: A_DAY });
}
