/** What a person is asked to look at after a contest. */
export const FLAG_KINDS = ["speed", "similar"] as const;
