import { setTimeout as pause } from "node:timers/promises";
import type { Response as Answer } from "#domain/questions/question.ts";
import type { Caller } from "./browser-less.ts";

export type Item = {
  slot: number;
  body: { kind: string; options?: string[]; items?: string[]; lefts?: string[]; rights?: string[]; blanks?: number };
};
export type Paper = { attemptId: number; ticket: string; items: Item[] };
/** What the house said it had saved: by slot, the highest sequence. */
export type Ledger = Map<number, { seq: number; answer: Answer }>;

const below = (bound: number) => Math.floor(Math.random() * bound);

function anyAnswer({ body }: Item): Answer {
  const shuffledPlaces = (length: number) => Array.from({ length }, (_, place) => place).sort(() => Math.random() - 0.5);
  switch (body.kind) {
    case "single":
      return { picks: [below(body.options?.length ?? 1)] };
    case "multiple":
      return {
        picks: shuffledPlaces(body.options?.length ?? 2)
          .slice(0, 2)
          .sort((a, b) => a - b),
      };
    case "truefalse":
      return { truth: Math.random() < 0.5 };
    case "fill":
      return { texts: Array.from({ length: body.blanks ?? 1 }, () => `答${below(1_000)}`) };
    case "ordering":
      return { order: shuffledPlaces(body.items?.length ?? 2) };
    default:
      return { pairs: (body.lefts ?? []).map(() => below(body.rights?.length ?? 1)) };
  }
}

/**
 * A member who answers at random until told to stop, resending the same body until it is acknowledged, as the outbox of the page does.
 * The ledger holds what was acknowledged and nothing else.
 */
export async function answerUntil(
  caller: Caller,
  paper: Paper,
  stopped: () => boolean,
  ledger: Ledger,
  acknowledged: () => void,
): Promise<void> {
  const sequences = new Map<number, number>();
  while (!stopped()) {
    const item = paper.items[below(paper.items.length)] as Item;
    const seq = (sequences.get(item.slot) ?? 0) + 1;
    sequences.set(item.slot, seq);
    const answer = anyAnswer(item);
    await sendUntilAcknowledged(caller, paper, { slot: item.slot, seq, response: answer });
    ledger.set(item.slot, { seq, answer });
    acknowledged();
    await pause(20 + below(60));
  }
}

async function sendUntilAcknowledged(
  caller: Caller,
  { attemptId, ticket }: Paper,
  save: { slot: number; seq: number; response: Answer },
): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    try {
      const reply = await fetch(`${caller.base}/api/attempts/${attemptId}/answers`, {
        method: "POST",
        headers: caller.headers({ "content-type": "application/json" }),
        body: JSON.stringify({ ticket, ...save }),
        signal: AbortSignal.timeout(15_000),
      });
      const told = (await reply.json()) as { outcome?: string };
      if (reply.ok && told.outcome === "saved") return;
      if (reply.status < 500) throw new Error(`refused: ${reply.status} ${JSON.stringify(told)}`);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("refused")) throw error;
      if (performance.now() > giveUpAt) throw error;
    }
    await pause(100 + below(200));
  }
}
