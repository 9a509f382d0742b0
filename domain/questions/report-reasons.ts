/** What may be wrong with a question, as a member says it (题目纠错). */
export const REPORT_REASONS = ["key", "wording", "outdated", "several", "other"] as const;
