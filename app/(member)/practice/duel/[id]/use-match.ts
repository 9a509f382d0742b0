import { useEffect, useEffectEvent, useRef, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { askServer } from "#app/contests/ask-server.ts";
import { ServerTime } from "#app/contests/server-time.ts";
import type { Response } from "#domain/questions/question.ts";
import type { MatchView } from "./match-view.ts";

const EVERY_MS = 1_000;

type Pending = Readonly<{ slot: number; version: number; response: Response }>;

/**
 * A match as the server has it, asked for every second until it is over. An answer that could not be sent is sent again with each turn: the
 * first one stands, however often it comes.
 */
export function useMatch(start: MatchView) {
  const [match, setMatch] = useState(start);
  const [time, setTime] = useState<ServerTime | null>(null);
  const [isAway, setAway] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [isSending, setSending] = useState(false);
  const known = useRef<ServerTime | null>(null);
  const pending = useRef<Pending | null>(null);
  const path = `/api/matches/${start.id}`;

  const deliver = async (): Promise<void> => {
    const said = pending.current;
    if (!said) return;
    const reply = await post(`${path}/answers`, said);
    if (!reply.ok && reply.code === "offline") return;
    if (pending.current === said) pending.current = null;
    setRefused(reply.ok ? undefined : reply.code);
  };
  const look = async (): Promise<void> => {
    await deliver();
    const asked = await askServer<MatchView>(path);
    setAway(asked.kind === "unreached");
    if (asked.kind !== "told") return;
    if (asked.exchange) {
      if (known.current) known.current.hear(asked.exchange);
      else {
        known.current = new ServerTime(asked.exchange);
        setTime(known.current);
      }
    }
    setMatch(asked.value);
  };
  const turn = useEffectEvent(look);
  const isOver = match.stage === "over";
  useEffect(() => {
    if (isOver) return undefined;
    let isOn = true;
    let timer: ReturnType<typeof setTimeout>;
    const again = async (): Promise<void> => {
      await turn();
      if (isOn) timer = setTimeout(() => void again(), EVERY_MS);
    };
    void again();
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [isOver]);

  const answer = async (said: Pending): Promise<void> => {
    pending.current = said;
    setSending(true);
    await look();
    setSending(false);
  };
  const leave = async (): Promise<void> => {
    const reply = await post(`${path}/leave`);
    setRefused(reply.ok ? undefined : reply.code);
    await look();
  };
  return { match, time, isAway, refused, isSending, answer, leave };
}
