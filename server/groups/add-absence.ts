import { and, count, eq, gte } from "drizzle-orm";
import { z } from "zod";
import { rotaAbsences } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { daySchema } from "#domain/groups/recurrence.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";

const MOST = 50;
const LONGEST_MS = 366 * 86_400_000;

/** Says on which days one cannot lead; no reason is asked. The rota heeds it when it is made the next time. */
export const addAbsence = command({
  at: "POST /api/groups/:slug/absences",
  input: z.strictObject({ slug: groupSlug, fromDay: daySchema, toDay: blankable(daySchema) }),
  output: z.object({ id: z.number() }),
  refusals: ["ends-before-it-starts", "window-is-over", "window-too-long", "too-many-absences"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.joinIn,
  async run(tx, group, { fromDay, toDay = fromDay }, { viewer: { personId }, now }) {
    const today = now.toISOString().slice(0, 10);
    if (toDay < fromDay) throw fieldRefusal("toDay", "ends-before-it-starts");
    if (toDay < today) throw fieldRefusal("fromDay", "window-is-over");
    if (Date.parse(toDay) - Date.parse(fromDay) > LONGEST_MS) throw fieldRefusal("toDay", "window-too-long");
    const own = and(eq(rotaAbsences.groupId, group.id), eq(rotaAbsences.personId, personId), gte(rotaAbsences.toDay, today));
    const [counted] = await tx.select({ n: count() }).from(rotaAbsences).where(own);
    if ((counted?.n ?? 0) >= MOST) throw new Refusal("too-many-absences", { most: MOST });
    const [made] = await tx
      .insert(rotaAbsences)
      .values({ groupId: group.id, personId, fromDay, toDay, createdAt: now })
      .returning({ id: rotaAbsences.id });
    return { id: made?.id ?? 0 };
  },
});
