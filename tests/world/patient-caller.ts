import { setTimeout as pause } from "node:timers/promises";
import { Caller } from "./browser-less.ts";

const TRIES = 60;
const AGAIN_MS = 300;

/** Somebody who asks again when the house says it is too busy, as pages do: on a crowded machine that is no refusal. */
export class PatientCaller extends Caller {
  override get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return patiently(() => super.get(path, headers));
  }

  override post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return patiently(() => super.post(path, body, headers));
  }
}

async function patiently(asked: () => Promise<Response>): Promise<Response> {
  for (let more = TRIES; ; more -= 1) {
    const reply = await asked();
    if (reply.status !== 503 || more === 0) return reply;
    await reply.body?.cancel();
    await pause(AGAIN_MS * (1 + Math.random()));
  }
}
