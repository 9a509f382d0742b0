import { and, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { Refusal } from "#domain/refusal.ts";

/**
 * The person behind a subject of the identity provider. The first time, the subject is tied to the account of the same name, once and
 * for good. Refuses `no-account-here` when there is none, so that signing in somewhere else never makes a person here.
 */
export async function findOidcPerson(subject: string, username: string | undefined): Promise<number> {
  const db = database("play");
  const columns = { id: people.id, disabledAt: people.disabledAt };
  const [known] = await db.select(columns).from(people).where(eq(people.oidcSubject, subject));
  const account = username?.normalize("NFKC").trim().toLowerCase();
  const [tied] =
    known || !account
      ? [known]
      : await db
          .update(people)
          .set({ oidcSubject: subject })
          .where(and(eq(people.account, account), isNull(people.oidcSubject)))
          .returning(columns);
  if (!tied || tied.disabledAt) throw new Refusal("no-account-here");
  return tied.id;
}
