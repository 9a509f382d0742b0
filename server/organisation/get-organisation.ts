import { z } from "zod";
import { can } from "#domain/access.ts";
import { NAME_RULES } from "#domain/completion/name-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import { findNameRule } from "#server/completion/name-access.ts";
import { query } from "#server/verb.ts";
import { findOrganisation } from "./find-organisation.ts";

/** The organisation's name, whether light-burden mode is on, and whether reports of study carry names: members may know. */
export const getOrganisation = query({
  at: "GET /api/organisation",
  input: z.strictObject({}),
  output: z.object({ name: z.string(), lightBurden: z.boolean(), demo: z.boolean(), studyNames: z.enum(NAME_RULES) }),
  door: "play",
  may: can.beSignedIn,
  async run(db) {
    const found = await findOrganisation();
    if (!found) throw new Refusal("not-found");
    return { ...found, studyNames: await findNameRule(db) };
  },
});
