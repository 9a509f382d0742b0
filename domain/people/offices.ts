/** The offices a person can hold over a subtree of branches. */
export const OFFICES = ["admin", "branch_admin", "organizer", "reviewer", "leader"] as const;
export type OfficeName = (typeof OFFICES)[number];
