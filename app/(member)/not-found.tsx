import type { ReactNode } from "react";
import { NothingFound } from "#app/_http/nothing-found.tsx";

/** Inside the member's frame, which is around it already. */
export default function MemberNotFound(): ReactNode {
  return <NothingFound />;
}
