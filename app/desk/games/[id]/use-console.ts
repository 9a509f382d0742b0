import { useState } from "react";
import { postJson } from "#app/desk/post-json.ts";
import type { Game } from "#app/live/[code]/use-game.ts";

export type Act = "turn" | "close" | "pause" | "resume" | "end";

/** Acts on the state this console sees. Pressed ten times, or elsewhere as well, one press moves the game; the others learn where it stands. */
export function useConsole(id: number, game: Game | null) {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [wasElsewhere, setElsewhere] = useState(false);
  const act = async (what: Act, more: object = {}): Promise<void> => {
    if (!game || isBusy) return;
    setBusy(true);
    const reply = await postJson<{ moved: boolean }>(`/api/desk/games/${id}/${what}`, { ...more, expected: game.stateSeq });
    setRefused(reply.ok ? undefined : reply.refused.code);
    setElsewhere(reply.ok && !reply.value.moved);
    setBusy(false);
  };
  return { isBusy, refused, wasElsewhere, act };
}
