import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { FLAG_KINDS } from "#domain/integrity/flags.ts";
import { SANCTION_KINDS } from "#domain/integrity/sanctions.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";

const paper = z.object({ attemptId: z.number(), entryId: z.number(), name: z.string(), branchName: z.string() });
const flagSchema = z.object({
  id: z.number(),
  kind: z.enum(FLAG_KINDS),
  one: paper,
  other: paper.nullable(),
  facts: z.record(z.string(), z.number()),
  verdict: z.enum(["dismissed", "warned", "sanctioned"]).nullable(),
  reason: z.string(),
  decidedBy: z.string().nullable(),
});
const sanctionSchema = z.object({
  id: z.number(),
  entryId: z.number(),
  name: z.string(),
  branchName: z.string(),
  kind: z.enum(SANCTION_KINDS),
  milli: z.number(),
  reason: z.string(),
  state: z.enum(["proposed", "applied", "rejected", "lifted"]),
  proposedBy: z.string(),
  isOwn: z.boolean(),
  decidedBy: z.string().nullable(),
  liftReason: z.string(),
});
const absentSchema = z.object({
  attemptId: z.number(),
  entryId: z.number(),
  name: z.string(),
  branchName: z.string(),
  long: z.number(),
  all: z.number(),
  longestMs: z.number(),
});

/** What a person should look at in a contest: hints that were found, what was decided, and who left the page how often. */
export const getIntegrity = query({
  at: "GET /api/desk/contests/:slug/integrity",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string() }),
    isOver: z.boolean(),
    flags: z.array(flagSchema),
    sanctions: z.array(sanctionSchema),
    absent: z.array(absentSchema),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const papers = sql`papers as (select a.id, jsonb_build_object('attemptId', a.id, 'entryId', e.id, 'name', p.name, 'branchName', b.name) as paper
      from attempts a join entries e on e.id = a.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id where e.contest_id = ${contest.id})`;
    const flags = await db.execute<{ flag: unknown }>(sql`with ${papers}
      select jsonb_build_object('id', f.id, 'kind', f.kind, 'one', o.paper, 'other', x.paper, 'facts', f.facts, 'verdict', f.verdict, 'reason', f.reason,
        'decidedBy', d.name) as flag
      from integrity_flags f join papers o on o.id = f.attempt_id left join papers x on x.id = f.other_id left join people d on d.id = f.decided_by
      where f.contest_id = ${contest.id} order by f.verdict is not null, f.id limit 500`);
    const sanctions = await db.execute<{ sanction: unknown }>(sql`
      select jsonb_build_object('id', s.id, 'entryId', s.entry_id, 'name', p.name, 'branchName', b.name, 'kind', s.kind, 'milli', s.milli, 'reason', s.reason,
        'state', s.state, 'proposedBy', y.name, 'isOwn', s.proposed_by = ${viewer.personId}, 'decidedBy', d.name, 'liftReason', s.lift_reason) as sanction
      from sanctions s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
      join people y on y.id = s.proposed_by left join people d on d.id = s.decided_by where s.contest_id = ${contest.id} order by s.id desc limit 500`);
    const absent = await db.execute<{ line: unknown }>(sql`with ${papers}
      select o.paper || jsonb_build_object('long', count(*) filter (where v.cause = 'unknown' and v.hidden), 'all', count(*), 'longestMs', max(v.lasted_ms)) as line
      from attempt_absences v join papers o on o.id = v.attempt_id group by o.id, o.paper
      order by count(*) filter (where v.cause = 'unknown' and v.hidden) desc, max(v.lasted_ms) desc, o.id limit 200`);
    const phase = phaseOf(phasedContest(contest), now);
    return {
      contest: { slug, title: contest.title },
      isOver: phase === "closed" || phase === "published",
      flags: z.array(flagSchema).parse(flags.rows.map(({ flag }) => flag)),
      sanctions: z.array(sanctionSchema).parse(sanctions.rows.map(({ sanction }) => sanction)),
      absent: z.array(absentSchema).parse(absent.rows.map(({ line }) => line)),
    };
  },
});
