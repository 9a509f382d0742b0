/** How a question came into the wrong-book: where it was first answered wrong, or by a star. */
export const REVIEW_CAUSES = ["reading", "quiz", "practice", "contest", "live", "star"] as const;
/** Where an answer that counted as a review was given: also in the review itself. */
export const LOG_CAUSES = [...REVIEW_CAUSES, "review"] as const;
