import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { branches } from "#db/schema/people.ts";

/** A contest with the path of its branch: what every permission asks for. Without a person, nobody is taken for invited. */
export async function findContest(tx: Db | Tx, slug: string, personId?: number) {
  const [row] = await contestRows(tx, personId).where(eq(contests.slug, slug));
  return row;
}

/** The same by number. */
export async function findContestById(tx: Db | Tx, id: number, personId?: number) {
  const [row] = await contestRows(tx, personId).where(eq(contests.id, id));
  return row;
}

/** Contests joined with their branch, ready for a condition. */
export function contestRows(tx: Db | Tx, personId = 0) {
  return tx
    .select({
      id: contests.id,
      slug: contests.slug,
      title: contests.title,
      intro: contests.intro,
      branchId: contests.branchId,
      branchName: branches.name,
      path: branches.path,
      audienceTags: contests.audienceTags,
      rules: contests.rules,
      blueprint: contests.blueprint,
      opensAt: contests.opensAt,
      closesAt: contests.closesAt,
      publishedAt: contests.publishedAt,
      rosterTakenAt: contests.rosterTakenAt,
      resultsAt: contests.resultsAt,
      appealUntil: contests.appealUntil,
      cancelledAt: contests.cancelledAt,
      freezeAt: contests.freezeAt,
      frozenAt: contests.frozenAt,
      releasedAt: contests.releasedAt,
      revision: contests.revision,
      createdBy: contests.createdBy,
      entry: contests.entry,
      paperId: contests.paperId,
      paperKind: contests.paperKind,
      sections: contests.sections,
      makesUpFor: contests.makesUpFor,
      followsId: contests.followsId,
      isInvited: sql<boolean>`exists (select 1 from contest_invited i where i.contest_id = ${contests.id} and i.person_id = ${personId})`,
      /** The longest extension anyone has, and all pauses there were: after it, nobody can be answering. */
      longestExtensionMs: sql<number>`(coalesce((select max(o.extension_ms) from contest_overrides o where o.contest_id = ${contests.id}), 0)
        + coalesce((select ceil(sum(extract(epoch from p.ends_at - p.starts_at)) * 1000) from contest_pauses p where p.contest_id = ${contests.id}), 0))::int`,
      latestOwnCloseAt: sql<Date | null>`(select max(o.closes_at) from contest_overrides o where o.contest_id = ${contests.id})`.mapWith(
        contests.closesAt,
      ),
    })
    .from(contests)
    .innerJoin(branches, eq(branches.id, contests.branchId));
}

export type ContestSubject = NonNullable<Awaited<ReturnType<typeof findContest>>>;

/** When the last person's window ends: the printed close, or the latest own close, plus the longest extension. */
export function lastCloseOf(contest: Pick<ContestSubject, "closesAt" | "latestOwnCloseAt" | "longestExtensionMs">): Date {
  const latest = Math.max(contest.closesAt.getTime(), contest.latestOwnCloseAt?.getTime() ?? 0);
  return new Date(latest + contest.longestExtensionMs);
}
