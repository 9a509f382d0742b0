import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { rotaAbsences } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";

/** Takes back that one cannot lead on some days. Only one's own. */
export const removeAbsence = command({
  at: "POST /api/groups/:slug/absences/:id/remove",
  input: z.strictObject({ slug: groupSlug, id: idSchema }),
  output: z.object({ removed: z.boolean() }),
  door: "play",
  load: async (tx, { slug, id }, { viewer }) => {
    const group = await lockGroup(tx, slug, viewer);
    const own = and(eq(rotaAbsences.id, id), eq(rotaAbsences.groupId, group?.id ?? 0), eq(rotaAbsences.personId, viewer.personId));
    const [found] = await tx.select({ absenceId: rotaAbsences.id }).from(rotaAbsences).where(own);
    return group && found && { ...group, ...found };
  },
  may: can.joinIn,
  async run(tx, { absenceId }) {
    await tx.delete(rotaAbsences).where(eq(rotaAbsences.id, absenceId));
    return { removed: true };
  },
});
