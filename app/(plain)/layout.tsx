import type { ReactNode } from "react";
import { PlainFrame } from "#app/_http/plain-frame.tsx";

export default function PlainLayout({ children }: { children: ReactNode }): ReactNode {
  return <PlainFrame>{children}</PlainFrame>;
}
