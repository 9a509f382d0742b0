import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";

const notesSchema = z.object({
  decisions: z.array(z.object({ id: z.number(), body: z.string(), owner: z.string().nullable(), dueAt: z.string().nullable() })),
  takeaways: z.array(z.object({ id: z.number(), body: z.string(), name: z.string(), isOwn: z.boolean() })),
  questions: z.array(
    z.object({
      id: z.number(),
      body: z.string(),
      name: z.string(),
      presenterId: z.number().nullable(),
      isAnswered: z.boolean(),
    }),
  ),
});

/** What was decided, taken away and asked in a meeting. */
export const listRoomNotes = query({
  at: "GET /api/meetings/:id/room/notes",
  input: z.strictObject({ id: idSchema }),
  output: notesSchema,
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.seeInsideMeeting(viewer, meeting)) throw new Refusal("not-found");
    const { rows } = await db.execute<{ notes: z.output<typeof notesSchema> }>(sql`
      select jsonb_build_object(
        'decisions', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'body', d.body, 'owner', p.name, 'dueAt', d.due_at) order by d.id), '[]')
          from meeting_decisions d left join people p on p.id = d.owner_id where d.meeting_id = ${id} and d.deleted_at is null),
        'takeaways', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'body', t.body, 'name', p.name,
            'isOwn', t.person_id = ${viewer.personId}) order by t.id), '[]')
          from takeaways t join people p on p.id = t.person_id where t.meeting_id = ${id} and t.deleted_at is null),
        'questions', (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'body', q.body, 'name', p.name, 'presenterId', q.presenter_id,
            'isAnswered', q.answered_at is not null) order by q.id), '[]')
          from meeting_questions q join people p on p.id = q.person_id where q.meeting_id = ${id} and q.deleted_at is null)) as notes`);
    return rows[0]?.notes ?? { decisions: [], takeaways: [], questions: [] };
  },
});
