import type { ReactNode } from "react";
import { MemberFrame } from "#app/_http/member-frame.tsx";

export default function MemberLayout({ children }: { children: ReactNode }): ReactNode {
  return <MemberFrame>{children}</MemberFrame>;
}
