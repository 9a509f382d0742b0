import { eq } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "#db/schema/notices.ts";
import { can } from "#domain/access.ts";
import { command, noSubject } from "#server/verb.ts";

/** Forgets one's own e-mail address; what was to be sent to it is not sent. */
export const removeContact = command({
  at: "POST /api/me/contact/remove",
  input: z.strictObject({}),
  output: z.object({ removed: z.boolean() }),
  door: "play",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _subject, _input, { viewer }) {
    const { rowCount } = await tx.delete(contacts).where(eq(contacts.personId, viewer.personId));
    return { removed: rowCount === 1 };
  },
});
