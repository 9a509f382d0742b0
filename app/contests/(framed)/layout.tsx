import type { ReactNode } from "react";
import { MemberFrame } from "#app/_http/member-frame.tsx";

/** Contests in the member's frame; play stands outside it, with nothing beside the questions. */
export default function ContestsLayout({ children }: { children: ReactNode }): ReactNode {
  return <MemberFrame>{children}</MemberFrame>;
}
