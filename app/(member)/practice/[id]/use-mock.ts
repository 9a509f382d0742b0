"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { post } from "#app/(member)/post.ts";
import { askServer } from "#app/contests/ask-server.ts";
import { ServerTime } from "#app/contests/server-time.ts";
import type { Response } from "#domain/questions/question.ts";
import { isAnswered, normalResponse } from "#ui/responses.ts";
import { DraftBox } from "./draft-box.ts";

type Given = Readonly<{ id: number; serverNow: string; questions: readonly Readonly<{ slot: number; draft: Response }>[] }>;

const wait = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

/** The server's clock: asked for in a small request of its own, since a page is some way behind when it is seen. */
function useServerTime(id: number, serverNow: string): { time: ServerTime | null; hear: () => Promise<void> } {
  const [time, setTime] = useState<ServerTime | null>(null);
  const known = useRef<ServerTime | null>(null);
  const hear = async (): Promise<void> => {
    const at = performance.now();
    const asked = await askServer(`/api/practices/${id}`);
    const exchange = (asked.kind === "told" && asked.exchange) || { sentAt: at, receivedAt: at, serverNow: Date.parse(serverNow) };
    if (known.current) known.current.hear(exchange);
    else known.current = new ServerTime(exchange);
    setTime(known.current);
  };
  const first = useRef(hear);
  useEffect(() => void first.current(), []);
  return { time, hear };
}

/** A mock exam being sat: the answers, the truth about saving, handing in by oneself or when the time is over. */
export function useMock({ id, serverNow, questions }: Given) {
  const router = useRouter();
  const [box] = useState(() => new DraftBox((slot, response) => post(`/api/practices/${id}/drafts`, { slot, response }), wait));
  const saving = useSyncExternalStore(box.subscribe, box.state, box.state);
  const [answers, setAnswers] = useState<Readonly<Record<number, Response>>>(() =>
    Object.fromEntries(questions.map(({ slot, draft }) => [slot, draft])),
  );
  const [phase, setPhase] = useState<"open" | "unsure" | "sending">("open");
  const [refused, setRefused] = useState<string>();
  const { time, hear } = useServerTime(id, serverNow);
  const answered = questions.filter(({ slot }) => isAnswered(answers[slot] ?? null)).length;

  const answer = (slot: number, response: Response): void => {
    setPhase("open");
    setAnswers((before) => ({ ...before, [slot]: response }));
    box.put(slot, normalResponse(response));
  };
  const send = async (): Promise<void> => {
    setPhase("sending");
    await box.settled();
    const said = await post(`/api/practices/${id}/hand-in`);
    if (said.ok) return router.refresh();
    setPhase("open");
    setRefused(said.code);
  };
  const handIn = (): void => {
    if (phase === "sending") return;
    if (phase === "open" && answered < questions.length) return setPhase("unsure");
    void send();
  };
  return { answers, answered, answer, saving, phase, refused, handIn, timeUp: () => void send(), stay: () => setPhase("open"), time, hear };
}
