/** D1's states as stored; only the server moves them, and none has a way back from an end. */
export const ATTEMPT_STATES = ["in_progress", "finished", "abandoned", "voided"] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Whether an attempt takes no more answers. */
export const hasEnded = (state: AttemptState): boolean => state !== "in_progress";
