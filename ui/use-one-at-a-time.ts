import { useEffectEvent, useState } from "react";
import { oneAtATime } from "./one-at-a-time.ts";

/** `oneAtATime` for a page: always the newest `ask`, always the same function. */
export function useOneAtATime(ask: () => Promise<void>): () => Promise<void> {
  const newest = useEffectEvent(ask);
  const [run] = useState(() => oneAtATime(() => newest()));
  return run;
}
