import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { teamMembers, teams } from "#db/schema/teams.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { importReply, replyOf } from "#server/imports/import-reply.ts";
import { readTable } from "#server/imports/read-table.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { uploadSchema } from "#server/upload-schema.ts";
import { command } from "#server/verb.ts";
import { newTeamCode } from "./new-code.ts";
import { asTeamContest, refuseInStage, type TeamContest } from "./own-team.ts";
import { planTeams, type TeamPerson, type TeamsPlan } from "./plan-teams.ts";

const add = z.object({ row: z.number(), team: z.string(), staffNo: z.string(), name: z.string(), role: z.string() });
const none = z.object({ row: z.number() });

/** Everybody of the audience, with the team they are in. */
async function listPeople(tx: Tx, contest: TeamContest): Promise<TeamPerson[]> {
  const tags = sql.param([...contest.audienceTags]);
  const { rows } = await tx.execute<{ id: string; staff_no: string; name: string; branch_id: string; team: string | null }>(sql`
    select p.id, p.staff_no, p.name, p.branch_id, t.name as team
    from people p join branches b on b.id = p.branch_id
    left join team_members m on m.contest_id = ${contest.id} and m.person_id = p.id left join teams t on t.id = m.team_id
    where p.disabled_at is null and starts_with(b.path, ${contest.path}) and (cardinality(${tags}::text[]) = 0 or p.tags && ${tags}::text[])`);
  return rows.map((row) => ({
    ...{ id: Number(row.id), staffNo: row.staff_no, name: row.name, branchId: Number(row.branch_id), teamName: row.team },
  }));
}

async function write(tx: Tx, contest: TeamContest, plan: TeamsPlan, by: number, now: Date): Promise<void> {
  for (const { members, ...team } of plan.teams) {
    const row = { ...team, contestId: contest.id, code: newTeamCode(), createdAt: now, createdBy: by };
    const [made] = await tx.insert(teams).values(row).returning({ id: teams.id });
    const teamId = made?.id ?? 0;
    await tx
      .insert(teamMembers)
      .values(members.map(({ personId, role }) => ({ contestId: contest.id, personId, teamId, role, joinedAt: now })));
    const told = { personIds: members.map(({ personId }) => personId), kind: "team-enlisted", params: { team: team.name } };
    await giveNotice(tx, { ...told, path: `/contests/${contest.slug}`, now });
  }
}

/**
 * Registers teams from a list (.xlsx, .csv, or rows pasted from a sheet), all of it or nothing: one row a person. A dry run says what
 * would happen. While the contest has not opened; later a team is changed one by one, with a reason.
 */
export const importTeams = command({
  at: "POST /api/desk/contests/:slug/teams/import",
  input: z
    .strictObject({
      slug: z.string().max(80),
      file: uploadSchema.optional(),
      text: z.string().max(500_000).default(""),
      dryRun: flagSchema.default(false),
    })
    .refine(({ file, text }) => file !== undefined || text.trim() !== "", { path: ["text"], message: "blank" }),
  output: importReply(add, none, none),
  refusals: ["no-team-contest", "teams-by-promotion", "team-fixed", "file-kind", "file-not-a-table", "import-busy", "already-exists"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, found, { file, text, dryRun }, context) {
    const contest = asTeamContest(found);
    refuseInStage(contest);
    if (context.now >= contest.opensAt) throw new Refusal("team-fixed");
    // The reader may take its ten seconds while this transaction stands idle.
    await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', '20000', true)`);
    const table = await (file ? readTable(file.bytes, file.name) : readTable(Buffer.from(text), "pasted.txt"));
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('teams', ${contest.id}))`);
    const names = (await tx.select({ name: teams.name }).from(teams).where(sql`${teams.contestId} = ${contest.id}`)).map(
      ({ name }) => name,
    );
    const { team: rules, divisions } = contest.rules;
    const plan = planTeams(table, { people: await listPeople(tx, contest), teams: names, rules, divisions });
    const committed = !dryRun && plan.problems.length === 0;
    if (committed) {
      await write(tx, contest, plan, context.viewer.personId, context.now);
      const after = { contest: contest.slug, teams: plan.teams.length, people: plan.adds.length };
      await writeAudit(tx, { context, action: "team.import", object: "contest", objectId: contest.id, branchId: contest.branchId, after });
    }
    return replyOf({ ...plan, changes: [], moves: [] }, { dryRun, committed, total: table.rows.length });
  },
});
