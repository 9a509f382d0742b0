import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { games } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { blueprintLineSchema } from "#domain/contests/rules.ts";
import { GAME_KINDS, type GameRules, gameRulesSchema, MOST_QUESTIONS } from "#domain/games/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { findOrganisation } from "#server/organisation/find-organisation.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { drawGame } from "./draw-game.ts";

const lineOfGame = blueprintLineSchema.extend({ kind: z.enum(GAME_KINDS).nullable().default(null), worth: z.int().min(0).optional() });

const input = z
  .strictObject({
    title: lineSchema(80),
    branchId: idSchema,
    rules: gameRulesSchema.partial().prefault({}),
    paperId: idSchema.nullable().default(null),
    lines: z.array(lineOfGame).max(20).default([]),
    teams: z.array(lineSchema(30)).max(40).default([]),
  })
  .refine(({ paperId, lines }) => (paperId === null) !== (lines.length === 0), { path: ["lines"], message: "game-no-questions" })
  .refine(({ lines }) => lines.reduce((sum, { count }) => sum + count, 0) <= MOST_QUESTIONS, { path: ["lines"], message: "game-too-long" });

/** Six digits that no open game has; of a million there is always one left. */
async function insertWithCode(tx: Tx, values: Omit<typeof games.$inferInsert, "code">): Promise<{ id: number; code: string }> {
  for (let tries = 0; tries < 50; tries += 1) {
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const [made] = await tx
      .insert(games)
      .values({ ...values, code })
      .onConflictDoNothing({ target: games.code, where: sql`${games.endedAt} is null` })
      .returning({ id: games.id, code: games.code });
    if (made) return made;
  }
  throw new Refusal("unavailable");
}

function checkTeams({ team }: GameRules, teams: readonly string[]): void {
  if (team === "none" && teams.length > 0) throw fieldRefusal("teams", "game-no-teams");
  if (team !== "none" && (teams.length < 2 || new Set(teams).size < teams.length)) throw fieldRefusal("teams", "game-teams");
}

/**
 * Makes a game of a paper or of lines; a contest is not needed for it. Its questions are drawn now, the same for all, and shown to nobody.
 * Where nobody is ranked by name (light-burden mode) its boards bear branches unless the host says otherwise.
 */
export const makeGame = command({
  at: "POST /api/desk/games",
  input,
  output: z.object({ id: z.number(), code: z.string() }),
  refusals: ["pool-too-small", "paper-not-published", "game-kept", "game-kinds", "game-too-long", "game-teams", "game-no-teams"],
  door: "desk",
  load: (tx, { branchId }) => findBranch(tx, branchId),
  may: can.runGame,
  async run(tx, branch, form, context) {
    const { viewer, now } = context;
    const organisation = await findOrganisation();
    const rules = gameRulesSchema.parse({ names: organisation?.lightBurden ? "branch" : "names", ...form.rules });
    checkTeams(rules, form.teams);
    const lines = form.lines.map((line) => ({ ...line, worth: rules.worth }));
    const asked = await drawGame(tx, branch.path, { lines, paperId: form.paperId }, viewer, now);
    // A paper brings its own worths where only rightness counts; speed is measured in whole points.
    const worths = asked.map(({ worth }) => (rules.mode === "accuracy" && form.paperId !== null ? worth : rules.worth));
    const made = await insertWithCode(tx, {
      ...{ title: form.title, branchId: branch.id, rules, worths, teams: form.teams },
      ...{ versionIds: asked.map(({ versionId }) => versionId), createdBy: viewer.personId, createdAt: now },
    });
    await writeAudit(tx, {
      ...{ context, action: "game.make", object: "game", objectId: made.id, branchId: branch.id },
      after: { title: form.title, questions: asked.length },
    });
    return made;
  },
});
