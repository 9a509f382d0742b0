import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { findOrganisation } from "./find-organisation.ts";

/** The organisation's name and whether light-burden mode is on. */
export const getOrganisation = query({
  at: "GET /api/organisation",
  input: z.strictObject({}),
  output: z.object({ name: z.string(), lightBurden: z.boolean(), demo: z.boolean() }),
  door: "play",
  may: can.beSignedIn,
  async run() {
    const found = await findOrganisation();
    if (!found) throw new Refusal("not-found");
    return found;
  },
});
