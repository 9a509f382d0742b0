import { z } from "zod";
import { can } from "#domain/access.ts";
import { command, noSubject } from "#server/verb.ts";
import { endSession } from "./sessions.ts";

/** Ends this very sign-in. */
export const signOut = command({
  at: "POST /api/sign-out",
  input: z.strictObject({}),
  output: z.object({ signedOut: z.boolean() }),
  door: "play",
  load: noSubject,
  may: can.beSignedIn,
  async run(_tx, _subject, _input, { viewer, now }) {
    await endSession(viewer.sessionId, now);
    return { signedOut: true };
  },
});
