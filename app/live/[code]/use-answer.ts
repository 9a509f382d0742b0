import { useEffect, useEffectEvent, useRef, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { askServer } from "#app/contests/ask-server.ts";
import type { ServerTime } from "#app/contests/server-time.ts";
import type { Response } from "#domain/questions/question.ts";
import type { Game, Own } from "./use-game.ts";

const AGAIN_MS = 700;
/** Four round trips while a question is read, well apart from the rush of answers. */
const ECHOES = 4;

type Said = Readonly<{ questionNo: number; seq: number; response: Response }>;
type Stands = Readonly<{ questionNo: number; response: Response }>;

/** Has the server measure the way here and back (D3), when a question has been put. */
function usePulse(id: number, ticket: string | null, questionNo: number | null, time: ServerTime | null) {
  const pulse = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (ticket === null || questionNo === null) return undefined;
    let isOn = true;
    const echo = async (): Promise<void> => {
      for (let at = 0; at < ECHOES && isOn; at += 1) {
        const body = { ticket, ...(pulse.current && { pulse: pulse.current }) };
        const asked = await askServer<{ pulse: string }>(`/api/games/${id}/pulse`, body);
        if (asked.kind !== "told") return;
        pulse.current = asked.value.pulse;
        // What the stream said of the clock came one way and may have waited in a queue; this was timed both ways.
        if (asked.exchange) time?.hear(asked.exchange);
      }
    };
    const timer = setTimeout(() => void echo(), 1_500 * Math.random());
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [id, ticket, questionNo, time]);
  return pulse;
}

/**
 * Answering the open question. What was said is sent again until the server says what stands, also over a line that drops and comes back;
 * what stands is the server's word, never ours.
 */
export function useAnswer(
  id: number,
  ticket: string | null,
  { game, own, time }: { game: Game | null; own: Own | null; time: ServerTime | null },
) {
  const [said, setSaid] = useState<Said | null>(null);
  const [stands, setStands] = useState<Stands | null>(null);
  const [refused, setRefused] = useState<string>();
  const seq = useRef(0);
  const questionNo = game?.stage === "question" ? game.questionNo : null;
  const pulse = usePulse(id, ticket, questionNo, time);

  const deliver = useEffectEvent(async (what: Said): Promise<boolean> => {
    const body = { ticket, ...what, ...(pulse.current && { pulse: pulse.current }) };
    const reply = await post<{ response: Response; seq: number }>(`/api/games/${id}/answers`, body);
    if (!reply.ok && ["offline", "unavailable", "too-many", "broken"].includes(reply.code)) return false;
    setRefused(reply.ok ? undefined : reply.code);
    if (reply.ok) setStands({ questionNo: what.questionNo, response: reply.value.response });
    setSaid((now) => (now === what ? null : now));
    return true;
  });
  useEffect(() => {
    if (!said) return undefined;
    let isOn = true;
    let timer: ReturnType<typeof setTimeout>;
    const again = async (): Promise<void> => {
      if (!(await deliver(said)) && isOn) timer = setTimeout(() => void again(), AGAIN_MS);
    };
    void again();
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [said]);

  const told = own?.answer ?? null;
  const current = game?.questionNo ?? -1;
  const standing = stands?.questionNo === current ? stands.response : told?.questionNo === current ? told.response : null;
  const waiting = said?.questionNo === current ? said.response : null;
  const answer = (response: Response): void => {
    if (questionNo === null) return;
    seq.current = Math.max(seq.current, told?.questionNo === current ? told.seq : 0) + 1;
    setRefused(undefined);
    setSaid({ questionNo, seq: seq.current, response });
  };
  return { standing, waiting, refused, answer };
}
