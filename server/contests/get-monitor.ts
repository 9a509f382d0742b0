import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintStreamTicket } from "#server/attempts/ticket.ts";
import { query } from "#server/verb.ts";
import { phasedContest } from "./contest-card.ts";
import { findContest } from "./find-contest.ts";
import { listPauses } from "./list-pauses.ts";

const PAGE = 50;
/** The live process writes presence every 10 s; two of them missed is offline. */
const OFFLINE_AFTER_MS = 25_000;
const STATES = ["answering", "offline", "handed-in", "not-entered"] as const;

type Counts = { eligible: number; entered: number; answering: number; offline: number; handed_in: number; late: number };
type Row = {
  person_id: string;
  name: string;
  branch_name: string;
  state: (typeof STATES)[number];
  attempt_number: number | null;
  answered: number | null;
  due_at: Date | null;
  seen_at: Date | null;
  late: number;
  absences: number;
  attempt_id: string | null;
};

/** Who has entered, is answering, is offline, has handed in or has not come; late saves are counted for the organizer to see (X11). */
export const getMonitor = query({
  at: "GET /api/desk/contests/:slug/monitor",
  input: z.strictObject({
    slug: z.string().max(80),
    state: z.preprocess((value) => (value === "" ? undefined : value), z.enum(STATES).optional()),
    q: z.string().max(60).default(""),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
  }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string(), opensAt: z.date(), closesAt: z.date() }),
    counts: z.object({
      eligible: z.number(),
      entered: z.number(),
      answering: z.number(),
      offline: z.number(),
      handedIn: z.number(),
      notEntered: z.number(),
      late: z.number(),
    }),
    people: z.array(
      z.object({
        personId: z.number(),
        name: z.string(),
        branchName: z.string(),
        state: z.enum(STATES),
        attempt: z.number().nullable(),
        answered: z.number(),
        dueAt: z.date().nullable(),
        seenAt: z.date().nullable(),
        late: z.number(),
        /** How often the page was out of sight for long and no known reason (B6). */
        absences: z.number(),
        attemptId: z.number().nullable(),
      }),
    ),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    /** Whose clocks stand still now (null: everybody's), and until when. */
    paused: z.array(z.object({ branchName: z.string().nullable(), until: z.date() })),
    serverNow: z.date(),
    streamTicket: z.string(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, state, q, page }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const since = new Date(now.getTime() - OFFLINE_AFTER_MS);
    const everybody = sql`
      with everybody as (
        select r.person_id, p.name, p.pinyin_full, p.staff_no, b.name as branch_name, a.number as attempt_number, t.answered, a.due_at, a.seen_at,
          case when a.id is null then 'not-entered' when a.state <> 'in_progress' then 'handed-in' when a.seen_at < ${since} then 'offline' else 'answering' end as state,
          coalesce((select count(*)::int from answer_events v where v.attempt_id = a.id and v.outcome = 'late'), 0) as late,
          coalesce((select count(*)::int from attempt_absences v where v.attempt_id = a.id and v.cause = 'unknown' and v.hidden), 0) as absences, a.id as attempt_id
        from contest_roster r join people p on p.id = r.person_id join branches b on b.id = r.branch_id
        left join entries e on e.contest_id = r.contest_id and e.person_id = r.person_id
        left join lateral (select * from attempts x where x.entry_id = e.id order by x.number desc limit 1) a on true
        left join attempt_totals t on t.attempt_id = a.id
        where r.contest_id = ${contest.id})`;
    const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const wanted = sql`(${state ?? null}::text is null or state = ${state ?? null}) and (${q} = '' or name like ${like} or staff_no like ${like} or pinyin_full like ${like})`;
    const counted =
      await db.execute<Counts>(sql`${everybody} select count(*)::int as eligible, count(*) filter (where state <> 'not-entered')::int as entered,
      count(*) filter (where state = 'answering')::int as answering, count(*) filter (where state = 'offline')::int as offline,
      count(*) filter (where state = 'handed-in')::int as handed_in, coalesce(sum(late), 0)::int as late from everybody`);
    const matching = await db.execute<{ total: number }>(sql`${everybody} select count(*)::int as total from everybody where ${wanted}`);
    const { rows } =
      await db.execute<Row>(sql`${everybody} select person_id, name, branch_name, state, attempt_number, answered, due_at, seen_at, late, absences, attempt_id
      from everybody where ${wanted} order by pinyin_full, person_id limit ${PAGE} offset ${(page - 1) * PAGE}`);
    const counts = counted.rows[0] ?? { eligible: 0, entered: 0, answering: 0, offline: 0, handed_in: 0, late: 0 };
    const total = matching.rows[0]?.total ?? 0;
    const { title, opensAt, closesAt } = contest;
    return {
      contest: { slug, title, phase: phaseOf(phasedContest(contest), now), opensAt, closesAt },
      counts: { ...counts, handedIn: counts.handed_in, notEntered: counts.eligible - counts.entered },
      people: rows.map((row) => ({
        personId: Number(row.person_id),
        name: row.name,
        branchName: row.branch_name,
        state: row.state,
        attempt: row.attempt_number,
        answered: row.answered ?? 0,
        dueAt: row.due_at === null ? null : new Date(row.due_at),
        seenAt: row.seen_at === null ? null : new Date(row.seen_at),
        late: row.late,
        absences: row.absences,
        attemptId: row.attempt_id === null ? null : Number(row.attempt_id),
      })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE)),
      paused: (await listPauses(db, contest.id))
        .filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
        .map(({ branchName, endsAt: until }) => ({ branchName, until })),
      serverNow: now,
      streamTicket: mintStreamTicket({
        contestId: contest.id,
        personId: viewer.personId,
        sessionId: viewer.sessionId,
        attemptId: null,
        now,
      }),
    };
  },
});
