import { and, eq, inArray, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { branches, offices, people } from "#db/schema/people.ts";
import type { HeldOffice, Member } from "#domain/people/viewer.ts";
import type { Context, Outcome } from "#server/verb.ts";

/** People of the demo by their accounts, each as a verb would see them signed in. */
export async function demoMembers(accounts: readonly string[]): Promise<Map<string, Member>> {
  const db = database("desk");
  const rows = await db
    .select({
      ...{ id: people.id, account: people.account, name: people.name, tags: people.tags },
      branchId: branches.id,
      path: branches.path,
    })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(inArray(people.account, [...accounts]));
  const held = await db
    .select({ personId: offices.personId, office: offices.office, branchId: offices.branchId, path: branches.path })
    .from(offices)
    .innerJoin(branches, eq(branches.id, offices.branchId))
    .where(
      and(
        isNull(offices.endedAt),
        inArray(
          offices.personId,
          rows.map(({ id }) => id),
        ),
      ),
    );
  return new Map(
    rows.map(({ id, account, name, tags, branchId, path }): [string, Member] => {
      const own = held
        .filter(({ personId }) => personId === id)
        .map(({ office, branchId: over, path: of }): HeldOffice => ({ office, branchId: over, path: of }));
      return [account, { kind: "member", personId: id, sessionId: "", name, branchId, branchPath: path, tags, offices: own }];
    }),
  );
}

/** The demo's people do what people do, through the very verbs: at a moment of their own. */
export const asMember = (viewer: Member, now: Date): Context<Member> => ({
  ...{ viewer, now, requestId: "demo", address: "127.0.0.1", device: "demo", origin: "" },
});

/** What a verb gave; a demo that is refused is broken, and says so. */
export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok)
    throw new Error(`the demo was refused: ${outcome.code} ${JSON.stringify(outcome.params)} ${JSON.stringify(outcome.fields)}`);
  return outcome.value;
}
