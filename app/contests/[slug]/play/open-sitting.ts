import { type Asked, askServer } from "#app/contests/ask-server.ts";
import { ServerTime } from "#app/contests/server-time.ts";
import type { AttemptReply } from "./attempt-reply.ts";
import { deviceAnswers } from "./device-answers.ts";
import { Keeper } from "./keeper.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import { sendAnswerTo } from "./send-answer.ts";

/** An attempt on the screen: what was read first, the outbox, the clock, and what to do when the outbox is in doubt. */
export type Sitting = {
  readonly first: AttemptReply;
  readonly keeper: Keeper;
  readonly kept: KeptAnswers;
  readonly time: ServerTime;
  readonly doubt: { ask: () => void };
};
export type Opened = { readonly kind: "open"; readonly sitting: Sitting } | Exclude<Asked<never>, { kind: "told" }>;

export const readAttempt = (attemptId: number): Promise<Asked<AttemptReply>> => askServer<AttemptReply>(`/api/attempts/${attemptId}`);

/** This device answers from now on; true when the server said so. Opening the page takes the seat, and one tap takes it back. */
export async function takeSeat(attemptId: number): Promise<boolean> {
  return (await askServer(`/api/attempts/${attemptId}/seat`, {})).kind === "told";
}

/** Reads the attempt and what this device kept of it, and sets the outbox to work. */
export async function openSitting(attemptId: number): Promise<Opened> {
  const kept = deviceAnswers(attemptId);
  const [asked, keptBefore] = await Promise.all([readAttempt(attemptId), kept.list()]);
  if (asked.kind !== "told") return asked;
  if (!asked.exchange) return { kind: "unreached" };
  if (asked.value.state === "in_progress" && asked.value.seat !== "here") await takeSeat(attemptId);
  const doubt = { ask: () => {} };
  const keeper = new Keeper({
    items: asked.value.items,
    ticket: asked.value.ticket,
    kept,
    keptBefore,
    send: sendAnswerTo(attemptId),
    onDoubt: () => doubt.ask(),
    wallNow: () => Date.now(),
    random: Math.random,
  });
  keeper.hurry();
  return { kind: "open", sitting: { first: asked.value, keeper, kept, time: new ServerTime(asked.exchange), doubt } };
}
