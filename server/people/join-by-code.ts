import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { invitations, people } from "#db/schema/people.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { type Context, openCommand } from "#server/verb.ts";
import { hashOfCode } from "./one-time-code.ts";
import { hashPassword, refuseWeakPassword } from "./passwords.ts";
import { endSessionsOf, openSession } from "./sessions.ts";

const standing = (codeHash: string, now: Date) =>
  and(eq(invitations.codeHash, codeHash), isNull(invitations.usedAt), gt(invitations.expiresAt, now));

type Joining = Readonly<{ id: number; branchId: number; codeHash: string; passwordHash: string }>;

/** Uses the code up: of several at once exactly one gets through the condition of the update. */
async function setPassword(tx: Tx, { id, branchId, codeHash, passwordHash }: Joining, context: Context): Promise<void> {
  const { now } = context;
  const used = await tx.update(invitations).set({ usedAt: now }).where(standing(codeHash, now)).returning({ id: invitations.id });
  if (used.length === 0) throw new Refusal("code-not-valid");
  await tx.update(people).set({ passwordHash }).where(eq(people.id, id));
  await endSessionsOf(tx, id, now);
  await writeAudit(tx, { context, action: "person.join", object: "person", objectId: id, branchId });
}

/** Sets a password with a one-time code and signs in. A code unknown, used, replaced or too old is the same refusal. */
export const joinByCode = openCommand({
  at: "POST /api/join",
  input: z.strictObject({ code: z.string().min(1).max(100), password: z.string().min(1).max(400) }),
  output: z.object({ sessionId: z.string(), personId: z.number(), account: z.string() }),
  refusals: ["code-not-valid", "password-short", "password-long", "password-weak"],
  door: "play",
  async run(db, { code, password }, context) {
    const { now, device } = context;
    const codeHash = hashOfCode(code);
    const [person] = await db
      .select({ id: people.id, account: people.account, branchId: people.branchId })
      .from(invitations)
      .innerJoin(people, eq(people.id, invitations.personId))
      .where(and(standing(codeHash, now), isNull(people.disabledAt)));
    if (!person) throw new Refusal("code-not-valid");
    refuseWeakPassword(password, person.account);
    const passwordHash = await hashPassword(password);
    await db.transaction((tx) => setPassword(tx, { ...person, codeHash, passwordHash }, context));
    return { personId: person.id, account: person.account, sessionId: await openSession(person.id, device, now) };
  },
});
