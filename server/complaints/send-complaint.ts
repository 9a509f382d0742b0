import { and, count, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { complaints, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { textSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

const A_DAY = 10;
const DAY_MS = 86_400_000;

/** Held until the end, so that ten sent at once are counted one after the other. */
async function lockSender(tx: Tx, id: number) {
  const [sender] = await tx.select({ id: people.id }).from(people).where(eq(people.id, id)).for("no key update");
  return sender;
}

/** Puts a complaint or a suggestion into the box of the own branch; at most ten in 24 hours. */
export const sendComplaint = command({
  at: "POST /api/complaints",
  input: z.strictObject({ body: textSchema(2_000) }),
  output: z.object({ id: z.number() }),
  refusals: ["too-many"],
  door: "play",
  load: (tx, _input, { viewer }) => lockSender(tx, viewer.personId),
  may: can.beSignedIn,
  async run(tx, _sender, { body }, { viewer: { personId, branchId }, now }) {
    const since = new Date(now.getTime() - DAY_MS);
    const [sent] = await tx
      .select({ n: count() })
      .from(complaints)
      .where(and(eq(complaints.personId, personId), gt(complaints.createdAt, since)));
    if (sent && sent.n >= A_DAY) throw new Refusal("too-many", { most: A_DAY });
    const [added] = await tx.insert(complaints).values({ personId, branchId, body, createdAt: now }).returning({ id: complaints.id });
    return { id: added?.id ?? 0 };
  },
});
