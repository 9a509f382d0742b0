import { and, eq, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { database, type Tx } from "#db/client.ts";
import { people, sessions } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { countGuess, forgetGuesses, refuseTooManyGuesses } from "./guesses.ts";
import { hashPassword, passwordMatches, refuseWeakPassword } from "./passwords.ts";

async function loadAccount(tx: Tx, personId: number) {
  const [person] = await tx
    .select({ id: people.id, account: people.account, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, personId));
  return person;
}

/** Sets one's own password, knowing the present one. Every other sign-in of the person ends. */
export const changePassword = command({
  at: "POST /api/me/password",
  input: z.strictObject({ current: z.string().min(1).max(400), password: z.string().min(1).max(400) }),
  output: z.object({ changed: z.boolean() }),
  refusals: ["wrong-password", "too-many-guesses", "password-short", "password-long", "password-weak"],
  door: "play",
  load: (tx, _input, { viewer }) => loadAccount(tx, viewer.personId),
  may: can.beSignedIn,
  async run(tx, person, { current, password }, { viewer, now, address }) {
    const guessing = database("play"); // not `tx`: a counted guess must outlive the refusal
    await refuseTooManyGuesses(guessing, person.account, address, now);
    if (!(await passwordMatches(person.passwordHash, current))) {
      await countGuess(guessing, person.account, address, now);
      throw fieldRefusal("current", "wrong-password");
    }
    refuseWeakPassword(password, person.account);
    await tx
      .update(people)
      .set({ passwordHash: await hashPassword(password) })
      .where(eq(people.id, person.id));
    const others = and(eq(sessions.personId, person.id), ne(sessions.id, viewer.sessionId), isNull(sessions.revokedAt));
    await tx.update(sessions).set({ revokedAt: now }).where(others);
    await forgetGuesses(tx, person.account, address);
    return { changed: true };
  },
});
