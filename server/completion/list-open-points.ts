import { z } from "zod";
import { can } from "#domain/access.ts";
import { blankable, idSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { openPointLine, POINT_STATES, readOpenPoints } from "./read-open-points.ts";

const PAGE_SIZE = 50;

/** How the overview can be narrowed; all of it can stand in an address. */
export const pointFilter = {
  branchId: blankable(idSchema),
  state: z.preprocess((value) => (value === "" ? undefined : value), z.enum(POINT_STATES).default("open")),
};

/**
 * Open points over all campaigns of the viewer's subtrees (R40). One that was carried into a next campaign is one point, standing in the
 * last, with the way it came; what is not closed comes first, what has been carried longest before the rest.
 */
export const listOpenPointsOverview = query({
  at: "GET /api/desk/open-points",
  input: z.strictObject({
    ...pointFilter,
    page: pageSchema,
  }),
  output: z.object({
    points: z.array(openPointLine),
    /** Of the whole subtree, whatever the state asked for. */
    open: z.number(),
    carried: z.number(),
    closed: z.number(),
    total: z.number(),
    page: z.number(),
    pageSize: z.number(),
  }),
  door: "desk",
  may: can.seeReports,
  async run(db, { branchId, state, page }, { viewer, now }) {
    const found = await readOpenPoints(db, viewer, { branchId, state, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }, now);
    return { ...found, page, pageSize: PAGE_SIZE };
  },
});
