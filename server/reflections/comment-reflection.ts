import { and, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { reflectionComments } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { textSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { COMMENTS_A_DAY, reflectionId } from "./reflection-fields.ts";
import { lockReflection } from "./visible-reflections.ts";

const DAY_MS = 86_400_000;

/** Says something to a piece that was handed in. */
export const commentReflection = command({
  at: "POST /api/reflections/:id/comments",
  input: z.strictObject({ ...reflectionId, body: textSchema(2_000) }),
  output: z.object({ id: z.number() }),
  refusals: ["too-many"],
  door: "play",
  load: (tx, { id }) => lockReflection(tx, id),
  may: can.readHandedIn,
  async run(tx, { id: reflectionOf }, { body }, { viewer: { personId }, now }) {
    await tx.execute(sql`select 1 from people where id = ${personId} for no key update`);
    const since = gt(reflectionComments.createdAt, new Date(now.getTime() - DAY_MS));
    const today = await tx.$count(reflectionComments, and(eq(reflectionComments.personId, personId), since));
    if (today >= COMMENTS_A_DAY) throw new Refusal("too-many", { most: COMMENTS_A_DAY });
    const [made] = await tx
      .insert(reflectionComments)
      .values({ reflectionId: reflectionOf, personId, body, createdAt: now })
      .returning({ id: reflectionComments.id });
    return { id: made?.id ?? 0 };
  },
});
