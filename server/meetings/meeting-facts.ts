import { eq, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { meetingRecords } from "#db/schema/records.ts";
import { OVERSEERS } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";

type Role = "leader" | "deputy" | "member";
type Duty = { chair: boolean; recorder: boolean; leadReader: boolean; judge: boolean };

/** The viewer's role in the group it is registered with; a member of a group that meets with it is a member. */
const ownRole = (viewer: Member): SQL<Role | null> => sql<Role | null>`coalesce(
  (select gm.role from group_members gm where gm.group_id = ${meetings.groupId} and gm.person_id = ${viewer.personId} and gm.left_at is null),
  (select 'member' from meeting_parties mp join group_members gm on gm.group_id = mp.group_id
   where mp.meeting_id = ${meetings.id} and gm.person_id = ${viewer.personId} and gm.left_at is null limit 1))`;

const onRoster = (viewer: Member): SQL<boolean> => sql<boolean>`exists (
  select 1 from meeting_people mr where mr.meeting_id = ${meetings.id} and mr.person_id = ${viewer.personId} and mr.removed_at is null)`;

const isJudge = (viewer: Member): SQL<boolean> => sql<boolean>`exists (
  select 1 from forum_judges fj where fj.meeting_id = ${meetings.id} and fj.person_id = ${viewer.personId} and fj.removed_at is null)`;

const ofBranch = (viewer: Member): SQL<boolean> => sql<boolean>`(${viewer.branchPath} like ${branches.path} || '%' or exists (
  select 1 from meeting_parties mp join branches pb on pb.id = mp.branch_id
  where mp.meeting_id = ${meetings.id} and ${viewer.branchPath} like pb.path || '%'))`;

const duty = (viewer: Member): SQL<Duty> => sql<Duty>`jsonb_build_object(
  'chair', ${meetings.chairId} is not distinct from ${viewer.personId}, 'recorder', ${meetings.recorderId} is not distinct from ${viewer.personId},
  'leadReader', ${meetings.leadReaderId} is not distinct from ${viewer.personId}, 'judge', ${isJudge(viewer)})`;

/** Chair and recorder both signed the record as it stands. */
const signed: SQL<boolean> = sql<boolean>`(
  select count(*) = 2 from record_signatures rs where rs.meeting_id = ${meetings.id} and rs.voided_at is null)`;

/** can.seeInsideMeeting said in SQL. Needs the joins of `meetingFacts`. */
export function insideMeetings(viewer: Member): SQL {
  return sql`(${onRoster(viewer)} or ${ownRole(viewer)} is not null or ${isJudge(viewer)}
    or ${viewer.personId} in (${meetings.chairId}, ${meetings.recorderId}, ${meetings.leadReaderId}) or ${inSubtrees(viewer, OVERSEERS)})`;
}

/** can.seeMeeting said in SQL. Needs the joins of `meetingFacts`. */
export function visibleMeetings(viewer: Member): SQL {
  return sql`(${insideMeetings(viewer)} or (${meetings.announcedAt} is not null and ${meetings.openTo} = 'branch' and ${ofBranch(viewer)}))`;
}

/** can.readRecord said in SQL. Needs the joins of `meetingFacts`. */
export function readableRecords(viewer: Member): SQL {
  return sql`(${insideMeetings(viewer)} or (not coalesce(${groups.isPrivate}, false) and ${signed}
    and ${viewer.branchPath} like ${branches.path} || '%'))`;
}

/** What permissions and the state ask of meetings, of all that `where` names; what one may not see is in it too. */
export function meetingFacts(db: Db | Tx, viewer: Member, where: SQL | undefined) {
  const { id, kind, title, groupId, branchId, planId, sectionId, startsAt, endsAt, leadReaderId, chairId, recorderId } = meetings;
  const { openTo, announcedAt, isShortNotice, cancelledAt, openedAt, closedAt, revision } = meetings;
  return db
    .select({
      ...{ id, kind, title, groupId, branchId, planId, sectionId, startsAt, endsAt, leadReaderId, chairId, recorderId },
      ...{ openTo, announcedAt, isShortNotice, cancelledAt, openedAt, closedAt, revision },
      lockedAt: meetingRecords.lockedAt,
      path: branches.path,
      isPrivate: sql<boolean>`coalesce(${groups.isPrivate}, false)`,
      role: ownRole(viewer),
      onRoster: onRoster(viewer),
      ofBranch: ofBranch(viewer),
      duty: duty(viewer),
      signed,
    })
    .from(meetings)
    .innerJoin(branches, eq(branches.id, meetings.branchId))
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(meetingRecords, eq(meetingRecords.meetingId, meetings.id))
    .where(where)
    .$dynamic();
}
export type MeetingFacts = Awaited<ReturnType<typeof meetingFacts>>[number];

/** One meeting, as permissions see it. */
export async function findMeeting(db: Db | Tx, id: number, viewer: Member): Promise<MeetingFacts | undefined> {
  const [found] = await meetingFacts(db, viewer, eq(meetings.id, id));
  return found;
}

/** One meeting for a change: two people at the same one are taken one after the other. */
export async function lockMeeting(tx: Tx, id: number, viewer: Member): Promise<MeetingFacts | undefined> {
  await tx.execute(sql`select 1 from meetings where id = ${id} for update`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  return findMeeting(tx, id, viewer);
}
