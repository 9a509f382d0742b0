import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { changesBetween } from "#server/changes-between.ts";
import { blankable, flagSchema, lineSchema, reasonSchema } from "#server/input-schemas.ts";
import { command, noSubject } from "#server/verb.ts";

async function lockOrganisation(tx: Tx) {
  const { id, name, lightBurden } = organisation;
  const [found] = await tx.select({ id, name, lightBurden }).from(organisation).where(eq(id, 1)).for("update");
  if (!found) throw new Refusal("not-found");
  return found;
}

/** Sets the organisation's name and its policies. Light-burden mode off is the organisation's decision, and the ledger says whose. */
export const setPolicy = command({
  at: "POST /api/desk/policy",
  input: z.strictObject({ name: blankable(lineSchema(80)), lightBurden: blankable(flagSchema), reason: reasonSchema }),
  output: z.object({ changed: z.array(z.string()) }),
  door: "desk",
  load: noSubject,
  may: can.setPolicy,
  async run(tx, _subject, { name, lightBurden, reason }, context) {
    const { id, ...now } = await lockOrganisation(tx);
    const { before, after } = changesBetween(now, { name: name ?? now.name, lightBurden: lightBurden ?? now.lightBurden });
    const changed = Object.keys(after);
    if (changed.length === 0) return { changed };
    await tx.update(organisation).set(after).where(eq(organisation.id, id));
    await writeAudit(tx, { context, action: "organisation.policy", object: "organisation", objectId: id, before, after, reason });
    return { changed };
  },
});
