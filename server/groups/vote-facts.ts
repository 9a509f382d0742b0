import { and, asc, desc, eq, isNull, or } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { bookBallots, bookNominees, bookVotes } from "#db/schema/groups.ts";
import type { Member } from "#domain/people/viewer.ts";
import { lockGroup } from "./group-facts.ts";

/** The vote of a group that is not counted yet, or the last one. */
export async function latestVote(db: Db | Tx, groupId: number) {
  const [vote] = await db.select().from(bookVotes).where(eq(bookVotes.groupId, groupId)).orderBy(desc(bookVotes.id)).limit(1);
  return vote;
}

/** Books that are up: nominated and neither taken back nor chosen before. With a vote also what was chosen in it. */
export async function nomineesUp(db: Db | Tx, groupId: number, voteId?: number) {
  const { chosenIn, retiredAt, nominatedAt, id } = bookNominees;
  const standing = voteId === undefined ? isNull(chosenIn) : or(isNull(chosenIn), eq(chosenIn, voteId));
  return db
    .select()
    .from(bookNominees)
    .where(and(eq(bookNominees.groupId, groupId), isNull(retiredAt), standing))
    .orderBy(asc(nominatedAt), asc(id));
}

/** Every vote cast in it; who cast which is told to nobody. */
export async function ballotsOf(db: Db | Tx, voteId: number) {
  const { personId, nomineeId } = bookBallots;
  return db.select({ personId, nomineeId }).from(bookBallots).where(eq(bookBallots.voteId, voteId));
}

/** A vote with its group, both held: nobody votes while it is being counted. */
export async function lockVote(tx: Tx, { slug, id }: { slug: string; id: number }, viewer: Member) {
  const group = await lockGroup(tx, slug, viewer);
  if (!group) return undefined;
  const [vote] = await tx
    .select()
    .from(bookVotes)
    .where(and(eq(bookVotes.id, id), eq(bookVotes.groupId, group.id)));
  return vote && { ...group, vote };
}
