// One list, long because it stands together: every file of a pack and the very question that fills it.
import { type SQL, sql } from "drizzle-orm";
import { perLevelOf } from "#server/attempts/sum-levels.ts";
import { hallTables } from "./hall-contents.ts";
import { answersTable, eventsTable, REHEARSAL_TABLES, REHEARSALS, triesTable } from "./sat-contents.ts";

/** Rows of a file: of the contest as a whole, or for so many roster people, entries, attempts or rehearsals at a time. */
export type PackedTable = Readonly<
  { name: string } & ({ whole: (contestId: number) => SQL } | { of: "person" | "entry" | "attempt" | "rehearsal"; rows: (ids: SQL) => SQL })
>;

/** The numbers that a file is cut by. */
export const NUMBERS = {
  person: (contestId: number) => sql`select person_id as id from contest_roster where contest_id = ${contestId} order by 1`,
  entry: (contestId: number) => sql`select id from entries where contest_id = ${contestId} order by 1`,
  attempt: (contestId: number) =>
    sql`select a.id from attempts a join entries e on e.id = a.entry_id where e.contest_id = ${contestId} order by 1`,
  rehearsal: REHEARSALS,
} as const;

/** Everything that happened in a contest, a line of JSON for each thing. Names of columns are the tables' own. */
export const PACKED_TABLES: readonly PackedTable[] = [
  {
    name: "roster.jsonl",
    of: "person",
    rows: (
      ids,
    ) => sql`select r.person_id, p.name, p.staff_no, r.branch_id, b.name as branch from contest_roster r join people p on p.id = r.person_id
      join branches b on b.id = r.branch_id where r.contest_id = (select max(contest) from wanted) and r.person_id in ${ids} order by r.person_id`,
  },
  {
    name: "entries.jsonl",
    of: "entry",
    rows: (ids) => sql`select e.id as entry_id, e.person_id, p.name, e.branch_id, b.name as branch, e.entered_at from entries e
      join people p on p.id = e.person_id join branches b on b.id = e.branch_id where e.id in ${ids} order by e.id`,
  },
  {
    name: "questions.jsonl",
    whole: (
      contestId,
    ) => sql`select v.id as version_id, v.question_id, v.number, v.kind, v.body, k.key, k.explanation from question_versions v
      left join question_keys k on k.version_id = v.id where v.id in (select version_id from contest_pool where contest_id = ${contestId}
        union select unnest(a.version_ids) from attempts a join entries e on e.id = a.entry_id where e.contest_id = ${contestId}) order by v.id`,
  },
  {
    name: "papers.jsonl",
    of: "attempt",
    rows: (
      ids,
    ) => sql`select a.id as attempt_id, a.entry_id, a.person_id, a.number, a.seed, a.version_ids, a.worths, a.started_at, a.due_at, a.ends_at,
      a.state, a.finished_at, a.ended_by, coalesce(t.score_milli, 0) as score_milli, coalesce(t.right_count, 0) as right_count, t.last_scoring_at,
      ${perLevelOf(sql`a.id`)} as per_level
      from attempts a left join attempt_totals t on t.attempt_id = a.id where a.id in ${ids} order by a.id`,
  },
  ...[answersTable("attempt"), eventsTable("attempt"), triesTable("attempt")],
  {
    name: "absences.jsonl",
    of: "attempt",
    rows: (ids) => sql`select v.id, v.attempt_id, v.left_at, v.lasted_ms, v.cause, v.hidden, v.received_at,
      coalesce((select jsonb_agg(jsonb_build_object('note', n.note, 'written_at', n.written_at) order by n.id) from absence_notes n where n.absence_id = v.id), '[]') as notes
      from attempt_absences v where v.attempt_id in ${ids} order by v.attempt_id, v.id`,
  },
  {
    name: "mark-entries.jsonl",
    of: "attempt",
    rows: (
      ids,
    ) => sql`select id, attempt_id, slot, cause, ruling_id, milli_before, milli_after, right_before, right_after, worth_after, reason, written_by, written_at
      from mark_entries where attempt_id in ${ids} order by attempt_id, id`,
  },
  {
    name: "standings.jsonl",
    of: "entry",
    rows: (ids) => sql`select entry_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, attempts_ended, counts, counted_at
      from standings where entry_id in ${ids} order by entry_id`,
  },
  {
    name: "boards/now.jsonl",
    whole: (
      contestId,
    ) => sql`select rank() over (order by s.rank_key desc)::int as rank, s.entry_id, e.person_id, p.name, b.name as branch, s.score_milli
      from standings s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
      where s.contest_id = ${contestId} and s.counts order by s.rank_key desc, s.entry_id`,
  },
  {
    name: "frozen-standings.jsonl",
    of: "entry",
    rows: (ids) => sql`select entry_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, attempts_ended, counts, counted_at
      from frozen_standings where entry_id in ${ids} order by entry_id`,
  },
  {
    name: "teams.jsonl",
    whole: (
      contestId,
    ) => sql`select t.id as team_id, t.name, t.branch_id, b.name as branch, t.division, t.fixed_at, t.from_team_id, t.created_at,
      (select jsonb_agg(jsonb_build_object('person_id', m.person_id, 'name', p.name, 'role', m.role, 'joined_at', m.joined_at)
        order by m.role, m.joined_at, m.person_id) from team_members m join people p on p.id = m.person_id where m.team_id = t.id) as members
      from teams t left join branches b on b.id = t.branch_id where t.contest_id = ${contestId} order by t.id`,
  },
  {
    name: "team-standings.jsonl",
    whole: (contestId) =>
      sql`select team_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, members, played, counted, counts, counted_at
      from team_standings where contest_id = ${contestId} order by team_id`,
  },
  {
    name: "boards/teams-now.jsonl",
    whole: (
      contestId,
    ) => sql`select rank() over (order by s.rank_key desc)::int as rank, s.team_id, t.name, b.name as branch, t.division, s.score_milli
      from team_standings s join teams t on t.id = s.team_id left join branches b on b.id = t.branch_id
      where s.contest_id = ${contestId} and s.counts order by s.rank_key desc, s.team_id`,
  },
  {
    name: "stages.jsonl",
    whole: (contestId) => sql`select case when c.id = ${contestId} then 'this' when c.follows_id = ${contestId} then 'follows this'
        when c.makes_up_for = ${contestId} then 'makes up for this' when o.makes_up_for = c.id then 'this makes up for it' else 'this follows it' end as stands,
      c.id as contest_id, c.slug, c.title, c.opens_at, c.closes_at, c.results_at, c.cancelled_at
      from contests c join contests o on o.id = ${contestId}
      where c.id in (o.id, o.follows_id, o.makes_up_for) or ${contestId} in (c.follows_id, c.makes_up_for) order by c.id`,
  },
  {
    name: "invited.jsonl",
    whole: (contestId) => sql`select i.*, p.name from contest_invited i join people p on p.id = i.person_id
      where i.contest_id = ${contestId} order by i.person_id`,
  },
  {
    name: "awards.jsonl",
    whole: (
      contestId,
    ) => sql`select g.number as grant_number, g.rules, g.granted_at, g.granted_by, g.reason, a.id as award_id, a.award, a.team_id,
        a.person_id, a.branch_id, a.name, a.branch_name, a.division, a.rank, a.score_milli, a.participants, a.eligible,
        (select jsonb_agg(c.serial order by c.id) from certificates c where c.award_id = a.id) as serials
      from award_grants g left join awards a on a.grant_id = g.id where g.contest_id = ${contestId} order by g.number, a.id`,
  },
  ...REHEARSAL_TABLES,
  ...hallTables((contestId) => sql`(select id from halls where contest_id = ${contestId})`),
  {
    name: "rulings.jsonl",
    whole: (contestId) => sql`select * from rulings where contest_id = ${contestId} order by id`,
  },
  {
    name: "overrides.jsonl",
    whole: (contestId) => sql`select * from contest_overrides where contest_id = ${contestId} order by id`,
  },
  {
    name: "pauses.jsonl",
    whole: (contestId) => sql`select * from contest_pauses where contest_id = ${contestId} order by id`,
  },
  {
    name: "flags.jsonl",
    whole: (contestId) => sql`select * from integrity_flags where contest_id = ${contestId} order by id`,
  },
  {
    name: "sanctions.jsonl",
    whole: (contestId) => sql`select * from sanctions where contest_id = ${contestId} order by id`,
  },
  {
    name: "clarifications.jsonl",
    whole: (contestId) => sql`select * from clarifications where contest_id = ${contestId} order by id`,
  },
  {
    name: "certificates.jsonl",
    whole: (
      contestId,
    ) => sql`select c.serial, c.person_id, c.branch_id, c.programme_id, c.award_id, c.snapshot, c.issued_at, c.issued_by, c.revoked_at,
        c.revocation_reason, (select n.serial from certificates n where n.id = c.superseded_by_id) as superseded_by from certificates c
      where c.award_id in (select a.id from awards a join award_grants g on g.id = a.grant_id where g.contest_id = ${contestId})
        or (c.programme_id in (select i.programme_id from programme_items i where i.kind = 'contest' and i.contest_id = ${contestId})
          and c.person_id in (select person_id from entries where contest_id = ${contestId})) order by c.id`,
  },
  {
    name: "ledger.jsonl",
    whole: (contestId) => sql`select id, done_at, actor_id, action, object, object_id, before, after, reason from audit
      where (object = 'contest' and object_id = ${contestId})
        or (object = 'team' and object_id in (select id from teams where contest_id = ${contestId}))
        or (object = 'hall' and object_id in (select id from halls where contest_id = ${contestId}))
        or (object = 'ruling' and object_id in (select id from rulings where contest_id = ${contestId}))
        or (object = 'sanction' and object_id in (select id from sanctions where contest_id = ${contestId})) order by id`,
  },
];
