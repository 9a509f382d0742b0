import { sql } from "drizzle-orm";
import { perLevelOf } from "#server/attempts/sum-levels.ts";
import { REHEARSAL_FOLDER } from "./manifest.ts";
import type { PackedTable } from "./pack-contents.ts";

/** Papers that count stand at the top of a pack; those of rehearsals in their own folder. */
type Of = "attempt" | "rehearsal";
const nameIn = (of: Of, name: string): string => (of === "rehearsal" ? `${REHEARSAL_FOLDER}${name}` : name);

/** The papers of a contest's rehearsals. */
export const REHEARSALS = (contestId: number) => sql`select attempt_id as id from rehearsals where contest_id = ${contestId} order by 1`;

/** What stands for each question. */
export const answersTable = (of: Of): PackedTable => ({
  ...{ name: nameIn(of, "answers.jsonl"), of },
  rows: (ids) =>
    sql`select attempt_id, slot, response, seq, received_at, milli, is_right from answers where attempt_id in ${ids} order by attempt_id, slot`,
});

/** Every save, late ones too. */
export const eventsTable = (of: Of): PackedTable => ({
  ...{ name: nameIn(of, "events.jsonl"), of },
  rows: (ids) =>
    sql`select id, attempt_id, slot, seq, response, received_at, outcome from answer_events where attempt_id in ${ids} order by attempt_id, id`,
});

/** Every try where answers are judged at once (D4.3–D4.6): when it came, of which revision of which question, and the verdict that was told. */
export const triesTable = (of: Of): PackedTable => ({
  ...{ name: nameIn(of, "tries.jsonl"), of },
  rows: (
    ids,
  ) => sql`select t.attempt_id, t.slot, t.number, v.id as version_id, v.question_id, v.number as revision, t.response, t.received_at,
      t.milli, t.is_right, t.is_late
    from item_tries t join attempts a on a.id = t.attempt_id join question_versions v on v.id = a.version_ids[t.slot + 1]
    where t.attempt_id in ${ids} order by t.attempt_id, t.slot, t.number`,
});

/** The rehearsals of a contest, each paper marked as one: it counts for nothing, and its questions are its own. */
export const REHEARSAL_TABLES: readonly PackedTable[] = [
  {
    ...{ name: nameIn("rehearsal", "papers.jsonl"), of: "rehearsal" },
    rows: (
      ids,
    ) => sql`select a.id as attempt_id, true as is_rehearsal, r.number, a.person_id, p.name, a.seed, a.version_ids, a.worths, a.started_at, a.due_at,
      a.ends_at, a.state, a.finished_at, a.ended_by, coalesce(t.score_milli, 0) as score_milli, coalesce(t.right_count, 0) as right_count,
      ${perLevelOf(sql`a.id`)} as per_level
      from attempts a join rehearsals r on r.attempt_id = a.id join people p on p.id = a.person_id left join attempt_totals t on t.attempt_id = a.id
      where a.id in ${ids} order by a.id`,
  },
  ...[answersTable("rehearsal"), eventsTable("rehearsal"), triesTable("rehearsal")],
  {
    name: nameIn("rehearsal", "questions.jsonl"),
    whole: (
      contestId,
    ) => sql`select v.id as version_id, v.question_id, v.number, v.kind, v.body, k.key, k.explanation from question_versions v
      left join question_keys k on k.version_id = v.id where v.id in (select unnest(a.version_ids) from attempts a
        join rehearsals r on r.attempt_id = a.id where r.contest_id = ${contestId}) order by v.id`,
  },
];
