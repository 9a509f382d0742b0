import { z } from "zod";
import { bookNominees } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, lineSchema, textSchema } from "#server/input-schemas.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";
import { nomineesUp } from "./vote-facts.ts";

const MOST = 60;

/** Proposes a book, or a text of the house. It is kept for later votes until it is chosen or taken back. */
export const nominateBook = command({
  at: "POST /api/groups/:slug/nominees",
  input: z.strictObject({
    slug: groupSlug,
    title: lineSchema(120),
    author: blankable(lineSchema(80)),
    why: blankable(textSchema(300)),
    material: blankable(z.string().max(80)),
  }),
  output: z.object({ id: z.number() }),
  refusals: ["already-nominated", "no-such-material", "too-many-nominees"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.joinIn,
  async run(tx, group, { title, author = "", why = "", material }, { viewer, now }) {
    const found = material === undefined ? undefined : await findReadable(tx, material, viewer);
    if (material !== undefined && !found) throw fieldRefusal("material", "no-such-material");
    if ((await nomineesUp(tx, group.id)).length >= MOST) throw new Refusal("too-many-nominees", { most: MOST });
    const row = { groupId: group.id, title, author, why, materialId: found?.materialId ?? null };
    const [made] = await nameConstraint({ book_nominees_once: ["title", "already-nominated"] }, () =>
      tx
        .insert(bookNominees)
        .values({ ...row, nominatedBy: viewer.personId, nominatedAt: now })
        .returning({ id: bookNominees.id }),
    );
    return { id: made?.id ?? 0 };
  },
});
