import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/people.ts";
import { Refusal } from "#domain/refusal.ts";
import { openCommand } from "#server/verb.ts";
import { countGuess, forgetGuesses, refuseTooManyGuesses } from "./guesses.ts";
import { passwordMatches } from "./passwords.ts";
import { openSession } from "./sessions.ts";

/** An account as typed: trimmed, NFKC, lower case; one canonical form (TD3). */
export const accountSchema = z
  .string()
  .max(64)
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .refine((account) => account.length > 0 && !account.includes("\u0000"), { message: "blank" });

/** Signs in by account and password. The same words for a wrong account and a wrong password; guessing is limited. */
export const signIn = openCommand({
  at: "POST /api/sign-in",
  input: z.strictObject({ account: accountSchema, password: z.string().min(1).max(400) }),
  output: z.object({ sessionId: z.string(), personId: z.number() }),
  refusals: ["wrong-account-or-password", "too-many-guesses"],
  door: "play",
  async run(db, { account, password }, { now, address, device }) {
    await refuseTooManyGuesses(db, account, address, now);
    const [person] = await db
      .select({ id: people.id, passwordHash: people.passwordHash, disabledAt: people.disabledAt })
      .from(people)
      .where(eq(people.account, account));
    const matches = await passwordMatches(person?.passwordHash ?? null, password);
    if (!person || !matches || person.disabledAt) {
      await countGuess(db, account, address, now);
      throw new Refusal("wrong-account-or-password");
    }
    await forgetGuesses(db, account, address);
    return { personId: person.id, sessionId: await openSession(person.id, device, now) };
  },
});
