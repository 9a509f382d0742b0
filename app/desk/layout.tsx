import type { ReactNode } from "react";
import { DeskFrame } from "#app/_http/desk-frame.tsx";

/** Every desk page stands in the organizer's frame. */
export default function DeskLayout({ children }: { children: ReactNode }): ReactNode {
  return <DeskFrame>{children}</DeskFrame>;
}
