import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { tagsSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { lockMarks } from "#server/rulings/let-follow.ts";
import { command, fieldRefusal } from "#server/verb.ts";

/** Names who marks the essays of a contest, by how many each is marked, and which gap between marks calls for one more. */
export const planMarking = command({
  at: "POST /api/desk/contests/:slug/marking",
  input: z.strictObject({
    slug: z.string().max(80),
    perAnswer: z.coerce.number().int().min(1).max(3),
    gapPercent: z.coerce.number().int().min(0).max(100).default(20),
    /** Staff numbers. */
    markers: tagsSchema,
  }),
  output: z.object({ markers: z.number() }),
  refusals: ["already-published-results", "no-such-marker", "too-few-markers"],
  door: "judge",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { perAnswer, gapPercent, markers }, context) {
    const { viewer, now } = context;
    if (contest.resultsAt) throw new Refusal("already-published-results");
    await lockMarks(tx, contest.id);
    const found = await tx.execute<{ id: string; staff_no: string }>(
      sql`select id, staff_no from people where staff_no = any(${sql.param(markers)}::text[]) and disabled_at is null`,
    );
    const known = new Set(found.rows.map(({ staff_no }) => staff_no));
    const unknown = markers.find((staffNo) => !known.has(staffNo));
    if (unknown !== undefined) throw fieldRefusal("markers", "no-such-marker", { staffNo: unknown });
    // One more than each answer needs, where a gap can call for a further mark.
    const needed = perAnswer + (perAnswer > 1 ? 1 : 0);
    if (markers.length < needed) throw fieldRefusal("markers", "too-few-markers", { needed });
    const ids = found.rows.map(({ id }) => Number(id));
    await tx.execute(sql`
      insert into marking_plans (contest_id, per_answer, gap, seed, saved_at)
      values (${contest.id}, ${perAnswer}, ${gapPercent * 100}, ${randomBytes(16).toString("hex")}, ${now})
      on conflict (contest_id) do update set per_answer = excluded.per_answer, gap = excluded.gap, saved_at = excluded.saved_at`);
    const list = sql.param(ids);
    await tx.execute(sql`delete from markers where contest_id = ${contest.id} and person_id <> all(${list}::bigint[])`);
    const fresh = await tx.execute<{ person_id: string }>(sql`
      insert into markers (contest_id, person_id, named_at, named_by) select ${contest.id}, unnest(${list}::bigint[]), ${now}, ${viewer.personId}
      on conflict do nothing returning person_id`);
    const personIds = fresh.rows.map(({ person_id }) => Number(person_id));
    await giveNotice(tx, {
      personIds,
      kind: "marker-named",
      params: { title: contest.title },
      path: `/contests/${contest.slug}/marking`,
      now,
    });
    await writeAudit(tx, {
      ...{ context, action: "contest.marking", object: "contest", objectId: contest.id, branchId: contest.branchId },
      after: { perAnswer, gapPercent, markers: ids.length },
    });
    return { markers: ids.length };
  },
});
