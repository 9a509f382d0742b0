import { z } from "zod";
import { contacts } from "#db/schema/notices.ts";
import { can } from "#domain/access.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { command, noSubject } from "#server/verb.ts";

/** An address as mail servers take it: one line, one @, no quoting, 254 characters at most. */
const emailSchema = z
  .string()
  .trim()
  .max(254)
  .transform((email) => email.normalize("NFKC"))
  .pipe(z.email());

/** Keeps one's own e-mail address, with the consent to be reminded by it; without the consent nothing is kept. */
export const saveContact = command({
  at: "POST /api/me/contact",
  input: z.strictObject({
    email: emailSchema,
    wantsEmail: flagSchema.default(false).refine((ticked) => ticked, { message: "consent" }),
  }),
  output: z.object({ email: z.string() }),
  door: "play",
  load: noSubject,
  may: can.beSignedIn,
  async run(tx, _subject, { email }, { viewer: { personId }, now }) {
    const row = { email, wantsEmail: true, savedAt: now };
    await tx
      .insert(contacts)
      .values({ personId, ...row })
      .onConflictDoUpdate({ target: contacts.personId, set: row });
    return { email };
  },
});
