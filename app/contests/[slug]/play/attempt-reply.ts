import type { JsonOf } from "#app/contests/json-of.ts";
import type { getAttempt } from "#server/attempts/get-attempt.ts";

/** One's own attempt as the play page reads it. */
export type AttemptReply = JsonOf<typeof getAttempt>;
export type PlayItem = AttemptReply["items"][number];
