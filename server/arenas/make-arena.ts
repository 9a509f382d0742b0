import { z } from "zod";
import { arenas } from "#db/schema/arenas.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { refuseInLightBurden } from "#server/matches/refuse-in-light-burden.ts";
import { takeLock } from "#server/take-lock.ts";
import { command, fieldRefusal, noSubject } from "#server/verb.ts";
import { arenaFields, columnsOfArena } from "./arena-fields.ts";
import { refuseArenaWindow } from "./refuse-arena-window.ts";
import { tellArena } from "./tell-arena.ts";

/** Announces an arena: a window in which duels among the people of a branch and below count for a board. Its people see it at once, and are told. */
export const makeArena = command({
  at: "POST /api/desk/arenas",
  input: z.strictObject(arenaFields),
  output: z.object({ id: z.number() }),
  refusals: ["light-burden", "branch-closed", "closes-before-it-opens", "arena-too-long", "arena-in-the-past", "arena-overlaps"],
  door: "desk",
  load: noSubject,
  may: can.seeArenasDesk,
  async run(tx, _subject, fields, context) {
    const { viewer, now } = context;
    const branch = await findBranch(tx, fields.branchId);
    if (!branch || !can.runArena(viewer, branch)) throw fieldRefusal("branchId", "not-found");
    if (branch.closedAt) throw fieldRefusal("branchId", "branch-closed");
    await refuseInLightBurden(tx);
    await takeLock(tx, "arenas");
    await refuseArenaWindow(tx, { ...fields, path: branch.path }, now);
    const columns = columnsOfArena(fields);
    const [made] = await tx
      .insert(arenas)
      .values({ ...columns, createdBy: viewer.personId, createdAt: now })
      .returning({ id: arenas.id });
    const id = made?.id ?? 0;
    await tellArena(tx, { id, ...columns }, { kind: "arena-announced", now });
    await writeAudit(tx, { context, action: "arena.make", object: "arena", objectId: id, branchId: branch.id, after: columns });
    return { id };
  },
});
