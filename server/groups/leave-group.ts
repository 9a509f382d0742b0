import { z } from "zod";
import { can } from "#domain/access.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";
import { partWith } from "./part-with.ts";

/** Leaves a group of one's own accord. The leader hands the group over first. */
export const leaveGroup = command({
  at: "POST /api/groups/:slug/leave",
  input: z.strictObject({ slug: groupSlug }),
  output: z.object({ left: z.boolean() }),
  refusals: ["leader-stays"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.joinIn,
  async run(tx, group, _input, { viewer, now }) {
    await partWith(tx, group, viewer.personId, now);
    return { left: true };
  },
});
