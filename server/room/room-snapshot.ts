// One file, long because it is one statement: what everybody in the room sees is read at one moment.
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { MEETING_STATES, stateOf } from "#domain/meetings/state.ts";

const instant = z.string().nullable();
const id = z.number();

const agendaItemSchema = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  minutes: z.number(),
  person: z.string().nullable(),
  startedAt: instant,
  endedAt: instant,
});
const pollSchema = z.object({
  id,
  kind: z.enum(["poll", "quiz", "vote"]),
  question: z.string(),
  options: z.array(z.string()),
  isMultiple: z.boolean(),
  isAnonymous: z.boolean(),
  openedAt: instant,
  /** How many answered, and nothing of what. */
  answered: z.number(),
});
const forumSchema = z.object({
  limitMs: z.number(),
  warnMs: z.number(),
  maxMilli: z.number(),
  dropHighest: z.number(),
  dropLowest: z.number(),
  tie: z.string(),
  prizes: z.array(z.object({ name: z.string(), count: z.number() })).default([]),
  seed: z.string(),
  closedAt: instant,
  judges: z.number(),
  presenters: z.array(
    z.object({
      id,
      name: z.string(),
      topic: z.string(),
      lot: z.number().nullable(),
      startedAt: instant,
      endedAt: instant,
      /** How many judges scored, and not what. */
      scores: z.number(),
    }),
  ),
});

/** What everybody who has the meeting open sees of it: no code, no answer of anybody, no right option, no score. Instants in ISO. */
export const roomSnapshotSchema = z.object({
  state: z.enum(MEETING_STATES),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  openedAt: instant,
  closedAt: instant,
  agenda: z.array(agendaItemSchema),
  /** The stretch of a text shown to all, of the item that runs. */
  passage: z.object({ slug: z.string(), title: z.string(), from: z.string(), to: z.string() }).nullable(),
  /** Who asked to speak and was not called, and who speaks (`calledAt`), in the order of asking. */
  queue: z.array(z.object({ id, personId: z.number(), name: z.string(), askedAt: z.string(), calledAt: instant })),
  counts: z.object({ expected: z.number(), here: z.number(), online: z.number() }),
  polls: z.array(pollSchema),
  closedPolls: z.number(),
  speeches: z.array(id),
  forum: forumSchema.nullable(),
});
export type RoomSnapshot = z.output<typeof roomSnapshotSchema>;

type Row = Omit<RoomSnapshot, "state"> & {
  announcedAt: string | null;
  cancelledAt: string | null;
  lockedAt: string | null;
  signed: boolean;
};

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** The meeting as its room shows it at this moment; null when there is none. */
export async function readRoom(db: Db | Tx, meetingId: number, now: Date): Promise<RoomSnapshot | null> {
  const { rows } = await db.execute<{ room: Row }>(sql`
    select jsonb_build_object(
      'title', m.title, 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'openedAt', m.opened_at, 'closedAt', m.closed_at,
      'announcedAt', m.announced_at, 'cancelledAt', m.cancelled_at,
      'lockedAt', (select r.locked_at from meeting_records r where r.meeting_id = m.id),
      'signed', (select count(*) = 2 from record_signatures s where s.meeting_id = m.id and s.voided_at is null),
      'agenda', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'minutes', a.minutes,
          'person', p.name, 'startedAt', a.started_at, 'endedAt', a.ended_at) order by a.place, a.id), '[]')
        from agenda_items a left join people p on p.id = a.person_id where a.meeting_id = m.id and a.removed_at is null),
      'passage', (select jsonb_build_object('slug', t.slug, 'title', v.title, 'from', a.from_block, 'to', a.to_block)
        from agenda_items a join materials t on t.id = a.material_id join material_versions v on v.id = t.published_version_id
        where a.meeting_id = m.id and a.removed_at is null and a.started_at is not null and a.ended_at is null limit 1),
      'queue', (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'personId', q.person_id, 'name', p.name, 'askedAt', q.asked_at,
          'calledAt', q.called_at) order by q.called_at nulls last, q.id), '[]')
        from speaking_queue q join people p on p.id = q.person_id where q.meeting_id = m.id and q.ended_at is null),
      'counts', jsonb_build_object(
        'expected', (select count(*) from meeting_people r where r.meeting_id = m.id and r.removed_at is null),
        'here', (select count(*) from check_ins c where c.meeting_id = m.id and c.withdrawn_at is null),
        'online', (select count(*) from check_ins c where c.meeting_id = m.id and c.withdrawn_at is null and c.mode = 'online')),
      'polls', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'question', o.question, 'options', o.options,
          'isMultiple', o.is_multiple, 'isAnonymous', o.is_anonymous, 'openedAt', o.opened_at,
          'answered', (select count(*) from poll_answers w where w.poll_id = o.id)) order by o.opened_at, o.id), '[]')
        from meeting_polls o where o.meeting_id = m.id and o.removed_at is null and o.opened_at is not null and o.closed_at is null),
      'closedPolls', (select count(*) from meeting_polls o where o.meeting_id = m.id and o.removed_at is null and o.closed_at is not null),
      'speeches', (select coalesce(jsonb_agg(s.id order by s.id), '[]') from speeches s where s.meeting_id = m.id and s.deleted_at is null),
      'forum', case when m.forum is not null then m.forum || jsonb_build_object(
        'judges', (select count(*) from forum_judges j where j.meeting_id = m.id and j.removed_at is null),
        'presenters', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'topic', f.topic, 'lot', f.lot,
            'startedAt', f.started_at, 'endedAt', f.ended_at,
            'scores', (select count(*) from forum_scores c where c.presenter_id = f.id)) order by f.lot nulls last, f.id), '[]')
          from forum_presenters f where f.meeting_id = m.id and f.removed_at is null)) end) as room
    from meetings m where m.id = ${meetingId}`);
  const [row] = rows;
  if (!row) return null;
  const { room } = row;
  const { signed } = room;
  const { announcedAt, openedAt, closedAt, cancelledAt, lockedAt } = room;
  const instants = {
    announcedAt: dateOf(announcedAt),
    openedAt: dateOf(openedAt),
    closedAt: dateOf(closedAt),
    endsAt: new Date(room.endsAt),
    cancelledAt: dateOf(cancelledAt),
    lockedAt: dateOf(lockedAt),
    signed,
  };
  return roomSnapshotSchema.parse({ ...room, state: stateOf(instants, now) });
}
