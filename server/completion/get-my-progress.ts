import { z } from "zod";
import { can } from "#domain/access.ts";
import { NAME_RULES } from "#domain/completion/name-rule.ts";
import { query } from "#server/verb.ts";
import { findNameRule } from "./name-access.ts";
import { progressSchema, readProgress } from "./read-progress.ts";

/** How far one came oneself, and whether reports tell others: for one's own eyes, whatever the policy. */
export const getMyProgress = query({
  at: "GET /api/me/progress",
  input: z.strictObject({}),
  output: progressSchema.extend({ namesRule: z.enum(NAME_RULES) }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const progress = await readProgress(db, viewer.personId, now);
    return { ...progress, namesRule: await findNameRule(db) };
  },
});
