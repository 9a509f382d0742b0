import type { ReactNode } from "react";
import { NothingFound } from "#app/_http/nothing-found.tsx";

/** Inside the desk's frame, which is around it already. */
export default function DeskNotFound(): ReactNode {
  return <NothingFound />;
}
