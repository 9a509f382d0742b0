import { type SQL, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import type { Blueprint, ContestRules } from "#domain/contests/rules.ts";
import { contestShare, endedAttempts } from "#server/contests/recount-entry.ts";
import { sanctionsOf } from "#server/integrity/sanctions-of.ts";
import { unsettledTasks } from "#server/outcomes/settle-tasks.ts";

export type OutcomeDifference = {
  what: "outcome" | "task";
  id: number;
  kind?: string;
  personId?: number;
  stored: unknown;
  computed: unknown;
};
type Row = { person_id: string; subject_id: string; stored: unknown; computed: unknown };

const SLICE = 200;
const db = () => database("judge");

/** What the facts say of quizzes, meetings and reflections: when first completed, and the best share of the full score. */
const FACTS: Readonly<Record<"quiz" | "meeting" | "reflection", SQL>> = {
  quiz: sql`select q.person_id, q.item_id as subject_id, min(a.finished_at) as completed_at,
      max(coalesce(t.score_milli, 0)::bigint * 10000 / nullif((select sum(each) from unnest(a.worths) as each), 0))::int as best
    from quiz_attempts q join attempts a on a.id = q.attempt_id left join attempt_totals t on t.attempt_id = a.id
    where a.state = 'finished' and a.ended_by = 'person' group by q.person_id, q.item_id`,
  meeting: sql`select person_id, item_id as subject_id, noted_at as completed_at, null::int as best from item_attendances`,
  reflection: sql`select person_id, item_id as subject_id, min(handed_in_at) as completed_at, null::int as best from reflections
    where item_id is not null and handed_in_at is not null group by person_id, item_id`,
};

async function compare(kind: keyof typeof FACTS): Promise<OutcomeDifference[]> {
  const { rows } = await db().execute<Row>(sql`
    with facts as (${FACTS[kind]}), kept as (select person_id, subject_id, completed_at, best from outcomes where kind = ${kind} and (completed_at is not null or best is not null))
    select coalesce(f.person_id, k.person_id) as person_id, coalesce(f.subject_id, k.subject_id) as subject_id,
      jsonb_build_object('completedAt', k.completed_at, 'best', k.best) as stored, jsonb_build_object('completedAt', f.completed_at, 'best', f.best) as computed
    from facts f full join kept k on k.person_id = f.person_id and k.subject_id = f.subject_id
    where k.completed_at is distinct from f.completed_at or k.best is distinct from f.best limit 1000`);
  return rows.map((row) => difference(kind, row));
}

const difference = (kind: string, { person_id, subject_id, stored, computed }: Row): OutcomeDifference => ({
  what: "outcome",
  id: Number(subject_id),
  kind,
  personId: Number(person_id),
  stored,
  computed,
});

/**
 * Readings: nobody completed a text without an answer in it or a contribution to it (a note, a question, a reflection handed in), and nobody who has answered right whatever the present wording asks is
 * left incomplete. (A completion stays when the wording changes, so the score is not held against it.)
 */
async function compareReadings(): Promise<OutcomeDifference[]> {
  const { rows } = await db().execute<Row>(sql`
    with asked as (
      select m.id as material_id, k.question_id from materials m join material_checks k on k.version_id = m.published_version_id
      join questions q on q.id = k.question_id and q.published_version_id is not null
    ), answered as (
      select c.person_id, c.material_id, v.question_id, bool_or(c.is_right and v.id = q.published_version_id) as is_right
      from check_answers c join question_versions v on v.id = c.question_version_id join questions q on q.id = v.question_id
      group by c.person_id, c.material_id, v.question_id
    ), complete as (
      select w.person_id, s.material_id from asked s cross join (select distinct person_id, material_id from answered) w
      left join answered a on a.person_id = w.person_id and a.material_id = s.material_id and a.question_id = s.question_id
      where w.material_id = s.material_id group by w.person_id, s.material_id having bool_and(coalesce(a.is_right, false))
    )
    select o.person_id, o.subject_id, jsonb_build_object('completedAt', o.completed_at) as stored, 'null'::jsonb as computed from outcomes o
    where o.kind = 'material' and o.completed_at is not null
      and not exists (select 1 from check_answers c where c.person_id = o.person_id and c.material_id = o.subject_id)
      and not exists (select 1 from annotations n where n.person_id = o.person_id and n.material_id = o.subject_id and n.kind <> 'highlight')
      and not exists (select 1 from reflections r where r.person_id = o.person_id and r.material_id = o.subject_id and r.handed_in_at is not null)
    union all
    select c.person_id, c.material_id, 'null'::jsonb, jsonb_build_object('complete', true) from complete c
    where not exists (select 1 from outcomes o where o.person_id = c.person_id and o.kind = 'material' and o.subject_id = c.material_id and o.completed_at is not null)
    limit 1000`);
  return rows.map((row) => difference("material", row));
}

type Entry = {
  id: string;
  person_id: string;
  contest_id: string;
  opens_at: Date;
  closes_at: Date;
  rules: ContestRules;
  blueprint: Blueprint;
  best: number | null;
  has_make_up: boolean;
};

type Sat = Pick<Entry, "id" | "opens_at" | "closes_at" | "rules" | "blueprint">;

/** Who was disqualified came to nothing there. */
async function shareOf(tx: Tx, sat: Sat): Promise<number | null> {
  const { id, opens_at } = sat;
  const standing = (await sanctionsOf(tx, [Number(id)])).get(Number(id)) ?? [];
  if (standing.some(({ kind }) => kind === "disqualified")) return null;
  return contestShare(await endedAttempts(tx, Number(id), new Date(opens_at)), sat);
}

/** What a person came to in a contest: in it, or in a make-up of it, whichever is best. */
async function bestShareOf(tx: Tx, entry: Entry): Promise<number | null> {
  const { rows: madeUp } = entry.has_make_up
    ? await tx.execute<Sat>(sql`
        select e.id, c.opens_at, c.closes_at, c.rules, c.blueprint from entries e join contests c on c.id = e.contest_id
        where e.person_id = ${entry.person_id} and c.makes_up_for = ${entry.contest_id}`)
    : { rows: [] };
  let best: number | null = null;
  for (const sat of [entry, ...madeUp]) {
    const share = await shareOf(tx, sat);
    if (share !== null) best = Math.max(best ?? 0, share);
  }
  return best;
}

async function compareContests(): Promise<{ checked: number; found: OutcomeDifference[] }> {
  const found: OutcomeDifference[] = [];
  let checked = 0;
  for (let after = 0; ; ) {
    const { rows } = await db().execute<Entry>(sql`
      select e.id, e.person_id, e.contest_id, c.opens_at, c.closes_at, c.rules, c.blueprint, o.best,
        exists (select 1 from contests m where m.makes_up_for = c.id) as has_make_up
      from entries e join contests c on c.id = e.contest_id
      left join outcomes o on o.person_id = e.person_id and o.kind = 'contest' and o.subject_id = e.contest_id
      where e.id > ${after} order by e.id limit ${SLICE}`);
    if (rows.length === 0) return { checked, found };
    for (const entry of rows) {
      const { person_id, contest_id, best } = entry;
      const computed = await db().transaction((tx) => bestShareOf(tx, entry));
      if (computed !== best) found.push(difference("contest", { person_id, subject_id: contest_id, stored: best, computed }));
    }
    checked += rows.length;
    after = Number(rows.at(-1)?.id);
  }
}

/** How far people came, computed again from the facts, and the tasks from that; compared with what is stored, never changed. */
export async function recomputeOutcomes(): Promise<{ checked: number; found: OutcomeDifference[] }> {
  const contests = await compareContests();
  const found = [...contests.found, ...(await compareReadings())];
  for (const kind of ["quiz", "meeting", "reflection"] as const) found.push(...(await compare(kind)));
  const { rows } = await db().execute<{ n: number }>(
    sql`select ((select count(*) from outcomes where kind <> 'contest') + (select count(*) from tasks where item_id is not null and person_id is not null))::int as n`,
  );
  for (const { id, stored, computed } of await unsettledTasks(db())) found.push({ what: "task", id, stored, computed });
  return { checked: contests.checked + (rows[0]?.n ?? 0), found };
}
