import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { windowOf } from "#domain/programmes/due-of.ts";
import type { ItemKind, ItemMeeting, ItemQuiz, MoveOn } from "#domain/programmes/item.ts";
import { type ItemState, itemStateOf, mayWorkOn } from "#domain/programmes/item-state.ts";
import type { ProgrammeSubject } from "./find-programme.ts";
import { HELD_AT, HELD_JOIN } from "./held-at.ts";

type Row = {
  id: string;
  module_id: string;
  kind: ItemKind;
  title: string;
  title_en: string;
  owner: "person" | "unit";
  move_on: MoveOn;
  mastery: number | null;
  is_required: boolean;
  prompt: string;
  quiz: ItemQuiz | null;
  meeting: ItemMeeting | null;
  meeting_id: string | null;
  material: string | null;
  contest: string | null;
  opens_at: Date | null;
  requires_ids: string[];
  module_opens_at: Date | null;
  module_closes_at: Date | null;
  task_id: string | null;
  due_at: Date | null;
  done_at: Date | null;
  waived_at: Date | null;
  best: number | null;
  is_started: boolean;
};

/** An item as it stands for one person. */
export type OwnItem = Readonly<{
  id: number;
  moduleId: number;
  kind: ItemKind;
  title: string;
  titleEn: string;
  owner: "person" | "unit";
  moveOn: MoveOn;
  mastery: number | null;
  isRequired: boolean;
  prompt: string;
  quiz: ItemQuiz | null;
  meeting: ItemMeeting | null;
  /** The meeting of a group or branch it is, unless that was called off. */
  meetingId: number | null;
  material: string | null;
  contest: string | null;
  /** Null: it is not one of this person's. */
  taskId: number | null;
  state: ItemState | null;
  mayWork: boolean;
  opensAt: Date;
  closesAt: Date;
  dueAt: Date | null;
  doneAt: Date | null;
  best: number | null;
  /** Ids of the items it still waits for. */
  waitsFor: readonly number[];
}>;

const date = (at: Date | null): Date | null => at && new Date(at);

/** The items in force, in their order, with the person's own task (or the unit's), the best score and whether anything was begun. */
const statement = (programmeId: number, personId: number, branchId: number): SQL => sql`
  select i.id, i.module_id, i.kind, i.title, i.title_en, i.owner, i.move_on, i.mastery, i.is_required, i.prompt, i.quiz, ${HELD_AT} as meeting, g.id as meeting_id,
    i.opens_at, i.requires_ids, m.slug as material, c.slug as contest, mo.opens_at as module_opens_at, mo.closes_at as module_closes_at,
    t.id as task_id, t.due_at, t.done_at, t.waived_at, s.best,
    d.completed_at is not null or s.best is not null
      or exists (select 1 from readings r where r.person_id = ${personId} and r.material_id = i.material_id)
      or exists (select 1 from quiz_attempts q where q.person_id = ${personId} and q.item_id = i.id)
      or exists (select 1 from entries e where e.person_id = ${personId} and e.contest_id = i.contest_id)
      or exists (select 1 from reflections r where r.person_id = ${personId} and r.item_id = i.id) as is_started
  from programme_items i join programme_modules mo on mo.id = i.module_id
  left join materials m on m.id = i.material_id left join contests c on c.id = i.contest_id
  ${HELD_JOIN}
  left join tasks t on t.item_id = i.id and t.cancelled_at is null
    and (t.person_id = ${personId} or (t.person_id is null and t.branch_id = ${branchId}))
  left join outcomes d on d.person_id = ${personId} and d.kind = case when i.kind in ('reading', 'unit') then 'material' else i.kind end
    and d.subject_id = coalesce(i.material_id, i.contest_id, i.id)
  left join outcomes s on s.person_id = ${personId} and s.kind = case i.kind when 'reading' then 'material' when 'unit' then 'quiz' else i.kind end
    and s.subject_id = case i.kind when 'reading' then i.material_id when 'contest' then i.contest_id else i.id end
  where i.programme_id = ${programmeId} and (i.retired_at is null or t.done_at is not null)
  order by mo.place, mo.id, i.place, i.id`;

function ownItem(row: Row, programme: ProgrammeSubject, unfinished: ReadonlySet<number>, isBarred: boolean, now: Date): OwnItem {
  const moduleWindow = { opensAt: date(row.module_opens_at), closesAt: date(row.module_closes_at) };
  const { opensAt, closesAt } = windowOf({ opensAt: date(row.opens_at) }, moduleWindow, programme);
  const waitsFor = row.requires_ids.map(Number).filter((id) => unfinished.has(id));
  const [dueAt, doneAt, waivedAt] = [date(row.due_at), date(row.done_at), date(row.waived_at)];
  const isUnlocked = waitsFor.length === 0 && !isBarred;
  const facts = { doneAt, waivedAt, dueAt, opensAt, closesAt, isUnlocked, isStarted: row.is_started, now };
  const { kind, title, owner, mastery, prompt, quiz, meeting, material, contest, best } = row;
  return {
    ...{ id: Number(row.id), moduleId: Number(row.module_id), kind, title, titleEn: row.title_en, owner, moveOn: row.move_on, mastery },
    ...{ isRequired: row.is_required, prompt, quiz, meeting, material, contest, opensAt, closesAt, dueAt, doneAt, best, waitsFor },
    meetingId: row.meeting_id === null ? null : Number(row.meeting_id),
    taskId: row.task_id === null ? null : Number(row.task_id),
    state: row.task_id === null ? null : itemStateOf(facts),
    mayWork: row.task_id !== null && row.owner === "person" && programme.cancelledAt === null && mayWorkOn(facts),
  };
}

/** Programmes that have to be finished first and are not: a required task of one's own is open there. */
export async function missingProgrammes(db: Db | Tx, programmeId: number, personId: number) {
  const { rows } = await db.execute<{ slug: string; title: string; title_en: string; is_open: boolean }>(sql`
    select p.slug, p.title, p.title_en, exists (
      select 1 from tasks t join programme_items i on i.id = t.item_id where t.programme_id = p.id and t.person_id = ${personId}
        and i.is_required and t.done_at is null and t.waived_at is null and t.cancelled_at is null) as is_open
    from programme_prerequisites q join programmes p on p.id = q.requires_id
    where q.programme_id = ${programmeId} and p.published_at is not null and p.cancelled_at is null order by p.id`);
  return rows.map(({ slug, title, title_en, is_open }) => ({ slug, title, titleEn: title_en, isDone: !is_open }));
}

/** Every item of a programme as it stands for one person, and the programmes to be finished first. */
export async function listOwnItems(db: Db | Tx, programme: ProgrammeSubject, person: { personId: number; branchId: number }, now: Date) {
  const prerequisites = await missingProgrammes(db, programme.id, person.personId);
  const isBarred = prerequisites.some(({ isDone }) => !isDone);
  const { rows } = await db.execute<Row>(statement(programme.id, person.personId, person.branchId));
  // What somebody does not owe cannot be waited for.
  const unfinished = new Set(rows.filter((row) => row.task_id && !row.done_at && !row.waived_at).map(({ id }) => Number(id)));
  return { prerequisites, items: rows.map((row) => ownItem(row, programme, unfinished, isBarred, now)) };
}

/** One number: of what is required of the person, how much is done or excused. */
export function progressOf(items: readonly OwnItem[]): { done: number; total: number } {
  const owed = items.filter(({ taskId, isRequired, owner }) => taskId !== null && isRequired && owner === "person");
  return { done: owed.filter(({ state }) => state === "done" || state === "waived").length, total: owed.length };
}
