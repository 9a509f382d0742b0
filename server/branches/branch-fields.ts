import { lineSchema } from "#server/input-schemas.ts";
import type { ConstraintFields } from "#server/name-constraint.ts";

/** A branch's name, as on its stamp. */
export const branchName = lineSchema(80).transform((name) => name.replace(/\s+/g, " "));

/** The code by which lists name a branch: one canonical form, NFKC without spaces around. */
export const branchCode = lineSchema(40).transform((code) => code.normalize("NFKC"));

/** What kind of branch it is, in the organisation's own words. */
export const branchKind = lineSchema(30);

/** What the database refuses about a branch, beside the field it was typed in. */
export const BRANCH_RULES: ConstraintFields = {
  branches_code_once: ["code", "already-exists"],
  branches_no_cycle: ["parentId", "branch-below-itself"],
  branches_not_own_parent: ["parentId", "branch-below-itself"],
};
