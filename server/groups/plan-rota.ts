import { z } from "zod";
import { can } from "#domain/access.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug, refuseClosedGroup } from "./group-fields.ts";
import { replanRota } from "./replan-rota.ts";
import { tellLeadReaders } from "./tell-lead-readers.ts";

/** Makes the rota anew for the next meetings of a group (six, unless it is said otherwise). What was announced or swapped stays. */
export const planRota = command({
  at: "POST /api/groups/:slug/rota",
  input: z.strictObject({ slug: groupSlug, meetings: z.coerce.number().int().min(1).max(200).default(6) }),
  /** `forced`: meetings where a rule of fairness had to give way, because nobody else could. */
  output: z.object({ planned: z.number(), changed: z.number(), forced: z.number() }),
  refusals: ["group-closed"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.leadGroup,
  async run(tx, group, { slug, meetings }, { viewer, now }) {
    refuseClosedGroup(group);
    const { changed, planned, forced } = await replanRota(tx, group, { now, next: meetings });
    await tellLeadReaders(tx, changed, { slug, name: group.name, by: viewer.personId, now });
    return { planned, changed: changed.length, forced };
  },
});
