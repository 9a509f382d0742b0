import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { standingOf } from "#domain/reviews/check-standing.ts";
import { revealOf } from "#server/reviews/reveal-of.ts";
import { revealSchema } from "#server/reviews/shown-question.ts";
import { query } from "#server/verb.ts";
import { checksOf, triesOf } from "./checks-of.ts";
import { findReadable } from "./find-readable.ts";
import { slugSchema } from "./material-fields.ts";

/** What the reader's own answers to the questions of a text have opened: explanations and, where it is time, keys. Nothing before answering. */
export const listCheckReveals = query({
  at: "GET /api/materials/:slug/checks",
  input: z.strictObject({ slug: slugSchema }),
  output: z.object({ reveals: z.array(z.object({ questionId: z.number(), reveal: revealSchema })) }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer }) {
    const found = await findReadable(db, slug, viewer);
    if (!found) throw new Refusal("not-found");
    const { personId } = viewer;
    const tries = await triesOf(db, personId, found.materialId);
    const reveals = [];
    for (const check of await checksOf(db, found.version.id)) {
      const { tries: count, showsKey } = standingOf(check, tries);
      const reveal = count > 0 ? await revealOf(db, personId, check.questionId, showsKey) : null;
      if (reveal) reveals.push({ questionId: check.questionId, reveal });
    }
    return { reveals };
  },
});
