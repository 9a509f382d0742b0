import type { OfficeName } from "./offices.ts";

/** An office held, with the path of the branch at the top of its subtree. */
export type HeldOffice = Readonly<{ office: OfficeName; branchId: number; path: string }>;

/** Somebody who has signed in, as read from the database for this very request. */
export type Member = Readonly<{
  kind: "member";
  personId: number;
  sessionId: string;
  name: string;
  branchId: number;
  branchPath: string;
  tags: readonly string[];
  offices: readonly HeldOffice[];
}>;

export type Viewer = Readonly<{ kind: "visitor" }> | Member;

export const VISITOR: Viewer = { kind: "visitor" };
