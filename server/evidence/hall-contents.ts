import { type SQL, sql } from "drizzle-orm";
import type { PackedTable } from "./pack-contents.ts";

/** What a pack holds of finals on a stage: of one alone, or of those of a contest. `halls`: their numbers, by what the pack is of. */
export function hallTables(halls: (subjectId: number) => SQL): PackedTable[] {
  return [
    {
      name: "halls/halls.jsonl",
      whole: (
        id,
      ) => sql`select h.id as hall_id, h.title, h.branch_id, b.name as branch, h.contest_id, h.rules, h.seed, h.code, h.phase, h.created_by,
        h.created_at from halls h join branches b on b.id = h.branch_id where h.id in ${halls(id)} order by h.id`,
    },
    {
      name: "halls/sides.jsonl",
      whole: (id) => sql`select s.hall_id, s.seat, s.name, s.from_team_id,
          (select jsonb_agg(jsonb_build_object('person_id', m.person_id, 'name', p.name, 'buzzes', m.buzzes) order by m.person_id)
            from hall_members m join people p on p.id = m.person_id where m.hall_id = s.hall_id and m.seat = s.seat) as members
        from hall_sides s where s.hall_id in ${halls(id)} order by s.hall_id, s.seat`,
    },
    {
      name: "halls/questions.jsonl",
      whole: (id) => sql`select q.hall_id, q.round, q.place, q.version_id, v.body, k.key, k.explanation from hall_questions q
        join question_versions v on v.id = q.version_id left join question_keys k on k.version_id = v.id
        where q.hall_id in ${halls(id)} order by q.hall_id, q.round, q.place`,
    },
    {
      name: "halls/events.jsonl",
      whole: (
        id,
      ) => sql`select e.hall_id, e.seq, e.kind, e.seat, e.said, e.effects, e.version_id, e.reason, e.person_id, p.name, e.at, e.instance, e.us
        from hall_events e left join people p on p.id = e.person_id where e.hall_id in ${halls(id)} order by e.hall_id, e.seq`,
    },
  ];
}

/** The pack of one final. */
export const HALL_TABLES: readonly PackedTable[] = [
  ...hallTables((hallId) => sql`(select ${hallId}::bigint)`),
  {
    name: "ledger.jsonl",
    whole: (hallId) => sql`select id, done_at, actor_id, action, object, object_id, before, after, reason from audit
      where object = 'hall' and object_id = ${hallId} order by id`,
  },
];
