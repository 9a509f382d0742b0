import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { branches, offices, organisation, people } from "#db/schema/people.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { branchName } from "#server/branches/branch-fields.ts";
import { hashPassword, refuseWeakPassword } from "#server/people/passwords.ts";
import { personName } from "#server/people/person-fields.ts";
import { pinyinOf } from "#server/people/pinyin-of.ts";
import { openSession } from "#server/people/sessions.ts";
import { accountSchema } from "#server/people/sign-in.ts";
import { type Context, openCommand } from "#server/verb.ts";
import { hashOfToken } from "./hash-of-token.ts";

const input = z.strictObject({
  token: z.string().min(1).max(200),
  organisationName: branchName,
  account: accountSchema,
  name: personName,
  password: z.string().min(1).max(400),
});
type Setup = z.output<typeof input> & { passwordHash: string };

const standing = (token: string, now: Date) =>
  and(eq(organisation.id, 1), eq(organisation.setupHash, hashOfToken(token)), gt(organisation.setupEndsAt, now));

async function refuseStale(db: Db, token: string, now: Date): Promise<void> {
  const [offer] = await db.select({ id: organisation.id }).from(organisation).where(standing(token, now));
  if (!offer) throw new Refusal("code-not-valid");
}

/** The condition of the first update lets exactly one through; all else follows in the same transaction. */
async function found(tx: Tx, { token, organisationName, account, name, passwordHash }: Setup, context: Context): Promise<number> {
  const { now } = context;
  const used = await tx
    .update(organisation)
    .set({ name: organisationName, setupHash: null, setupEndsAt: null })
    .where(standing(token, now))
    .returning({ id: organisation.id });
  if (used.length === 0) throw new Refusal("code-not-valid");
  const root = { code: "ROOT", name: organisationName, pinyin: pinyinOf(organisationName, "branch").full };
  const [branch] = await tx.insert(branches).values(root).returning({ id: branches.id });
  const branchId = branch?.id ?? 0;
  const sound = pinyinOf(name);
  const [person] = await tx
    .insert(people)
    .values({
      staffNo: account,
      account,
      name,
      branchId,
      passwordHash,
      pinyinFull: sound.full,
      pinyinInitials: sound.initials,
      createdAt: now,
    })
    .returning({ id: people.id });
  const personId = person?.id ?? 0;
  await tx.insert(offices).values({ personId, office: "admin", branchId, grantedAt: now });
  const after = { organisationName, account, name };
  await writeAudit(tx, { context, action: "organisation.setup", object: "organisation", objectId: 1, branchId, after });
  return personId;
}

/** Makes the organisation's root branch and its first administrator, once, with the token that the first start printed; signs in. */
export const useSetupLink = openCommand({
  at: "POST /api/setup",
  input,
  output: z.object({ sessionId: z.string(), personId: z.number(), account: z.string() }),
  refusals: ["code-not-valid", "password-short", "password-long", "password-weak"],
  door: "desk",
  async run(db, wishes, context) {
    await refuseStale(db, wishes.token, context.now);
    refuseWeakPassword(wishes.password, wishes.account);
    const passwordHash = await hashPassword(wishes.password);
    const personId = await db.transaction((tx) => found(tx, { ...wishes, passwordHash }, context));
    return { personId, account: wishes.account, sessionId: await openSession(personId, context.device, context.now) };
  },
});
