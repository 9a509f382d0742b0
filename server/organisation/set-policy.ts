import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { NAME_RULES } from "#domain/completion/name-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { changesBetween } from "#server/changes-between.ts";
import { blankable, flagSchema, lineSchema, reasonSchema } from "#server/input-schemas.ts";
import { command, noSubject } from "#server/verb.ts";

/** What is kept in the one column of policies; a policy that is not named in the wish stays. */
const policies = { studyNames: blankable(z.enum(NAME_RULES)) };
type Policies = z.output<z.ZodObject<typeof policies>>;

async function lockOrganisation(tx: Tx) {
  const { id, name, lightBurden, policies: kept } = organisation;
  const [found] = await tx.select({ id, name, lightBurden, kept }).from(organisation).where(eq(id, 1)).for("update");
  if (!found) throw new Refusal("not-found");
  return found;
}

const given = (wish: Policies) => Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));

/** Sets the organisation's name and its policies. Light-burden mode off is the organisation's decision, and the ledger says whose. */
export const setPolicy = command({
  at: "POST /api/desk/policy",
  input: z.strictObject({ name: blankable(lineSchema(80)), lightBurden: blankable(flagSchema), ...policies, reason: reasonSchema }),
  output: z.object({ changed: z.array(z.string()) }),
  door: "desk",
  load: noSubject,
  may: can.setPolicy,
  async run(tx, _subject, { name, lightBurden, reason, ...wish }, context) {
    const { id, kept, ...now } = await lockOrganisation(tx);
    const plain = changesBetween(now, { name: name ?? now.name, lightBurden: lightBurden ?? now.lightBurden });
    const policy = changesBetween(kept, { ...kept, ...given(wish) });
    const [before, after] = [
      { ...plain.before, ...policy.before },
      { ...plain.after, ...policy.after },
    ];
    const changed = Object.keys(after);
    if (changed.length === 0) return { changed };
    await tx
      .update(organisation)
      .set({ ...plain.after, policies: { ...kept, ...policy.after } })
      .where(eq(organisation.id, id));
    await writeAudit(tx, { context, action: "organisation.policy", object: "organisation", objectId: id, before, after, reason });
    return { changed };
  },
});
