import { eq } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "#db/schema/notices.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { isMailSet } from "./mail.ts";

/** One's own e-mail address, if one gave it, and whether this house sends mail at all. */
export const getContact = query({
  at: "GET /api/me/contact",
  input: z.strictObject({}),
  output: z.object({ email: z.string().nullable(), savedAt: z.date().nullable(), mailWorks: z.boolean() }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer }) {
    const [found] = await db.select().from(contacts).where(eq(contacts.personId, viewer.personId));
    return { email: found?.email ?? null, savedAt: found?.savedAt ?? null, mailWorks: isMailSet() };
  },
});
