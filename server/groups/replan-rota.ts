import type { Tx } from "#db/client.ts";
import { rotaOf } from "#domain/groups/rota-of.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import { type ComingMeeting, comingMeetings, isFixed } from "./coming-meetings.ts";
import { rotaQuestion } from "./rota-question.ts";
import { setLeadReader } from "./set-lead-reader.ts";

type Group = Readonly<{ id: number; slug: string }>;
type Wishes = Readonly<{
  now: Date;
  /** How many of the next meetings; the others keep whom they have. */
  next?: number;
  /** Somebody who leads nothing any more, though it was announced or agreed. */
  without?: number;
}>;

/** A meeting whose lead reader changed, and whom to tell. */
export type Reassigned = Readonly<{ meeting: ComingMeeting; from: number | null; to: number | null }>;

/**
 * Makes the rota anew over what is to come: what was announced or swapped stays. Returns what changed, how many it could have changed, and
 * where a rule had to give way.
 */
export async function replanRota(tx: Tx, group: Group, { now, next = Number.POSITIVE_INFINITY, without }: Wishes) {
  const coming = await comingMeetings(tx, group.id, now);
  const isFree = (meeting: ComingMeeting) => (without !== undefined && meeting.leadReaderId === without) || !isFixed(meeting);
  const within = new Set(
    coming
      .filter(isFree)
      .slice(0, next)
      .map(({ id }) => id),
  );
  const meetings = coming.map((meeting) => ({
    startsAt: meeting.startsAt,
    day: wallAt(meeting.startsAt, meeting.rule.zone).day,
    fixed: within.has(meeting.id) ? null : meeting.leadReaderId,
    isKept: !within.has(meeting.id),
  }));
  // A meeting beyond the next ones that has nobody yet is not planned now.
  const known = meetings.filter(({ isKept, fixed }) => !isKept || fixed !== null);
  const turns = rotaOf({ ...(await rotaQuestion(tx, group, now)), meetings: known });
  const planned = coming.filter((_one, at) => known.includes(meetings[at] as (typeof meetings)[number]));
  const changed: Reassigned[] = [];
  for (const [at, meeting] of planned.entries()) {
    const to = turns[at]?.personId ?? null;
    if (!within.has(meeting.id) || to === meeting.leadReaderId) continue;
    changed.push({ meeting, from: meeting.leadReaderId, to });
    await setLeadReader(tx, meeting, to, now);
  }
  return { changed, planned: within.size, forced: turns.filter(({ note }) => note !== null).length };
}
