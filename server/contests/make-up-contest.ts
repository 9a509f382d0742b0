import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { fullMarksOf, worthOf } from "#domain/contests/full-marks.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { phasedContest } from "./contest-card.ts";
import { type ContestSubject, findContest } from "./find-contest.ts";
import { invitePeople } from "./invite-people.ts";
import { newSlug } from "./new-slug.ts";
import { nextWindow } from "./next-window.ts";

type Left = Readonly<{ personId: number; because: "absent" | "failed" }>;

/** Who did not take part, and, where the rules name a pass line, who stayed below it. */
async function whoIsLeft(tx: Tx, contest: ContestSubject): Promise<Left[]> {
  const { id, rules, blueprint } = contest;
  const worth = fullMarksOf(contest, worthOf(blueprint));
  const line = rules.passPercent === null ? 0 : Math.ceil((worth * rules.passPercent) / 100);
  const { rows } = await tx.execute<{ person_id: string; absent: boolean }>(sql`
    select r.person_id, s.entry_id is null as absent
    from contest_roster r
    left join entries e on e.contest_id = r.contest_id and e.person_id = r.person_id
    left join standings s on s.entry_id = e.id and s.counts
    where r.contest_id = ${id} and (s.entry_id is null or s.score_milli < ${line}) order by r.person_id`);
  return rows.map(({ person_id, absent }) => ({ personId: Number(person_id), because: absent ? "absent" : "failed" }));
}

/**
 * A make-up (R16) of a contest that is over, as a draft for those who were absent or failed. What they come to in it counts for the
 * first contest wherever a programme asks for that one.
 */
export const makeUpContest = command({
  at: "POST /api/desk/contests/:slug/make-up",
  input: z.strictObject({ slug: z.string().max(80), title: lineSchema(120) }),
  output: z.object({ slug: z.string(), absent: z.number(), failed: z.number() }),
  refusals: ["not-closed-yet", "nobody-left"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { title }, context) {
    if (!["closed", "published"].includes(phaseOf(phasedContest(contest), context.now))) throw new Refusal("not-closed-yet");
    const left = await whoIsLeft(tx, contest);
    if (left.length === 0) throw new Refusal("nobody-left");
    const slug = newSlug(context.now);
    const { branchId, audienceTags, intro, rules, blueprint, paperId, paperKind, sections } = contest;
    const { opensAt, closesAt } = nextWindow(contest, context.now);
    const [made] = await tx
      .insert(contests)
      .values({
        ...{ slug, title, intro, branchId, audienceTags, rules, blueprint, paperId, paperKind, sections, opensAt, closesAt },
        ...{ makesUpFor: contest.makesUpFor ?? contest.id, createdBy: context.viewer.personId, createdAt: context.now },
      })
      .returning({ id: contests.id });
    const id = made?.id ?? 0;
    await invitePeople(tx, id, left, context.now);
    const counts = { absent: left.filter(({ because }) => because === "absent").length };
    const after = { slug, of: contest.slug, invited: left.length };
    await writeAudit(tx, { context, action: "contest.make-up", object: "contest", objectId: id, branchId, after });
    return { slug, ...counts, failed: left.length - counts.absent };
  },
});
