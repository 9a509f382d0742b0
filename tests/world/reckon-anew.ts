import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { aFinishedContest } from "./finished-contest.ts";

type World = Pick<Awaited<ReturnType<typeof aFinishedContest>>, "contestId" | "made" | "versions">;
type Given = { id: string; entry_id: string; version_ids: string[]; worths: number[]; answers: Record<string, Answer>; started_at: string };
type Answer = { response: never; at: string };
/** Which question is ruled on, how, and the option that is right or right as well. */
type Ruled = Readonly<{ at: number; kind: string; key: number }>;
export type Reckoned = Readonly<{
  attemptId: number;
  entryId: number;
  scoreMilli: number;
  rightCount: number;
  totalMs: number;
  lastScoringAt: number;
  /** Whether the question ruled on was answered, and is wrong and counts. */
  isMistake: boolean;
}>;

const halfUp = (over: number, under: number) => Math.floor((2 * over + under) / (2 * under));

/**
 * What a ruling should have made of every attempt, reckoned on its own: from the answers, the keys and the worths printed on the paper,
 * by nothing that the product keeps or computes but the marking of one answer.
 */
export async function reckonAnew({ contestId, made, versions }: World, ruled: Ruled | null): Promise<Map<number, Reckoned>> {
  const { rows } = await database("judge").execute<Given>(sql`
    select a.id, a.entry_id, a.version_ids, a.worths, a.started_at, coalesce((select jsonb_object_agg(n.slot, jsonb_build_object('response', n.response,
      'at', n.received_at)) from answers n where n.attempt_id = a.id and n.seq > 0), '{}') as answers
    from attempts a join entries e on e.id = a.entry_id where e.contest_id = ${contestId}`);
  return new Map(rows.map((attempt) => [Number(attempt.id), reckon(attempt, made, versions, ruled)]));
}

function reckon(attempt: Given, made: World["made"], versions: readonly number[], ruled: Ruled | null): Reckoned {
  const { version_ids, worths, answers, started_at } = attempt;
  const place = ruled ? version_ids.findIndex((versionId) => Number(versionId) === versions[ruled.at]) : -1;
  const whole = worths.reduce((sum, worth) => sum + worth, 0);
  const rest = whole - (worths[place] ?? 0);
  let passed = 0;
  const slots = version_ids.map((versionId, slot) => {
    const one = made[versions.indexOf(Number(versionId))];
    if (!one) throw new Error("an unknown question");
    const worth = worths[slot] ?? 0;
    const mark = (key: typeof one.key) =>
      markOf({ body: one.body, key, response: answers[slot]?.response ?? null, worth, mode: "all_or_nothing" });
    const own = mark(one.key);
    if (!ruled || place < 0) return own;
    if (ruled.kind === "void_exclude") {
      if (slot === place) return { milli: 0, right: false };
      const fresh = halfUp((passed + worth) * whole, rest) - halfUp(passed * whole, rest);
      passed += worth;
      return { milli: halfUp(own.milli * fresh, worth), right: own.right };
    }
    if (slot !== place) return own;
    if (ruled.kind === "void_full") return { milli: worth, right: true };
    const also = mark({ kind: "single", correct: ruled.key });
    return ruled.kind === "change_key" || also.milli > own.milli ? also : own;
  });
  const started = Date.parse(started_at);
  const times = Object.entries(answers).map(([slot, { at }]) => ({ slot: Number(slot), at: Date.parse(at) }));
  const scoring = slots.flatMap(({ milli }, slot) => (milli > 0 ? [times.find((time) => time.slot === slot)?.at ?? started] : []));
  return {
    ...{ attemptId: Number(attempt.id), entryId: Number(attempt.entry_id) },
    scoreMilli: slots.reduce((sum, { milli }) => sum + milli, 0),
    rightCount: slots.filter(({ right }) => right).length,
    totalMs: Math.max(started, ...times.map(({ at }) => at)) - started,
    lastScoringAt: Math.max(0, ...scoring),
    isMistake: place >= 0 && ruled?.kind !== "void_exclude" && answers[place] !== undefined && slots[place]?.right === false,
  };
}
