import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { blocksOf } from "#server/materials/blocks-of.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { blockSchema } from "#server/materials/hast-schema.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";
import { readRoom } from "./room-snapshot.ts";

/** The passage shown in the room, as blocks. `isHidden`: there is one, and the viewer may not read that text. */
export const getPassage = query({
  at: "GET /api/meetings/:id/room/passage",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ slug: z.string(), title: z.string(), isHidden: z.boolean(), blocks: z.array(blockSchema) }).nullable(),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.seeInsideMeeting(viewer, meeting)) throw new Refusal("not-found");
    const passage = (await readRoom(db, id, now))?.passage;
    if (!passage) return null;
    const { slug, title, from, to } = passage;
    const found = await findReadable(db, slug, viewer);
    if (!found) return { slug, title, isHidden: true, blocks: [] };
    const all = [...blocksOf(found.version)];
    const [first, last] = [all.findIndex((one) => one.id === from), all.findIndex((one) => one.id === to)];
    // The text may have been published anew since, without these paragraphs: then all of it is shown.
    return { slug, title, isHidden: false, blocks: all.slice(Math.max(0, first), last < 0 ? all.length : last + 1) };
  },
});
