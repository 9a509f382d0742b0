import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";

const pollSchema = z.object({
  id: z.number(),
  kind: z.enum(["poll", "quiz", "vote"]),
  question: z.string(),
  options: z.array(z.string()),
  isMultiple: z.boolean(),
  isAnonymous: z.boolean(),
  state: z.enum(["prepared", "open", "closed"]),
  /** The viewer's own answer. */
  choices: z.array(z.number()).nullable(),
  answered: z.number(),
  /** How often each option was chosen; told once it is closed. */
  counts: z.array(z.number()).nullable(),
  /** What was right in a quiz; told once it is closed. */
  right: z.array(z.number()).nullable(),
  explanation: z.string(),
});

/** Polls, votes and quizzes of a meeting: open ones without results, closed ones with counts and right answers, prepared ones for whoever runs it. */
export const listPolls = query({
  at: "GET /api/meetings/:id/room/polls",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ polls: z.array(pollSchema) }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.seeInsideMeeting(viewer, meeting)) throw new Refusal("not-found");
    const { rows } = await db.execute<{ poll: z.input<typeof pollSchema> }>(sql`
      select jsonb_build_object('id', p.id, 'kind', p.kind, 'question', p.question, 'options', p.options, 'isMultiple', p.is_multiple,
        'isAnonymous', p.is_anonymous,
        'state', case when p.opened_at is null then 'prepared' when p.closed_at is null then 'open' else 'closed' end,
        'choices', (select a.choices from poll_answers a where a.poll_id = p.id and a.person_id = ${viewer.personId}),
        'answered', (select count(*) from poll_answers a where a.poll_id = p.id),
        'counts', case when p.closed_at is not null then (
          select jsonb_agg((select count(*) from poll_answers a where a.poll_id = p.id and o.at - 1 = any(a.choices)) order by o.at)
          from unnest(p.options) with ordinality as o(option, at)) end,
        'right', case when p.closed_at is not null then (select to_jsonb(k."right") from meeting_poll_keys k where k.poll_id = p.id) end,
        'explanation', case when p.closed_at is not null then coalesce((select k.explanation from meeting_poll_keys k where k.poll_id = p.id), '') else '' end
      ) as poll
      from meeting_polls p where p.meeting_id = ${id} and p.removed_at is null
        and (p.opened_at is not null or ${can.runMeeting(viewer, meeting)})
      order by p.opened_at nulls last, p.id`);
    return { polls: rows.map(({ poll }) => pollSchema.parse(poll)) };
  },
});
