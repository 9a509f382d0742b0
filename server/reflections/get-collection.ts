import { z } from "zod";
import { can } from "#domain/access.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { collectedPieces } from "./collected-pieces.ts";

/** The pieces a unit has collected, to read, print or take along. */
export const getCollection = query({
  at: "GET /api/reflections/collection",
  input: z.strictObject({ branch: blankable(idSchema) }),
  output: z.object({
    branch: z.object({ id: z.number(), name: z.string() }),
    items: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        body: z.string(),
        author: z.string(),
        branch: z.string(),
        handedInAt: z.date().nullable(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  run: (db, { branch }, { viewer }) => collectedPieces(db, branch, viewer),
});
