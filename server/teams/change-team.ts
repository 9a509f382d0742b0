// One verb for all an organizer changes, together: what each deed refuses is read at one place.
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { entries, liveChanges } from "#db/schema/contests.ts";
import { people } from "#db/schema/people.ts";
import { teamMembers, teams } from "#db/schema/teams.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { isFixed, plays, roleForNext } from "#domain/teams/membership.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { findRosterPlace } from "#server/contests/roster-place.ts";
import { blankable, idSchema, lineSchema, reasonSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { asTeamContest, type LockedTeam, lockTeam, type TeamContest, teamIdOf } from "./own-team.ts";
import { recountTheseTeams } from "./recount-teams.ts";
import { giveRole, handOver, takeOut } from "./take-out.ts";

const DEEDS = ["rename", "division", "add", "remove", "captain", "swap"] as const;
const input = z.strictObject({
  ...{ slug: z.string().max(80), teamId: idSchema, deed: z.enum(DEEDS), reason: reasonSchema },
  /** A new name, or a division. */
  value: blankable(lineSchema(30)),
  /** Who comes by staff number; who goes, becomes captain, or makes room; who comes in from the substitutes. */
  ...{ staffNo: blankable(lineSchema(60)), personId: blankable(idSchema), inId: blankable(idSchema) },
});
type Input = z.output<typeof input>;

async function refusePlayed(tx: Tx, contestId: number, personId: number): Promise<void> {
  const [entry] = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.contestId, contestId), eq(entries.personId, personId)));
  if (entry) throw new Refusal("has-played");
}

function memberOf(team: LockedTeam, personId: number | undefined, field: string) {
  const found = team.members.find((member) => member.personId === personId);
  if (!found) throw fieldRefusal(field, "not-in-team");
  return found;
}

async function addMember(tx: Tx, contest: TeamContest, team: LockedTeam, staffNo: string | undefined, now: Date): Promise<number> {
  const [person] = await tx
    .select({ id: people.id, branchId: people.branchId, disabledAt: people.disabledAt })
    .from(people)
    .where(eq(people.staffNo, staffNo ?? ""));
  // Somebody of elsewhere is nobody here: numbers are not told apart by trying.
  if (!person || person.disabledAt || !(await findRosterPlace(tx, contest, person.id))) throw fieldRefusal("staffNo", "no-such-person");
  if (team.branchId !== null && team.branchId !== person.branchId) throw fieldRefusal("staffNo", "other-branch");
  if ((await teamIdOf(tx, contest.id, person.id)) !== undefined) throw fieldRefusal("staffNo", "already-in-team");
  const role = roleForNext(contest.rules.team, team.members);
  if (role === null) throw new Refusal("team-full");
  const row = { contestId: contest.id, personId: person.id, teamId: team.id, role, joinedAt: now };
  const joined = await tx.insert(teamMembers).values(row).onConflictDoNothing().returning({ teamId: teamMembers.teamId });
  if (joined.length === 0) throw fieldRefusal("staffNo", "already-in-team");
  return person.id;
}

/** Does it, and says whom it touched. */
async function change(tx: Tx, contest: TeamContest, team: LockedTeam, { deed, ...said }: Input, now: Date): Promise<number[]> {
  const isTeam = eq(teams.id, team.id);
  switch (deed) {
    case "rename": {
      const name = said.value ?? "";
      if (name === "") throw fieldRefusal("value", "invalid");
      await nameConstraint({ teams_name_once: ["value", "team-name-taken"] }, () => tx.update(teams).set({ name }).where(isTeam));
      return [];
    }
    case "division": {
      const division = said.value ?? null;
      if (division !== null && !contest.rules.divisions?.names.includes(division)) throw fieldRefusal("value", "division-needed");
      await tx.update(teams).set({ division }).where(isTeam);
      await tx.update(entries).set({ division }).where(eq(entries.teamId, team.id));
      return [];
    }
    case "add":
      return [await addMember(tx, contest, team, said.staffNo, now)];
    case "remove": {
      const { personId, role } = memberOf(team, said.personId, "personId");
      if (role === "captain" && team.members.length > 1) throw new Refusal("captain-stays");
      await refusePlayed(tx, contest.id, personId);
      await takeOut(tx, team, personId);
      return [personId];
    }
    case "captain": {
      const next = memberOf(team, said.personId, "personId");
      if (next.role === "captain") return [];
      const captain = team.members.find(({ role }) => role === "captain");
      // Whoever has answered for all stays the one who did.
      const staying = contest.rules.team.play === "captain" || next.role === "substitute";
      if (captain && staying) await refusePlayed(tx, contest.id, captain.personId);
      await handOver(tx, team, next.personId);
      return [next.personId];
    }
    case "swap": {
      const out = memberOf(team, said.personId, "personId");
      const coming = memberOf(team, said.inId, "inId");
      if (!plays(out) || out.role === "captain") throw fieldRefusal("personId", "not-in-team");
      if (plays(coming)) throw fieldRefusal("inId", "not-in-team");
      await refusePlayed(tx, contest.id, out.personId);
      await giveRole(tx, team, out.personId, "substitute");
      await giveRole(tx, team, coming.personId, "member");
      return [out.personId, coming.personId];
    }
  }
}

/**
 * An organizer changes a team: name, division, who is in it and as what. Once the team is fixed only with a reason (I24), only about who
 * has not played, and never after the contest is over; everything is written into the ledger, and whom it touches hears of it.
 */
export const changeTeam = command({
  at: "POST /api/desk/contests/:slug/teams/change",
  input,
  output: z.object({ changed: z.boolean() }),
  refusals: [
    ...["no-team-contest", "no-such-team", "contest-is-over", "reason-needed", "team-name-taken", "division-needed", "has-played"],
    ...["not-in-team", "no-such-person", "other-branch", "already-in-team", "team-full", "captain-stays"],
  ],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, found, said, context) {
    const contest = asTeamContest(found);
    const { now } = context;
    const team = await lockTeam(tx, contest.id, said.teamId);
    if (!team) throw fieldRefusal("teamId", "no-such-team");
    if (["closed", "published", "cancelled"].includes(phaseOf(phasedContest(contest), now))) throw new Refusal("contest-is-over");
    const fixed = isFixed(contest.rules.team, { fixedAt: team.fixedAt, opensAt: contest.opensAt, now });
    if (fixed && said.reason === undefined) throw fieldRefusal("reason", "reason-needed");
    const touched = await change(tx, contest, team, said, now);
    await recountTheseTeams(tx, contest, [team.id], now);
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "team", changedAt: now });
    const after = await lockTeam(tx, contest.id, team.id);
    await writeAudit(tx, {
      ...{ context, action: "team.change", object: "team", objectId: team.id, branchId: contest.branchId, reason: said.reason },
      before: { contest: contest.slug, ...shown(team) },
      after: { deed: said.deed, ...(after && shown(after)) },
    });
    await giveNotice(tx, { personIds: touched, kind: "team-changed", params: { team: team.name }, path: `/contests/${contest.slug}`, now });
    return { changed: true };
  },
});

const shown = ({ name, division, members }: LockedTeam) => ({
  ...{ name, division },
  members: members.map(({ personId, role }) => ({ personId, role })),
});
