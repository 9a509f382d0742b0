import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { invitations } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockPerson } from "./lock-person.ts";
import { hashOfCode, makeCode } from "./one-time-code.ts";

const FIRST_MS = 7 * 86_400_000;
const RESET_MS = 3_600_000;

/** Gives out the one code a person can set a password with: for 7 days the first time, for 1 hour afterwards. An earlier code dies. */
export const invitePerson = command({
  at: "POST /api/desk/people/:id/invite",
  input: z.strictObject({ id: idSchema, reason: reasonSchema }),
  output: z.object({ code: z.string(), account: z.string(), name: z.string(), expiresAt: z.date(), reset: z.boolean() }),
  refusals: ["person-disabled"],
  door: "desk",
  load: (tx, { id }) => lockPerson(tx, id),
  may: can.editPerson,
  async run(tx, person, { reason }, context) {
    if (!can.resetPerson(context.viewer, person)) throw new Refusal("forbidden");
    if (person.disabledAt) throw new Refusal("person-disabled");
    const { now, viewer } = context;
    const reset = person.joined;
    const expiresAt = new Date(now.getTime() + (reset ? RESET_MS : FIRST_MS));
    const code = makeCode();
    await tx
      .update(invitations)
      .set({ expiresAt: now })
      .where(and(eq(invitations.personId, person.id), isNull(invitations.usedAt)));
    await tx
      .insert(invitations)
      .values({ personId: person.id, codeHash: hashOfCode(code), createdAt: now, createdBy: viewer.personId, expiresAt });
    const action = reset ? "person.reset" : "person.invite";
    await writeAudit(tx, {
      context,
      action,
      object: "person",
      objectId: person.id,
      branchId: person.branchId,
      after: { expiresAt },
      reason,
    });
    return { code, account: person.account, name: person.name, expiresAt, reset };
  },
});
