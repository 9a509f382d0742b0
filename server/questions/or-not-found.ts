import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";

/** The bank does not exist for those who may not see it: a "no" is told as not found, never as forbidden (TA8). */
export const orNotFound =
  (may: (viewer: Member) => boolean) =>
  (viewer: Member): boolean => {
    if (!may(viewer)) throw new Refusal("not-found");
    return true;
  };
