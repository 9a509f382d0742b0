import { useState } from "react";
import { post } from "#app/(member)/post.ts";
import type { Own } from "./use-game.ts";

const AGAIN_MS = 700;
const TRIES = 15;

export type Said =
  | Readonly<{ kind: "poll"; pick: number }>
  | Readonly<{ kind: "words"; words: readonly string[] }>
  | Readonly<{ kind: "ask"; text: string }>
  | Readonly<{ kind: "vote"; askId: number; isOn: boolean }>;

/** Speaking to a prompt: sent again over a line that drops, and what the server has is what is shown. */
export function useSay(id: number, ticket: string, promptId: number, own: Own | null) {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [kept, setKept] = useState<{ pick?: number; words?: readonly string[]; votes: Readonly<Record<number, boolean>>; asked: number }>({
    votes: {},
    asked: 0,
  });
  const told = own?.say?.promptId === promptId ? own.say : null;
  const say = async (said: Said): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setRefused(undefined);
    let reply = await post(`/api/games/${id}/says`, { ticket, promptId, said });
    for (let more = TRIES; more > 0 && !reply.ok && ["offline", "unavailable", "too-many"].includes(reply.code); more -= 1) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      reply = await post(`/api/games/${id}/says`, { ticket, promptId, said });
    }
    setBusy(false);
    setRefused(reply.ok ? undefined : reply.code);
    if (!reply.ok) return false;
    setKept((now) => ({
      ...now,
      ...(said.kind === "poll" && { pick: said.pick }),
      ...(said.kind === "words" && { words: said.words }),
      ...(said.kind === "ask" && { asked: now.asked + 1 }),
      ...(said.kind === "vote" && { votes: { ...now.votes, [said.askId]: said.isOn } }),
    }));
    return true;
  };
  return {
    ...{ isBusy, refused, say, asked: kept.asked },
    pick: kept.pick ?? told?.pick ?? null,
    words: kept.words ?? told?.words ?? null,
    isVoted: (askId: number): boolean => kept.votes[askId] ?? told?.votes.includes(askId) ?? false,
  };
}
export type Saying = ReturnType<typeof useSay>;
